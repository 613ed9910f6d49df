import { once } from 'node:events'
import { createServer } from 'node:http'

export type Sent = Readonly<{ method: string; path: string; activity: Readonly<Record<string, unknown>> }>

/** A small Bot Connector: takes what the bot posts, in the connector's shapes. `fail` lines up statuses for the next posts. */
export type Connector = Readonly<{
  serviceUrl: string
  /** Messages, typing left out. */
  messages: () => readonly Sent[]
  fail: (...statuses: readonly number[]) => void
  stop: () => Promise<void>
}>

export async function startConnector(): Promise<Connector> {
  const sent: Sent[] = []
  const faults: number[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const activity = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Record<string, unknown>
      const status = activity['type'] === 'message' ? faults.shift() : undefined
      if (status === undefined) sent.push({ method: request.method ?? '', path: request.url ?? '', activity })
      response.writeHead(status ?? 200, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify({ id: `m${sent.length}` }))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    serviceUrl: `http://127.0.0.1:${address.port}/`,
    messages: () => sent.filter(({ activity }) => activity['type'] === 'message'),
    fail(...statuses) {
      faults.push(...statuses)
    },
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
