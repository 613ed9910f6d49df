import { Hono } from 'hono'

export interface HealthNeeds {
  ready: () => Promise<readonly Readonly<{ name: string; ok: boolean; detail: string }>[]>
  metrics: () => Promise<Readonly<{ contentType: string; body: string }>>
}

/** For machines that watch: no token, and nothing about people in them. */
export function healthRoutes({ ready, metrics }: HealthNeeds): Hono {
  const routes = new Hono()
  routes.get('/healthz', (c) => c.json({ status: 'up' }))
  routes.get('/readyz', async (c) => {
    const checks = await ready()
    const allOk = checks.every((check) => check.ok)
    return c.json({ status: allOk ? 'ready' : 'not ready', checks }, allOk ? 200 : 503)
  })
  routes.get('/metrics', async (c) => {
    const { contentType, body } = await metrics()
    return c.body(body, 200, { 'Content-Type': contentType })
  })
  return routes
}
