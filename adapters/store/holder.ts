import { randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { z } from 'zod'
import { codeOf } from './error-code.ts'

/** What a process writes of itself into the lock file of the folder it has open. */
export type Holder = Readonly<z.infer<typeof Holder>>
const Holder = z.object({
  /** Unlike that of any other opening, by the same process included. */
  token: z.uuid(),
  host: z.string(),
  /** Within which `pid` is unique: host, boot and pid namespace. Containers repeat pids, and may share a host name. */
  place: z.string(),
  pid: z.int().positive(),
  /** The kernel's time of the process's start, which tells it from a later one with the same pid; null without /proc. */
  started: z.string().nullable(),
  since: z.iso.datetime(),
})

export const thisProcess = (): Holder => ({
  token: randomUUID(),
  host: hostname(),
  place: placeHere(),
  pid: process.pid,
  started: startOf(process.pid) ?? null,
  since: new Date().toISOString(),
})

/** Undefined for a lock file that is only half written. */
export function parseHolder(text: string): Holder | undefined {
  try {
    return Holder.safeParse(JSON.parse(text)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** `unknown` where the pid means nothing to us: on another host, in another container, or without /proc. */
export function processOf(holder: Holder): 'running' | 'gone' | 'unknown' {
  if (holder.place !== placeHere()) return 'unknown'
  if (!exists(holder.pid)) return 'gone'
  const started = startOf(holder.pid)
  if (started === undefined || holder.started === null) return 'unknown'
  return started === holder.started ? 'running' : 'gone'
}

const placeHere = (): string =>
  [
    hostname(),
    readable(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    readable(() => readlinkSync('/proc/self/ns/pid')),
  ].join(' ')

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    return codeOf(error) !== 'ESRCH'
  }
}

/** See proc_pid_stat(5). A zombie has a pid and a start but will never run again. */
function startOf(pid: number): string | undefined {
  const stat = readable(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  // The second field is the command in parentheses and may hold anything, so counting begins after the last one.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields?.[0] === 'Z' ? 'never' : fields?.[19]
}

/** Without /proc (macOS, Windows), or with a /proc that hides other people's processes, there is nothing to read. */
function readable(read: () => string): string | undefined {
  try {
    return read()
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(codeOf(error) ?? '')) return undefined
    throw error
  }
}
