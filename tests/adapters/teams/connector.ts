import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { bodyOf, serving } from './serving.ts'

/** One call of the connector. `id`: the message that came of it. */
export type Sent = Readonly<{
  method: string
  path: string
  conversation: string
  token: string
  activity: Readonly<Record<string, unknown>>
  id: string
}>

/**
 * How the next message goes wrong. `dropped`: the connector posts it, and the answer is lost on the way. `silent`: it posts it
 * and never answers.
 */
export type Fault =
  Readonly<{ kind: 'status'; status: number; retryAfter?: number }> | Readonly<{ kind: 'dropped' | 'silent' }>

type Person = Readonly<Record<string, unknown>>

/** A small Bot Connector. */
export type Connector = Readonly<{
  serviceUrl: string
  /** Messages that people see, new and changed ones. */
  messages: () => readonly Sent[]
  /** Every call that was tried, typing included. */
  calls: readonly Sent[]
  /** Whom it was asked about, by path. */
  asked: readonly string[]
  fail: (...faults: readonly Fault[]) => void
  /** The bot may not open a private chat with anybody. */
  closePrivateChats: () => void
  /** What the connector says of a person from now on; undefined for somebody it doesn't know. */
  knows: (user: string, person: Person | undefined) => void
  stop: () => Promise<void>
}>

/** Takes what the bot posts, in the connector's shapes. `pause`: milliseconds before it answers. */
export async function startConnector({ pause = 0 } = {}): Promise<Connector> {
  const calls: Sent[] = []
  const asked: string[] = []
  const seen: Sent[] = []
  const faults: Fault[] = []
  const people = new Map<string, Person | undefined>()
  let isClosed = false
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = callOf(request, await bodyOf(request), calls.length)
    if (pause > 0) await sleep(pause)
    if (call.method === 'GET') {
      asked.push(call.path)
      sendMember(response, call.path, people)
      return
    }
    calls.push(call)
    if (call.path.endsWith('/conversations')) sendConversation(response, call, isClosed)
    else if (call.activity['type'] === 'message') take(call, response, faults.shift())
    else send(response, 201, { id: call.id })
  }
  const take = (call: Sent, response: ServerResponse, fault: Fault | undefined): void => {
    if (fault?.kind === 'status') {
      if (fault.retryAfter !== undefined) response.setHeader('Retry-After', String(fault.retryAfter))
      send(response, fault.status, {})
      return
    }
    seen.push(call)
    if (fault?.kind === 'dropped') response.socket?.destroy()
    if (fault === undefined) send(response, 201, { id: call.id })
  }
  const server = await serving((request, response) => void answer(request, response))
  return {
    serviceUrl: `${server.origin}/jp/`,
    messages: () => seen,
    calls,
    asked,
    fail: (...more) => void faults.push(...more),
    closePrivateChats: () => {
      isClosed = true
    },
    knows: (user, person) => void people.set(user, person),
    stop: () => server.stop(),
  }
}

function sendConversation(response: ServerResponse, call: Sent, isClosed: boolean): void {
  if (isClosed) send(response, 403, { error: { code: 'ForbiddenOperationException' } })
  else send(response, 201, { id: `a:private-${memberOf(call)}` })
}

function callOf(request: IncomingMessage, body: string, before: number): Sent {
  const path = decodeURIComponent(request.url ?? '')
  const [, conversation = '', changed] = /\/conversations\/([^/]+)\/activities(?:\/(.+))?$/u.exec(path) ?? []
  const token = (request.headers.authorization ?? '').replace(/^Bearer /u, '')
  const activity = (body === '' ? {} : JSON.parse(body)) as Sent['activity']
  return {
    method: request.method ?? '',
    path,
    conversation,
    token,
    activity,
    id: changed ?? `17639900${before + 10_000}`,
  }
}

const memberOf = ({ activity }: Sent): string => (activity['members'] as readonly { id: string }[])[0]?.id ?? ''

/** By default everybody is a member of the tenant whose conversation it is. */
function sendMember(response: ServerResponse, path: string, people: ReadonlyMap<string, Person | undefined>): void {
  const user = path.split('/members/')[1] ?? ''
  const person = people.has(user) ? people.get(user) : {}
  if (person === undefined) send(response, 404, { error: { code: 'MemberNotFoundInConversation' } })
  else send(response, 200, { id: user, name: `社員${user.slice(3)}`, userRole: 'user', ...person })
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify(body))
}
