import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { z } from 'zod'
import { codeOf } from '../error-code.ts'
import { ANSWERS, type Ask, type Operator } from './operator.ts'
import { lineFrom, replySchema, socketOf, type Request } from './socket.ts'

/** The operator's commands, done by the process that has the folder open; undefined when none does. */
export async function callOperator(folder: string): Promise<Operator | undefined> {
  const path = await socketOf(folder)
  const probe = await dial(path)
  if (probe === undefined) return undefined
  probe.destroy()
  return {
    list: (about) => ask(path, 'list', about),
    show: (about) => ask(path, 'show', about),
    export: (about) => ask(path, 'export', about),
    erase: (about) => ask(path, 'erase', about),
    makeCode: (about) => ask(path, 'makeCode', about),
    import: (about) => ask(path, 'import', about),
    feedback: (about) => ask(path, 'feedback', about),
    stuck: (about) => ask(path, 'stuck', about),
    resend: (about) => ask(path, 'resend', about),
    letters: (about) => ask(path, 'letters', about),
    writeLetters: (about) => ask(path, 'writeLetters', about),
    operators: (about) => ask(path, 'operators', about),
    addOperator: (about) => ask(path, 'addOperator', about),
    removeOperator: (about) => ask(path, 'removeOperator', about),
    planner: (about) => ask(path, 'planner', about),
    messages: (about) => ask(path, 'messages', about),
    retry: (about) => ask(path, 'retry', about),
    backUp: (about) => ask(path, 'backUp', about),
  }
}

const NOBODY = ['ENOENT', 'ECONNREFUSED', 'ENOTSOCK', 'EINVAL', 'ENAMETOOLONG']

async function dial(path: string): Promise<Socket | undefined> {
  const socket = connect(path)
  try {
    await once(socket, 'connect')
    return socket
  } catch (error) {
    if (NOBODY.includes(codeOf(error) ?? '')) return undefined
    throw new Error(`Shirube is running, but does not let this user in at ${path}; run the command as its user`, {
      cause: error,
    })
  }
}

async function ask<A extends Ask>(path: string, what: A, about: string): Promise<z.infer<(typeof ANSWERS)[A]>> {
  const socket = await dial(path)
  const request: Request = { ask: what, about }
  socket?.write(`${JSON.stringify(request)}\n`)
  const line = socket && (await lineFrom(socket))
  if (line === undefined) throw new Error('Shirube stopped before it answered; run the command again')
  const reply = replySchema.parse(JSON.parse(line))
  if ('error' in reply) throw new Error(reply.error)
  return ANSWERS[what].parse(reply.answer) as z.infer<(typeof ANSWERS)[A]>
}
