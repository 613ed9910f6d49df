import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openPostgres } from '../adapters/store/postgres.ts'
import type { Store } from '../adapters/store/store.ts'
import { freePort, startPostgres } from '../tests/adapters/store/postgres-server.ts'
import { SECRET } from '../tests/adapters/slack/signed.ts'
import { startSlack, type SlackStandIn } from '../tests/adapters/slack/stand-in.ts'
import { answered, doing } from '../tests/contracts/doings.ts'
import { untilReady } from './until-ready.ts'

/** `BENCH_FIRMS` makes it shorter. */
const FIRMS = Number(process.env['BENCH_FIRMS'] ?? '1000')
const ITEMS = 30
/** Milliseconds. */
const PATIENCE = 180_000
const DAY = 86_400_000

/**
 * A Tuesday morning at which every firm's digest is due: the server as it starts, on PostgreSQL, plans, composes and posts them to
 * Slack, which this other process plays. Needs a working day, since nothing is sent on others.
 */
export async function digest(): Promise<readonly string[]> {
  const weekday = new Date().getUTCDay() || 7
  if (weekday > 5) return ['not measured: no digest is sent on Saturdays and Sundays']
  const postgres = await startPostgres({ waitsForDisk: true })
  const standIn = await startSlack()
  const dataDir = await mkdtemp(join(tmpdir(), 'shirube-bench-'))
  const url = await postgres.createDatabase()
  const store = await openPostgres(url)
  try {
    for (let n = 0; n < FIRMS; n += 1) await foundFirm(store, n, weekday)
    return await measure({ url, dataDir, standIn, store })
  } finally {
    await store.close()
    await standIn.stop()
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Thirty answers, and a digest that was due this morning. */
async function foundFirm(store: Store, n: number, weekday: number): Promise<void> {
  const workspace = `slack:T${n}`
  const person = `${workspace}:U${n}`
  const visitor = await store.firms.welcome({ workspace, person, name: '花', standing: 'owner', place: 'private' })
  const firm = visitor?.firm.id ?? ''
  await store.addressBook.remember({
    person,
    platform: 'slack',
    workspace,
    address: { team: 'T1', user: `U${n}`, place: 'direct' },
  })
  const room = store.firms.room(firm)
  await room.append(
    doing(...Array.from({ length: ITEMS }, (_, item) => answered(`CK-${String(item + 1).padStart(2, '0')}`))),
  )
  const at = { on: true, day: weekday, time: '00:00', quiet: { from: '00:00', to: '00:00' }, monthly: false }
  await room.changeFirm((before) => ({ ...before, timeZone: 'UTC', settings: { digest: at } }))
  const turn = { firm, schedule: `${weekday} 00:00 UTC`, after: new Date(Date.now() - 2 * DAY) }
  await store.ledger.planning.plan({ letters: [], turns: [turn], now: new Date(), trouble: undefined })
}

type Measuring = Readonly<{ url: string; dataDir: string; standIn: SlackStandIn; store: Store }>

async function measure({ url, dataDir, standIn, store }: Measuring): Promise<readonly string[]> {
  const port = await freePort()
  const env = {
    ...process.env,
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    PORT: String(port),
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: standIn.apiUrl,
    LOG_LEVEL: 'error',
  }
  const child = spawn(process.execPath, ['main.ts'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  try {
    await untilReady(port, PATIENCE)
    const began = performance.now()
    while (standIn.done('chat.update').length < FIRMS && performance.now() - began < PATIENCE) await sleep(50)
    const seconds = (performance.now() - began) / 1_000
    await sleep(3_000)
    return linesOf(seconds, standIn, await store.ledger.record.counts())
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
}

function linesOf(seconds: number, standIn: SlackStandIn, counts: Readonly<Record<string, number>>): readonly string[] {
  const posted = standIn.done('chat.postMessage').map(({ args }) => String(args['channel']))
  const filled = standIn.done('chat.update').length
  return [
    `${FIRMS} firms, ${ITEMS} answers each, one process, PostgreSQL that waits for its disk, Slack in another process`,
    `planned, composed, posted and filled in ${seconds.toFixed(1)} s from ready (budget: 60 s), ${(FIRMS / seconds).toFixed(0)} a second`,
    `stubs ${posted.length}, ${posted.length - new Set(posted).size} twice; filled ${filled}`,
    Object.entries(counts)
      .map(([state, count]) => `${state} ${count}`)
      .join(', '),
  ]
}
