import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

const readySchema = z.object({ msg: z.literal('ready'), index: z.string() })

/** Longest that V8 takes to give back what a start needed for a moment. */
const SETTLED_MS = 20_000

/**
 * Process start to ready, with an empty data folder and with what the first start left; how much of it the processor was
 * at work, which other work on the machine does not lengthen; the most memory taken, and the memory it rests at.
 */
export async function starting(): Promise<readonly string[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shirube-bench-'))
  try {
    const first = await startOnce(dataDir)
    const second = await startOnce(dataDir)
    return [`not cached (budget: 10 s): ${shown(first)}`, `cached     (budget:  2 s): ${shown(second)}`]
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

type Start = Readonly<{ seconds: number; busySeconds: number; mostMegabytes: number; restMegabytes: number }>

const shown = ({ seconds, busySeconds, mostMegabytes, restMegabytes }: Start): string =>
  `ready after ${seconds.toFixed(2)} s, ${busySeconds.toFixed(2)} s of processor; memory at most ${mostMegabytes} MB, at rest ${restMegabytes} MB (budget: 600)`

async function startOnce(dataDir: string): Promise<Start> {
  const started = performance.now()
  const child = spawn(process.execPath, ['main.ts'], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await readyLine(child)
  const seconds = (performance.now() - started) / 1000
  const busySeconds = await processorSeconds(child)
  await sleep(SETTLED_MS)
  const [mostMegabytes, restMegabytes] = [await memoryOf(child, 'VmHWM'), await memoryOf(child, 'VmRSS')]
  child.kill('SIGTERM')
  await once(child, 'exit')
  return { seconds, busySeconds, mostMegabytes, restMegabytes }
}

async function readyLine(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error('the server has no output to read')
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{') && readySchema.safeParse(JSON.parse(line)).success) return
  }
  throw new Error('the server stopped before it was ready')
}

/** From /proc; 0 where there is none. */
async function processorSeconds({ pid }: ChildProcess): Promise<number> {
  const fields = (await readFile(`/proc/${pid ?? 0}/stat`, 'utf8').catch(() => '')).split(') ').at(-1)?.split(' ') ?? []
  const [user = 0, system = 0] = fields.slice(11, 13).map(Number)
  return (user + system) / TICKS_A_SECOND
}

/** What Linux counts processor time in, whatever its own clock. */
const TICKS_A_SECOND = 100

/** Megabytes: the resident set, or the most it was. */
async function memoryOf({ pid }: ChildProcess, name: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '')
  return Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`, 'u').exec(status)?.[1] ?? 0) / 1024)
}
