import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startPostgres } from '../tests/adapters/store/postgres-server.ts'
import { SECRET, signedHeaders } from '../tests/adapters/slack/signed.ts'
import { startSlack, type SlackStandIn } from '../tests/adapters/slack/stand-in.ts'

const A_SECOND = 50
/** `BENCH_SECONDS` makes it shorter. */
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? '60')
/** Milliseconds that a call to Slack takes. */
const PAUSE = 100
/** Milliseconds within which the last answers have to be out. */
const PATIENCE = 120_000

/**
 * The server as it starts, on PostgreSQL, and from this other process as many mentions a second as Slack may send. An answer a
 * mention: nothing is lost, and nothing comes twice.
 */
export async function slack(): Promise<readonly string[]> {
  const postgres = await startPostgres({ waitsForDisk: true })
  const standIn = await startSlack({ pause: PAUSE })
  const dataDir = await mkdtemp(join(tmpdir(), 'shirube-bench-'))
  const port = await freePort()
  const env = {
    ...process.env,
    DATABASE_URL: await postgres.createDatabase(),
    DATA_DIR: dataDir,
    PORT: String(port),
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: standIn.apiUrl,
    LOG_LEVEL: 'error',
  }
  const child = spawn(process.execPath, ['main.ts'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  try {
    await untilReady(port)
    return await measure(port, standIn)
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
    await standIn.stop()
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function measure(port: number, standIn: SlackStandIn): Promise<readonly string[]> {
  const events = A_SECOND * SECONDS
  const started = performance.now()
  const taken = await Promise.all(
    Array.from({ length: events }, async (_, n) => {
      await sleep((n * 1000) / A_SECOND)
      return acknowledged(port, n)
    }),
  )
  const answered = await untilAnswered(standIn, events)
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number): string => `${(sorted[Math.floor((events - 1) * share)] ?? 0).toFixed(0)} ms`
  return [
    `${events} mentions at ${A_SECOND} a second, one process, PostgreSQL that waits for its disk, ${PAUSE} ms a call to Slack`,
    `acknowledged: p50 ${at(0.5)}, p99 ${at(0.99)} (budget: 100 ms), longest ${at(1)}`,
    `answered: ${answered.size} of ${events}, ${answered.twice} twice, the last after ${seconds} s`,
  ]
}

/** Milliseconds until Slack would have heard that the event was taken. */
async function acknowledged(port: number, n: number): Promise<number> {
  const event = { type: 'app_mention', user: `U${n % 200}`, text: TEXTS[n % TEXTS.length], channel: `C${n % 40}` }
  const ts = `1700000000.${String(n).padStart(6, '0')}`
  const body = JSON.stringify({ type: 'event_callback', team_id: 'T1', event_id: `Ev${n}`, event: { ...event, ts } })
  const headers = { 'Content-Type': 'application/json', ...signedHeaders(body) }
  const sent = performance.now()
  const response = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', headers, body })
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`event ${n} was refused with ${response.status}`)
  return performance.now() - sent
}

const TEXTS = [
  '<@UBOT> 辞めた人のメールはどうする？',
  '<@UBOT> How often should we back up?',
  '<@UBOT> CPS.AC-1',
  '<@UBOT> 委託先には何を求める？',
]

async function untilAnswered(
  standIn: SlackStandIn,
  events: number,
): Promise<Readonly<{ size: number; twice: number }>> {
  const threads = () => standIn.done('chat.postMessage').map(({ args }) => args['thread_ts'])
  const deadline = performance.now() + PATIENCE
  while (threads().length < events && performance.now() < deadline) await sleep(200)
  await sleep(3_000)
  const posted = threads()
  const { size } = new Set(posted)
  return { size, twice: posted.length - size }
}

async function untilReady(port: number): Promise<void> {
  const deadline = performance.now() + PATIENCE
  while (performance.now() < deadline) {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    if (response?.ok === true) return
    await sleep(200)
  }
  throw new Error('the server did not become ready')
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}
