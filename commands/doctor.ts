import { access, constants, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createProviderEmbedders } from '../adapters/model/embedder.ts'
import { loadModel } from '../adapters/model/model.ts'
import { readConfig, type Config } from '../config.ts'
import { checkCorpus } from '../corpus/check.ts'
import { hnswLibrary } from '../retrieval/dense/hnsw.ts'
import { loadBagEmbedder, WEIGHTS } from '../retrieval/embedder/bag.ts'
import { describeError } from '../start/describe-error.ts'
import { plannerLastRan, stuckMessages } from '../start/open-store.ts'
import { UsageError, type Command } from './command.ts'
import { readOptions } from './options.ts'

const OLDEST_NODE = 24

type Finding = Readonly<{ name: string; ok: boolean; says: string }>

/** Looks at everything a start needs, opens no store, and says what to do about what is missing. */
export const doctor: Command = {
  usage: ['doctor'],
  run: async (args, terminal) => {
    const { positionals } = readOptions(args, {})
    if (positionals.length > 0) throw new UsageError(`doctor takes no further words (${positionals.join(' ')})`)
    const config = readConfig(process.env)
    const looked = await Promise.all([
      corpus(),
      embedder(),
      vectors(),
      folder(config),
      model(config),
      embedding(config),
    ])
    const findings = [
      node(),
      ...looked,
      store(config),
      ...(await messages(config)),
      ...(await digests(config)),
      ...(await slack(config)),
      ...(await teams(config)),
    ]
    for (const { name, ok, says } of findings) await terminal.out(`${ok ? 'ok  ' : 'BAD '} ${name.padEnd(12)} ${says}`)
    return findings.every(({ ok }) => ok) ? 0 : 1
  },
}

function node(): Finding {
  const major = Number(process.versions.node.split('.')[0])
  const ok = major >= OLDEST_NODE
  return {
    name: 'node',
    ok,
    says: ok
      ? process.version
      : `${process.version}; Shirube needs ${OLDEST_NODE}: run it through npm, which brings its own`,
  }
}

async function corpus(): Promise<Finding> {
  const problems = await checkCorpus()
  const ok = problems.length === 0
  return {
    name: 'corpus',
    ok,
    says: ok ? 'no problems' : `${problems.length} problems; npm run -s cli -- corpus check lists them`,
  }
}

async function embedder(): Promise<Finding> {
  try {
    const { id, dimensions } = await loadBagEmbedder(WEIGHTS)
    return { name: 'embedder', ok: true, says: `${id}, ${dimensions} dimensions` }
  } catch (cause) {
    return { name: 'embedder', ok: false, says: describeError(cause) }
  }
}

async function vectors(): Promise<Finding> {
  const found = (await hnswLibrary()) !== undefined
  return {
    name: 'vectors',
    ok: true,
    says: found ? 'hnswlib-node' : 'exact search (hnswlib-node is not installed; fine up to some 10,000 entries)',
  }
}

async function folder({ dataDir }: Config): Promise<Finding> {
  try {
    await mkdir(dataDir, { recursive: true })
    await access(dataDir, constants.W_OK)
    return { name: 'data folder', ok: true, says: dataDir }
  } catch (cause) {
    return {
      name: 'data folder',
      ok: false,
      says: `${dataDir} can't be written (${String(cause)}); set DATA_DIR to a folder of yours`,
    }
  }
}

/** Asks a configured model a trifle: a key that was mistyped is found here and not by somebody with a question. */
async function model({ model: { chat } }: Config): Promise<Finding> {
  if (chat === undefined) return { name: 'model', ok: true, says: 'none; answers are composed from the corpus' }
  const called = `${chat.provider} ${chat.model} (${chat.tasks.join(', ')})`
  try {
    const { trouble } = await loadModel({ config: chat, meter: () => undefined, now: Date.now })
    const wrong = await trouble()
    const ok = wrong === undefined
    return {
      name: 'model',
      ok,
      says: ok ? `${called} answers` : `${called}: ${wrong}; until then answers are composed`,
    }
  } catch (cause) {
    return { name: 'model', ok: false, says: describeError(cause) }
  }
}

async function embedding({ dataDir, model: { embedding } }: Config): Promise<Finding> {
  const name = 'embedding'
  if (embedding === undefined) return { name, ok: true, says: 'none; the embedder that ships ranks what is found' }
  try {
    const folder = join(dataDir, 'provider-vectors')
    const { hasty } = await createProviderEmbedders({
      config: embedding,
      folder,
      meter: () => undefined,
      now: Date.now,
    })
    await hasty.embed(['Shirube'])
    return { name, ok: true, says: `${hasty.id} answers` }
  } catch (cause) {
    return { name, ok: false, says: `${describeError(cause)}; until then the embedder that ships ranks what is found` }
  }
}

function store({ databaseUrl }: Config): Finding {
  return {
    name: 'store',
    ok: true,
    says: databaseUrl === undefined ? 'embedded (PGlite)' : 'PostgreSQL (DATABASE_URL)',
  }
}

/** Nothing where no Shirube runs that could be asked. */
async function messages(config: Config): Promise<readonly Finding[]> {
  const name = 'messages'
  try {
    const stuck = await stuckMessages(config)
    if (stuck === 'unknown') return []
    const ok = stuck === 0
    return [{ name, ok, says: ok ? 'none waits for you' : `${stuck} wait for you; "messages waiting" lists them` }]
  } catch (cause) {
    return [{ name, ok: false, says: describeError(cause) }]
  }
}

const OVERDUE_MS = 10 * 60_000

/** Nothing where no Shirube runs that could be asked. */
async function digests(config: Config): Promise<readonly Finding[]> {
  const name = 'digests'
  try {
    const ran = await plannerLastRan(config)
    if (ran === 'unknown') return []
    if (ran === undefined)
      return [{ name, ok: true, says: 'not planned yet; Shirube does once a minute while it runs' }]
    const ok = Date.now() - ran.getTime() < OVERDUE_MS
    const says = `last planned ${ran.toISOString()}`
    return [{ name, ok, says: ok ? says : `${says}; start Shirube, or look for “digest” in its log` }]
  } catch (cause) {
    return [{ name, ok: false, says: describeError(cause) }]
  }
}

/** Nothing where Slack is off. */
async function slack({ slack: settings }: Config): Promise<readonly Finding[]> {
  if (settings === undefined) return []
  const { checkSlack } = await import('../adapters/slack/check.ts')
  const checked = await checkSlack(settings)
  return checked.map((one) => ({ name: 'slack', ...one }))
}

/** Nothing where Teams is off. */
async function teams({ teams: settings }: Config): Promise<readonly Finding[]> {
  if (settings === undefined) return []
  const { checkTeams } = await import('../adapters/teams/check.ts')
  const { authenticationFor } = await import('../adapters/teams/authentication.ts')
  const { token } = authenticationFor(settings, Date.now)
  return [{ name: 'teams', ...(await checkTeams(settings, token)) }]
}
