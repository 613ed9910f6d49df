import { randomUUID } from 'node:crypto'
import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Lang } from '../../corpus/schema.ts'
import { apiRoutes, type ApiNeeds } from './api.ts'
import { publicFiles } from './files.ts'
import { isFromThePage, isLocalHost, isSignedIn, signIn, type Key } from './guard.ts'
import { safeHeaders } from './headers.ts'
import { healthRoutes, type HealthNeeds } from './health.ts'
import { languageOf } from './language.ts'
import { renderPage, renderSignIn } from './page.ts'
import { paperRoutes, type PaperNeeds } from './paper/routes.ts'
import { webWordsIn } from './words.ts'

export type WebNeeds = Omit<ApiNeeds, 'report'> &
  HealthNeeds &
  Omit<PaperNeeds, 'isAtHome'> &
  Key &
  Readonly<{
    /** First questions to press, shown while a conversation is empty. */
    suggestions: (lang: Lang) => readonly string[]
    log: { error: (details: object, message: string) => void }
  }>

/**
 * The local web chat. Order matters: health comes before the doors, so that watching machines need no token; every
 * route below a door is behind it.
 */
export function createWebApp(needs: WebNeeds): Hono {
  const app = new Hono()
  const report = reporterTo(needs.log)

  app.use(safeHeaders)
  app.onError((cause, c) => c.json({ error: 'Internal error', reference: report(cause) }, 500))
  app.route('/', healthRoutes(needs))

  app.use(localDoor(needs))
  app.route('/public', publicFiles())
  app.get('/', (c) => showPage(c, needs))
  app.route('/firm', paperRoutes({ ...needs, isAtHome: (c) => isSignedIn(c, needs) }))
  app.use('/api/*', apiDoor(needs))
  app.route('/api', apiRoutes({ ...needs, report }))
  return app
}

/** Where the server has a public address: no chat, which knows no sign-in, but pages for whoever has a signed link. */
export function createPublicApp(needs: HealthNeeds & PaperNeeds & Pick<WebNeeds, 'log'>): Hono {
  const app = new Hono()
  const report = reporterTo(needs.log)
  app.use(safeHeaders)
  app.onError((cause, c) => c.json({ error: 'Internal error', reference: report(cause) }, 500))
  app.route('/', healthRoutes(needs))
  app.route('/public', publicFiles())
  app.route('/firm', paperRoutes(needs))
  return app
}

const localDoor = ({ defaultLang }: WebNeeds): MiddlewareHandler =>
  createMiddleware(async (c, next) => {
    if (!isLocalHost(c)) return c.text(webWordsIn(languageOf(c, defaultLang)).wrongHost, 403)
    return next()
  })

const apiDoor = (needs: WebNeeds): MiddlewareHandler =>
  createMiddleware(async (c, next) => {
    const words = webWordsIn(languageOf(c, needs.defaultLang))
    if (c.req.method !== 'GET' && !isFromThePage(c)) return c.json({ error: words.wrongOrigin }, 403)
    if (!isSignedIn(c, needs)) return c.json({ error: words.signedOut }, 401)
    return next()
  })

/** The token leaves the address bar at once: it is exchanged for a cookie that scripts cannot read. */
function showPage(c: Context, needs: WebNeeds): Response | Promise<Response> {
  const lang = languageOf(c, needs.defaultLang)
  const token = c.req.query('token')
  if (token !== undefined && signIn(c, needs, token)) return c.redirect('/', 303)
  if (token !== undefined || !isSignedIn(c, needs)) return c.html(renderSignIn(lang), 401)
  return c.html(renderPage({ lang, suggestions: needs.suggestions }))
}

/** Eight characters: short enough to read out on the phone. */
function reporterTo(log: WebNeeds['log']): (cause: unknown) => string {
  return (cause) => {
    const reference = randomUUID().slice(0, 8)
    log.error({ reference, err: cause }, 'The web chat could not answer')
    return reference
  }
}
