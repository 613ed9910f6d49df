import { z } from 'zod'
import type { TeamsAddress } from './address.ts'
import type { TokenSource } from './token.ts'

type Refusal = Readonly<{ status?: number; retryAfter?: number; unsent?: boolean; cause?: unknown }>

/** The connector refused or broke off; `status` undefined where there was no answer. */
export class ConnectorError extends Error {
  readonly status: number | undefined
  /** Seconds, where the connector says how long to wait. */
  readonly retryAfter: number | undefined
  /** Whether it is certain that the connector never saw it. */
  readonly unsent: boolean

  constructor(message: string, { status, retryAfter, unsent = false, cause }: Refusal) {
    super(message, { cause })
    this.status = status
    this.retryAfter = retryAfter
    this.unsent = unsent
  }
}

/** A member of a conversation, as far as the connector says. `role` is `user`, `guest` or `anonymous`; `tenant` is their own. */
export type Member = Readonly<{ name: string | undefined; role: string | undefined; tenant: string | undefined }>

/** Sends activities as they are. Rejects with a ConnectorError. */
export type Connector = Readonly<{
  /** Answers the message's id. */
  send(address: TeamsAddress, activity: object): Promise<string>
  update(address: TeamsAddress, id: string, activity: object): Promise<void>
  /** Answers the id of the private conversation with the address's user. Opening it twice is the same as opening it once. */
  open(address: TeamsAddress): Promise<string>
  /** The address's user, as the conversation knows them. */
  member(address: TeamsAddress): Promise<Member>
}>

type Call = Readonly<{ method: 'GET' | 'POST' | 'PUT'; url: string; body?: object }>

/** `patience` in milliseconds. */
export type ConnectorNeeds = Readonly<{ token: TokenSource; patience?: number }>

/**
 * The Bot Connector's REST API (v3). Not botbuilder's own client: its serializer drops every field of an entity that it doesn't
 * know, citations and the AI label among them (4.23.3, connectorApi/models/mappers.js), and it waits and tries again by itself,
 * which is the mailroom's work.
 */
export function createConnector({ token, patience = 10_000 }: ConnectorNeeds): Connector {
  const call = async (one: Call): Promise<unknown> => {
    const bearer = await token().catch((cause: unknown) => {
      throw new ConnectorError(cause instanceof Error ? cause.message : 'no token', { unsent: true, cause })
    })
    return ask(one, bearer, AbortSignal.timeout(patience))
  }
  return {
    async send(address, activity) {
      return idIn(await call({ method: 'POST', url: activitiesOf(address), body: whole(activity, address) }))
    },
    async update(address, id, activity) {
      const url = `${activitiesOf(address)}/${encodeURIComponent(id)}`
      await call({ method: 'PUT', url, body: { ...whole(activity, address), id } })
    },
    async open(address) {
      return idIn(await call({ method: 'POST', url: conversationsOf(address), body: privately(address) }))
    },
    async member(address) {
      const url = `${conversationsOf(address)}/${encodeURIComponent(address.conversation)}/members/${encodeURIComponent(address.user)}`
      const { name, userRole, tenantId } = memberSchema.parse(await call({ method: 'GET', url }))
      return { name, role: userRole, tenant: tenantId }
    },
  }
}

const memberSchema = z.object({
  name: z.string().optional(),
  userRole: z.string().optional(),
  tenantId: z.string().optional(),
})

async function ask({ method, url, body }: Call, bearer: string | undefined, signal: AbortSignal): Promise<unknown> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(bearer !== undefined && { Authorization: `Bearer ${bearer}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      redirect: 'error',
      signal,
    })
    const text = await response.text()
    if (!response.ok) throw refusal(response)
    return text === '' ? {} : JSON.parse(text)
  } catch (cause) {
    if (cause instanceof ConnectorError) throw cause
    throw new ConnectorError('the connector gave no answer', { cause })
  }
}

const conversationsOf = ({ serviceUrl }: TeamsAddress): string => `${serviceUrl.replace(/\/+$/u, '')}/v3/conversations`

const activitiesOf = (address: TeamsAddress): string =>
  `${conversationsOf(address)}/${encodeURIComponent(address.conversation)}/activities`

const whole = (activity: object, { conversation, bot, user, tenant }: TeamsAddress): object => ({
  from: { id: bot, name: 'Shirube' },
  recipient: { id: user },
  conversation: { id: conversation, tenantId: tenant },
  channelId: 'msteams',
  ...activity,
})

const privately = ({ bot, user, tenant }: TeamsAddress): object => ({
  isGroup: false,
  bot: { id: bot },
  members: [{ id: user }],
  tenantId: tenant,
  channelData: { tenant: { id: tenant } },
})

function refusal(response: Response): ConnectorError {
  const asked = Number(response.headers.get('retry-after') ?? Number.NaN)
  const { status } = response
  return new ConnectorError(`HTTP ${status}`, { status, ...(Number.isFinite(asked) ? { retryAfter: asked } : {}) })
}

const idIn = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string' ? body.id : ''
