import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { SHARED_DATA } from '../bot/composed.ts'

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

export type Ran = Readonly<{ code: number | null; stdout: string; stderr: string }>
type Running = Readonly<{
  stdin?: string
  env?: Readonly<Record<string, string>>
  /** A copy of the project to run it in. */
  project?: string
  /** A script to load before it. */
  before?: string
}>

/** Runs the command line as a process of its own, as people and their scripts do, with no settings but those given. */
export async function cli(args: readonly string[], running: Running = {}): Promise<Ran> {
  const { stdin = '', env = {}, project = PROJECT, before } = running
  const imports = before === undefined ? [] : ['--import', before]
  const child = spawn(process.execPath, [...imports, 'cli.ts', ...args], {
    cwd: project,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: SHARED_DATA, ...env },
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  child.stdin.end(stdin)
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  return { code, stdout, stderr }
}
