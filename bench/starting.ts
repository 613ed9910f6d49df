import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'

const readySchema = z.object({ msg: z.literal('ready'), index: z.string() })

/** Process start to ready, with an empty data folder and with what the first start left, and the memory it rests at. */
export async function starting(): Promise<readonly string[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shirube-bench-'))
  try {
    const first = await startOnce(dataDir)
    const second = await startOnce(dataDir)
    return [
      `not cached: ready after ${first.seconds.toFixed(2)} s (budget: 10), memory at rest ${first.megabytes} MB (budget: 600)`,
      `cached:     ready after ${second.seconds.toFixed(2)} s (budget: 2), memory at rest ${second.megabytes} MB`,
    ]
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function startOnce(dataDir: string): Promise<{ seconds: number; megabytes: number }> {
  const started = performance.now()
  const child = spawn(process.execPath, ['main.ts'], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await readyLine(child)
  const seconds = (performance.now() - started) / 1000
  const megabytes = await residentMegabytes(child)
  child.kill('SIGTERM')
  await once(child, 'exit')
  return { seconds, megabytes }
}

async function readyLine(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error('the server has no output to read')
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{') && readySchema.safeParse(JSON.parse(line)).success) return
  }
  throw new Error('the server stopped before it was ready')
}

/** Resident set size from /proc; 0 where there is none. */
async function residentMegabytes({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024)
}
