import { Hono, type Context } from 'hono'
import { matches } from './guard.ts'

export interface HealthNeeds {
  ready: () => Promise<readonly Readonly<{ name: string; ok: boolean; detail: string }>[]>
  metrics: () => Promise<Readonly<{ contentType: string; body: string }>>
  /** Who may see metrics, and what is not ready: everybody, whoever shows the token, or nobody. */
  watch: Readonly<{ kind: 'open' | 'closed' }> | Readonly<{ kind: 'token'; token: string }>
}

/** For machines that watch. Everybody hears whether it is up and ready; nothing here is about people. */
export function healthRoutes({ ready, metrics, watch }: HealthNeeds): Hono {
  const routes = new Hono()
  routes.get('/healthz', (c) => c.json({ status: 'up' }))
  routes.get('/readyz', async (c) => {
    const checks = await ready()
    const allOk = checks.every((check) => check.ok)
    const status = allOk ? 'ready' : 'not ready'
    return c.json(mayWatch(c, watch) ? { status, checks } : { status }, allOk ? 200 : 503)
  })
  routes.get('/metrics', async (c) => {
    if (watch.kind === 'closed') return c.text('Set METRICS_TOKEN to see the metrics; see docs/operating.md.', 404)
    if (!mayWatch(c, watch)) return c.text('Unauthorized', 401, { 'WWW-Authenticate': 'Bearer' })
    const { contentType, body } = await metrics()
    return c.body(body, 200, { 'Content-Type': contentType })
  })
  return routes
}

function mayWatch(c: Context, watch: HealthNeeds['watch']): boolean {
  switch (watch.kind) {
    case 'open':
      return true
    case 'closed':
      return false
    case 'token':
      return matches(/^Bearer (.+)$/u.exec(c.req.header('authorization') ?? '')?.[1], watch.token)
  }
}
