import { once } from 'node:events'
import { chmod, rm } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { z } from 'zod'
import { reasonOf } from '../reason.ts'
import type { Operator } from './operator.ts'
import { lineFrom, requestSchema, socketOf, type Reply } from './socket.ts'

/** Answers the operator's commands in the name of the process that has the folder open, to its own user only, until stopped. */
export async function serveOperator(folder: string, operator: Operator): Promise<{ stop(): Promise<void> }> {
  const path = await socketOf(folder)
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy()))
    void answer(socket, operator)
  })
  // The folder is ours, so a socket found in it belongs to a process that died.
  if (process.platform !== 'win32') await rm(path, { force: true })
  server.listen(path)
  await once(server, 'listening')
  if (process.platform !== 'win32') await chmod(path, 0o600)
  return {
    async stop() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}

async function answer(socket: Socket, operator: Operator): Promise<void> {
  const reply = await replyTo((await lineFrom(socket).catch(() => undefined)) ?? '', operator)
  socket.end(`${JSON.stringify(reply)}\n`)
}

async function replyTo(line: string, operator: Operator): Promise<Reply> {
  try {
    const { ask, about } = requestSchema.parse(JSON.parse(line))
    return { answer: await operator[ask](about) }
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      return { error: 'This is no command of Shirube’s.' }
    return { error: reasonOf(error) }
  }
}
