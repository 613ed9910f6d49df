import type { TeamsAddress } from './address.ts'

/** The connector refused or broke off; `status` undefined where there was no answer. */
export class ConnectorError extends Error {
  readonly status: number | undefined
  /** Seconds, where the connector says how long to wait. */
  readonly retryAfter: number | undefined

  constructor(
    message: string,
    { status, retryAfter, cause }: { status?: number; retryAfter?: number; cause?: unknown },
  ) {
    super(message, { cause })
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** Answers a bearer token for the connector; undefined where none is needed (tools on this machine). */
export type TokenSource = () => Promise<string | undefined>

/** Sends activities as they are. Rejects with a ConnectorError. */
export type Connector = Readonly<{
  /** Answers the message's id. */
  send(address: TeamsAddress, activity: object): Promise<string>
  update(address: TeamsAddress, id: string, activity: object): Promise<void>
}>

/** Milliseconds. */
const PATIENCE = 10_000

/**
 * The Bot Connector's REST API (v3). Not botbuilder's own client: its serializer drops every field of an entity that it doesn't
 * know, citations and the AI label among them (4.23.3, connectorApi/models/mappers.js), and it waits and tries again by itself,
 * which is the mailroom's work.
 */
export function createConnector(token: TokenSource): Connector {
  const call = async (method: 'POST' | 'PUT', url: string, activity: object): Promise<unknown> => {
    const bearer = await token()
    const response = await fetch(url, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
      },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(PATIENCE),
    }).catch((cause: unknown) => {
      throw new ConnectorError('the connector gave no answer', { cause })
    })
    const text = await response.text()
    if (!response.ok) throw refusal(response)
    return text === '' ? {} : JSON.parse(text)
  }
  return {
    async send(address, activity) {
      return idIn(await call('POST', activitiesOf(address), whole(activity, address)))
    },
    async update(address, id, activity) {
      await call('PUT', `${activitiesOf(address)}/${encodeURIComponent(id)}`, { ...whole(activity, address), id })
    },
  }
}

const activitiesOf = ({ serviceUrl, conversation }: TeamsAddress): string =>
  `${serviceUrl.replace(/\/+$/u, '')}/v3/conversations/${encodeURIComponent(conversation)}/activities`

const whole = (activity: object, { conversation, bot, user, tenant }: TeamsAddress): object => ({
  from: { id: bot, name: 'Shirube' },
  recipient: { id: user },
  conversation: { id: conversation, tenantId: tenant },
  channelId: 'msteams',
  ...activity,
})

function refusal(response: Response): ConnectorError {
  const asked = Number(response.headers.get('retry-after') ?? Number.NaN)
  const { status } = response
  return new ConnectorError(`HTTP ${status}`, { status, ...(Number.isFinite(asked) ? { retryAfter: asked } : {}) })
}

const idIn = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string' ? body.id : ''
