import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort, startPostgres } from '../tests/adapters/store/postgres-server.ts'
import { untilReady } from './until-ready.ts'

const A_SECOND = 50
/** `BENCH_SECONDS` makes it shorter. */
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? '60')
/** Milliseconds that a call to the platform takes. */
export const PAUSE = 100
/** Milliseconds within which the last answers have to be out. */
const PATIENCE = 120_000

/**
 * A stand-in for a chat platform. `settings` point the server at it; `mention` has somebody say a text for the n-th time and answers
 * the acknowledgement; `answered` names what was answered so far, once for every post.
 */
export type PlatformStandIn = Readonly<{
  name: string
  settings: Readonly<Record<string, string>>
  mention(origin: string, n: number, text: string): Promise<Response>
  answered(): readonly string[]
  stop(): Promise<void>
}>

/**
 * The server as it starts, on PostgreSQL, and from this other process as many mentions a second as a platform may send. An answer a
 * mention: nothing is lost, and nothing comes twice.
 */
export async function acknowledging(standIn: PlatformStandIn): Promise<readonly string[]> {
  const postgres = await startPostgres({ waitsForDisk: true })
  const dataDir = await mkdtemp(join(tmpdir(), 'shirube-bench-'))
  const port = await freePort()
  const env = {
    ...process.env,
    DATABASE_URL: await postgres.createDatabase(),
    DATA_DIR: dataDir,
    PORT: String(port),
    LOG_LEVEL: 'error',
    ...standIn.settings,
  }
  const child = spawn(process.execPath, ['main.ts'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  try {
    await untilReady(port, PATIENCE)
    return await measure(`http://127.0.0.1:${port}`, standIn)
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
    await standIn.stop()
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function measure(origin: string, standIn: PlatformStandIn): Promise<readonly string[]> {
  const events = A_SECOND * SECONDS
  const started = performance.now()
  const taken = await Promise.all(
    Array.from({ length: events }, async (_, n) => {
      await sleep((n * 1000) / A_SECOND)
      return acknowledged(origin, n, standIn)
    }),
  )
  const answered = await untilAnswered(standIn, events)
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number): string => `${(sorted[Math.floor((events - 1) * share)] ?? 0).toFixed(0)} ms`
  return [
    `${events} mentions at ${A_SECOND} a second, one process, PostgreSQL that waits for its disk, ${PAUSE} ms a call to ${standIn.name}`,
    `acknowledged: p50 ${at(0.5)}, p99 ${at(0.99)} (budget: 100 ms), longest ${at(1)}`,
    `answered: ${answered.size} of ${events}, ${answered.twice} twice, the last after ${seconds} s`,
  ]
}

const TEXTS = [
  '辞めた人のメールはどうする？',
  'How often should we back up?',
  'CPS.AC-1',
  '委託先には何を求める？',
] as const

/** Milliseconds until the platform would have heard that the event was taken. */
async function acknowledged(origin: string, n: number, standIn: PlatformStandIn): Promise<number> {
  const text = TEXTS[n % TEXTS.length] ?? TEXTS[0]
  const sent = performance.now()
  const response = await standIn.mention(origin, n, text)
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`event ${n} was refused with ${response.status}`)
  return performance.now() - sent
}

async function untilAnswered(
  standIn: PlatformStandIn,
  events: number,
): Promise<Readonly<{ size: number; twice: number }>> {
  const deadline = performance.now() + PATIENCE
  while (standIn.answered().length < events && performance.now() < deadline) await sleep(200)
  await sleep(3_000)
  const posted = standIn.answered()
  const { size } = new Set(posted)
  return { size, twice: posted.length - size }
}
