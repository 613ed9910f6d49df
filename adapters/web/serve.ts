import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'

/** How long answers underway may take to finish once the server was asked to stop. */
const GRACE_MS = 5_000

/** How long a caller may take to say what it wants, headers first; slower ones only hold connections open. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 30_000 } as const

export type Serving = Readonly<{ port: number; stop: () => Promise<void> }>

/** Routes of platforms that want Node's own requests, by exact path. */
export type Mounts = ReadonlyMap<string, RequestListener>

/** Port 0 takes any free port; `port` of the answer says which. Stopping twice is the same as stopping once. */
export async function serve(
  app: Pick<Hono, 'fetch'>,
  at: Readonly<{ host: string; port: number; mounts?: Mounts }>,
): Promise<Serving> {
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const server = createServer(PATIENCE, (request, response) => {
    const mounted = at.mounts?.get(request.url?.split('?')[0] ?? '')
    if (mounted === undefined) void listener(request, response)
    else mounted(request, response)
  })
  try {
    server.listen(at.port, at.host)
    await once(server, 'listening')
  } catch (cause) {
    throw new Error(reasonFor(cause, at), { cause })
  }
  return { port: portOf(server), stop: () => stop(server) }
}

function reasonFor(cause: unknown, { host, port }: { host: string; port: number }): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'EADDRINUSE')
    return `Port ${port} is already in use; set PORT to another number, for example PORT=${port + 1}`
  if (code === 'EACCES') return `Port ${port} needs rights this process lacks; set PORT to a number above 1023`
  return `Cannot listen on ${host}, port ${port}`
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port')
  return address.port
}

async function stop(server: Server): Promise<void> {
  if (!server.listening) return
  const closed = once(server, 'close')
  server.close()
  // Node closes only the connections idle right now; a browser keeps one open after the last answer as well.
  const sweep = setInterval(() => {
    server.closeIdleConnections()
  }, 50)
  const impatience = setTimeout(() => {
    server.closeAllConnections()
  }, GRACE_MS)
  await closed
  clearInterval(sweep)
  clearTimeout(impatience)
}
