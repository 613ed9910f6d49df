import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Restored, Restoring } from '../adapters/store/backup/restore.ts'
import { openPglite, restorePglite } from '../adapters/store/pglite.ts'
import { openPostgres, restorePostgres } from '../adapters/store/postgres.ts'
import type { Store } from '../adapters/store/store.ts'
import { readChecklist } from '../bot/checklist/checklist.ts'
import { progressOf } from '../bot/checklist/progress.ts'
import { stateOf } from '../bot/checklist/state.ts'
import { readFirmJson, writeFirmJson } from '../bot/firms/export/firm-json.ts'
import { knowledgeOf } from '../compose.ts'
import { CORPUS_DATA } from '../corpus/files.ts'
import { loadCorpus } from '../corpus/load.ts'
import { percentile } from '../evals/statistics.ts'
import { startPostgres } from '../tests/adapters/store/postgres-server.ts'
import { answered, doing } from '../tests/contracts/doings.ts'
import { message, saying } from '../tests/contracts/turns.ts'
import { ADVISER, FIRMS, firmId, ITEMS, SUPPORTED, writeManyFirms } from './many-firms.ts'

/** What every statement of the bench is counted in: milliseconds each took, and seconds all took. */
type Times = Readonly<{ each: readonly number[]; seconds: number }>

type Place = Readonly<{
  name: string
  open(): Promise<Store>
  restore(restoring: Restoring): Promise<Restored>
  /** How many people do things at once. */
  people: number
}>

/** Events and answers a second, and how fast firms are read when there are many, on both stores. PostgreSQL waits for the disk. */
export async function store(): Promise<readonly string[]> {
  const root = await mkdtemp(join(tmpdir(), 'shirube-bench-'))
  const server = await startPostgres({ waitsForDisk: true })
  const url = await server.createOwnedDatabase()
  const folder = join(root, 'pglite')
  const places: readonly Place[] = [
    { name: 'PGlite', open: () => openPglite(folder), restore: (one) => restorePglite(folder, one), people: 1 },
    { name: 'PostgreSQL', open: () => openPostgres(url), restore: (one) => restorePostgres(url, one), people: 8 },
  ]
  try {
    const lines = []
    for (const place of places) lines.push(...(await measure(place, root)))
    return lines
  } finally {
    await server.stop()
    await rm(root, { recursive: true, force: true })
  }
}

async function measure(place: Place, root: string): Promise<readonly string[]> {
  const opened = await place.open()
  const few = [await events(opened, place), await answers(opened, place)]
  const file = await writeManyFirms(opened, root)
  await opened.close()
  const restored = await secondsFor(() => place.restore({ file, replace: true, now: new Date() }))
  const many = await place.open()
  const lines = [...few, await answers(many, place), ...(await reading(many))]
  const kept = await secondsFor(() => many.operator(OPERATING).backUp(join(root, 'backup.gz')))
  lines.push(`${FIRMS} firms × ${ITEMS} entries: restored in ${restored} s, backed up in ${kept} s`)
  await many.close()
  return lines.map((line) => `${place.name.padEnd(11)} ${line}`)
}

const OPERATING = { now: () => new Date(), write: writeFirmJson, read: readFirmJson }

async function secondsFor(work: () => Promise<unknown>): Promise<string> {
  const started = performance.now()
  await work()
  return ((performance.now() - started) / 1_000).toFixed(1)
}

async function events(opened: Store, { people }: Place): Promise<string> {
  const times = await timed(1_000, people, async () => {
    const event = message()
    await opened.inbox.record(event)
    await opened.inbox.finish(event, saying('a reply'))
  })
  return `events recorded and finished, ${people} at a time: ${said(times)}`
}

async function answers(opened: Store, { people }: Place): Promise<string> {
  const ids: string[] = []
  for (let person = 0; person < people; person += 1) {
    const workspace = `bench:${person}`
    const visitor = await opened.firms.welcome({ ...ADVISER, workspace, person: `${workspace}:1` })
    if (visitor !== undefined) ids.push(visitor.firm.id)
  }
  const times = await timed(1_000, people, (turn) =>
    opened.firms.room(ids[turn % ids.length] ?? '').append(doing(answered('CK-01'))),
  )
  return `answers written, ${people} firms at a time: ${said(times)}`
}

async function reading(opened: Store): Promise<readonly string[]> {
  const knowledge = knowledgeOf(await loadCorpus(CORPUS_DATA))
  const basis = { checklist: readChecklist(knowledge), profile: {} }
  const progress = async (firm: string) => progressOf(stateOf(basis, await opened.firms.room(firm).log()))
  const one = await timed(500, 1, (turn) => progress(firmId((turn * 7_919) % FIRMS)))
  const portfolio = await timed(20, 1, async () => {
    const supported = await opened.firms.supportedBy(ADVISER)
    if (supported.length !== SUPPORTED) throw new Error(`${supported.length} firms in the portfolio`)
    await Promise.all(supported.map(({ firm }) => progress(firm.id)))
  })
  return [`progress of one firm: ${said(one)}`, `portfolio of ${SUPPORTED} firms: ${said(portfolio)}`]
}

async function timed(count: number, people: number, work: (turn: number) => Promise<unknown>): Promise<Times> {
  const each: number[] = []
  const started = performance.now()
  let next = 0
  const one = async () => {
    while (next < count) {
      const turn = next
      next += 1
      const before = performance.now()
      await work(turn)
      each.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: people }, one))
  return { each, seconds: (performance.now() - started) / 1_000 }
}

const said = ({ each, seconds }: Times): string =>
  `${(each.length / seconds).toFixed(0)} a second, p50 ${percentile(each, 0.5).toFixed(2)} ms, p99 ${percentile(each, 0.99).toFixed(2)} ms`
