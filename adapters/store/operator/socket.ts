import { createHash } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import type { Socket } from 'node:net'
import { z } from 'zod'
import { ANSWERS, type Ask } from './operator.ts'

/** Where the process that has a data folder open listens to the operator: in the folder, or a named pipe on Windows. */
export async function socketOf(folder: string): Promise<string> {
  if (process.platform !== 'win32') return join(folder, 'store.sock')
  const name = createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
  return String.raw`\\.\pipe\shirube-${name.slice(0, 32)}`
}

/** One line each way, then the end. `about`: a firm's id or a file's absolute path. */
export const requestSchema = z.strictObject({
  ask: z.enum(Object.keys(ANSWERS) as [Ask, ...Ask[]]),
  about: z.string().max(4_096),
})
export type Request = z.infer<typeof requestSchema>

export const replySchema = z.union([z.strictObject({ answer: z.unknown() }), z.strictObject({ error: z.string() })])
export type Reply = z.infer<typeof replySchema>

/** The first line the other side says; undefined when it says none. */
export async function lineFrom(socket: Socket): Promise<string | undefined> {
  for await (const line of createInterface({ input: socket, crlfDelay: Infinity })) return line
  return undefined
}
