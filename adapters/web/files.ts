import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Hono } from 'hono'
import { etag } from 'hono/etag'

const FOLDER = join(import.meta.dirname, 'public')

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Read once: a request never names a path on disk. Browsers keep them and ask only whether they changed. */
export function publicFiles(): Hono {
  const files = new Map(readdirSync(FOLDER).flatMap(readPublic))
  const routes = new Hono()
  routes.use(etag())
  routes.get('/:name', (c) => {
    const file = files.get(c.req.param('name'))
    if (!file) return c.notFound()
    return c.body(file.body, 200, { 'Content-Type': file.type, 'Cache-Control': 'no-cache' })
  })
  return routes
}

/** Anything of another type in the folder (a tsconfig.json) is not for browsers. */
function readPublic(name: string): [string, { type: string; body: string }][] {
  const type = TYPES[extname(name)]
  return type ? [[name, { type, body: readFileSync(join(FOLDER, name), 'utf8') }]] : []
}
