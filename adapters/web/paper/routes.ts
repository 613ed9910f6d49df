import { Hono, type Context } from 'hono'
import type { PageWanted } from '../../../bot/firms/paper/page.ts'
import type { Paper } from '../../../bot/firms/paper/paper.ts'
import type { Lang } from '../../../corpus/schema.ts'
import { languageOf } from '../language.ts'
import type { ReadLink } from '../links.ts'
import { renderPaper, renderStale } from './render.ts'

export type PageServed =
  | Readonly<{ kind: 'paper'; paper: Paper }>
  | Readonly<{ kind: 'file'; name: string; type: string; body: string | Uint8Array<ArrayBuffer> }>

export type PaperNeeds = Readonly<{
  page: (wanted: PageWanted) => Promise<PageServed | undefined>
  readLink: ReadLink
  clock: () => Date
  defaultLang: Lang
  /** Whoever is signed in to the local chat may open an old link, too; nobody can where there is no local chat. */
  isAtHome?: (c: Context) => boolean
}>

/** A firm's pages. Read-only, and opened by a signed link: previews and reloads use nothing up. */
export function paperRoutes({ page, readLink, clock, defaultLang, isAtHome = () => false }: PaperNeeds): Hono {
  const routes = new Hono()
  routes.get('/:page', async (c) => {
    const wanted = readLink(c.req.param('page'), c.req.query(), isAtHome(c) ? undefined : clock())
    const found = wanted && (await page(wanted))
    c.header('X-Robots-Tag', 'noindex')
    if (found === undefined) return c.html(renderStale(languageOf(c, defaultLang)), 410)
    if (found.kind === 'paper') return c.html(renderPaper(found.paper))
    return c.body(found.body, 200, { 'Content-Type': found.type, 'Content-Disposition': attachment(found.name) })
  })
  return routes
}

/** RFC 6266: plain ASCII for old readers, and the real name. */
const attachment = (name: string): string =>
  `attachment; filename="shirube${/\.[a-z]+$/u.exec(name)?.[0] ?? ''}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`
