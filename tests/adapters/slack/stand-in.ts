import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocketServer, type WebSocket } from 'ws'

/** One call of a Web API method, with its arguments. `ts`: the message that came of it. */
export type Call = Readonly<{ method: string; token: string; args: Readonly<Record<string, unknown>>; ts: string }>

/**
 * How the next call of a method goes wrong. `dropped`: Slack does it, and the answer is lost on the way.
 * `silent`: it never answers.
 */
export type Fault =
  | Readonly<{ kind: 'error'; error: string }>
  | Readonly<{ kind: 'ratelimited'; seconds: number }>
  | Readonly<{ kind: 'http'; status: number }>
  | Readonly<{ kind: 'dropped' }>
  | Readonly<{ kind: 'silent' }>

/** What Slack knows of a person; by default everybody is a member of the workspace they act in. */
export type StandInPerson = Readonly<Record<string, unknown>>

export type SlackStandIn = Readonly<{
  /** What SLACK_API_URL is set to. */
  apiUrl: string
  calls: readonly Call[]
  /** Calls that Slack carried out. */
  done: (method: string) => readonly Call[]
  /** What users.info says of somebody from now on. */
  knows: (user: string, person: StandInPerson) => void
  fail: (method: string, ...faults: readonly Fault[]) => void
  /** Sends an envelope over Socket Mode and answers its acknowledgement. */
  deliver: (type: string, payload: object) => Promise<unknown>
  /** Settles when a Socket Mode client is connected. */
  connected: () => Promise<void>
  responseUrl: (name: string) => string
  stop: () => Promise<void>
}>

/**
 * A small Slack: answers the Web API methods the app uses in Slack's shapes, and speaks Socket Mode. `pause`: milliseconds
 * before it answers.
 */
export async function startSlack({ pause = 0 } = {}): Promise<SlackStandIn> {
  const calls: Call[] = []
  const carriedOut: Call[] = []
  const faults = new Map<string, Fault[]>()
  const people = new Map<string, StandInPerson>()
  const server = createServer((request, response) => void answer(request, response))
  const sockets = new WebSocketServer({ server })
  const connection = Promise.withResolvers<WebSocket>()
  sockets.on('connection', (socket) => {
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }))
    connection.resolve(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const host = `127.0.0.1:${address.port}`
  let stamp = 1_700_000_000

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = (request.url ?? '').replace(/^\/(api\/)?/u, '')
    const args = argsOf(await bodyOf(request), request)
    if (pause > 0) await sleep(pause)
    stamp += 1
    const ts = typeof args['ts'] === 'string' ? args['ts'] : `${stamp}.000100`
    const call = { method, token: bearer(request), args, ts }
    calls.push(call)
    const fault = faults.get(method)?.shift()
    if (fault !== undefined && fault.kind !== 'dropped' && fault.kind !== 'silent') {
      refuse(response, fault)
      return
    }
    carriedOut.push(call)
    if (fault !== undefined) {
      if (fault.kind === 'dropped') request.socket.destroy()
      return
    }
    response.setHeader('X-OAuth-Scopes', 'app_mentions:read,assistant:write,chat:write')
    send(response, 200, { ok: true, ...resultOf(method, call.args, { host, people, ts }) })
  }

  let envelopes = 0
  return {
    apiUrl: `http://${host}/api/`,
    calls,
    done: (method) => carriedOut.filter((call) => call.method === method),
    knows: (user, person) => void people.set(user, person),
    fail(method, ...more) {
      faults.set(method, [...(faults.get(method) ?? []), ...more])
    },
    async connected() {
      await connection.promise
    },
    async deliver(type, payload) {
      const socket = await connection.promise
      envelopes += 1
      const envelope_id = `envelope-${envelopes}`
      const acknowledged = new Promise<unknown>((resolve) => {
        const listen = (raw: Buffer): void => {
          const said = JSON.parse(raw.toString()) as { envelope_id?: string; payload?: unknown }
          if (said.envelope_id !== envelope_id) return
          socket.off('message', listen)
          resolve(said.payload)
        }
        socket.on('message', listen)
      })
      socket.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: true }))
      return acknowledged
    },
    responseUrl: (name) => `http://${host}/response/${name}`,
    async stop() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function refuse(response: ServerResponse, fault: Exclude<Fault, { kind: 'dropped' | 'silent' }>): void {
  switch (fault.kind) {
    case 'error':
      send(response, 200, { ok: false, error: fault.error })
      return
    case 'http':
      send(response, fault.status, {})
      return
    case 'ratelimited':
      response.setHeader('Retry-After', String(fault.seconds))
      send(response, 429, { ok: false, error: 'ratelimited' })
  }
}

type Around = Readonly<{ host: string; ts: string; people: ReadonlyMap<string, StandInPerson> }>

function resultOf(method: string, args: Call['args'], { host, ts, people }: Around): object {
  switch (method) {
    case 'users.info': {
      const id = String(args['user'])
      return { user: { id, name: id.toLowerCase(), profile: { display_name: `社員${id}` }, ...people.get(id) } }
    }
    case 'oauth.v2.access':
      return grant(args)
    case 'auth.test':
      return { user_id: 'UBOT', bot_id: 'BBOT', team_id: 'T1', team: 'パン工房', url: 'https://example.slack.com/' }
    case 'apps.connections.open':
      return { url: `ws://${host}/link` }
    case 'chat.postEphemeral':
      return { message_ts: ts }
    case 'chat.update':
      return { ts: args['ts'], channel: args['channel'] }
    case 'views.open':
    case 'views.publish':
    case 'views.update':
      return { view: { id: `V${ts}` } }
    default:
      return { ts, channel: args['channel'] }
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

const bearer = (request: IncomingMessage): string => (request.headers.authorization ?? '').replace(/^Bearer /u, '')

/** The client sends forms, with JSON inside where an argument has structure. */
function argsOf(body: string, request: IncomingMessage): Record<string, unknown> {
  if (request.headers['content-type']?.includes('json') === true) return JSON.parse(body) as Record<string, unknown>
  return Object.fromEntries([...new URLSearchParams(body)].map(([name, value]) => [name, structured(value)]))
}

const structured = (value: string): unknown => (/^[[{]/u.test(value) ? (JSON.parse(value) as unknown) : value)

/** Renewing gives another token; the team is the one that the code was given for (`code-T1`). */
function grant(args: Call['args']): object {
  const { code = '', refresh_token: refresh = '' } = args
  const team = String(code).replace(/^code-/u, '')
  const common = {
    token_type: 'bot',
    scope: 'chat:write,users:read',
    bot_user_id: 'UBOT',
    app_id: 'A1',
    expires_in: 43_200,
  }
  if (refresh !== '') return { ...common, access_token: 'xoxe.xoxb-renewed', refresh_token: 'xoxe-2' }
  return {
    ...common,
    access_token: `xoxe.xoxb-${team}`,
    refresh_token: 'xoxe-1',
    team: { id: team, name: 'パン工房' },
    enterprise: null,
    is_enterprise_install: false,
    authed_user: { id: 'U1' },
  }
}
