import { describe, expect, it } from 'vitest'
import { createPublicApp } from '../../../adapters/web/app.ts'
import { createLinks } from '../../../adapters/web/links.ts'
import type { PageWanted } from '../../../bot/firms/paper/page.ts'
import { createTestWeb, LINK_KEY } from './web.ts'

const NOW = new Date('2027-02-02T00:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const WANTED: PageWanted = { page: 'json', firm: 'f1', lang: 'en', until: later(15) }
const { linkTo, readLink } = createLinks(LINK_KEY)

const page = (wanted: PageWanted) =>
  Promise.resolve({ kind: 'file', name: `見本 ${wanted.firm}.json`, type: 'application/json', body: '{}' } as const)

describe('a signed link', () => {
  it('is read again by every process with the same key', () => {
    const { searchParams } = new URL(linkTo(WANTED), 'http://x')
    expect(createLinks(LINK_KEY).readLink('json', Object.fromEntries(searchParams), NOW)).toEqual(WANTED)
  })

  it.each([
    ['another page', (link: string) => link.replace('/json?', '/xlsx?')],
    ['another firm', (link: string) => link.replace('firm=f1', 'firm=f2')],
    ['a later end', (link: string) => link.replace(/until=\d+/u, `until=${later(9999).getTime()}`)],
    ['another language', (link: string) => link.replace('lang=en', 'lang=ja')],
    ['no seal', (link: string) => link.replace(/&seal=.*/u, '')],
    ['a seal of other letters', (link: string) => link.replace(/&seal=.*/u, `&seal=${'印'.repeat(43)}`)],
    ['a seal of another key', () => createLinks(new Uint8Array(32).fill(1)).linkTo(WANTED)],
  ])('opens nothing once it was changed to %s', async (_, change) => {
    const web = createTestWeb({ page })
    const response = await web.request(change(linkTo(WANTED)))
    expect(response.status).toBe(410)
    expect(await response.text()).toContain('This link no longer works')
  })

  it('works for a while without any cookie, as often as it is opened, and then no longer', async () => {
    for (const [clock, status] of [
      [NOW, 200],
      [later(14), 200],
      [later(15), 410],
    ] as const)
      expect((await createTestWeb({ page, clock: () => clock }).request(linkTo(WANTED))).status).toBe(status)
  })

  it('goes on working for whoever is signed in to the chat on this computer', async () => {
    const web = createTestWeb({ page, clock: () => later(600) })
    expect((await web.get(linkTo(WANTED))).status).toBe(200)
    expect((await web.get(linkTo(WANTED).replace('firm=f1', 'firm=f2'))).status).toBe(410)
  })

  it('is all that opens anything at a public address, besides health', async () => {
    const needs = {
      ready: () => Promise.resolve([]),
      metrics: () => Promise.resolve({ contentType: '', body: '' }),
      watch: { kind: 'closed' },
    } as const
    const log = { error: () => undefined }
    const app = createPublicApp({ ...needs, log, page, readLink, clock: () => NOW, defaultLang: 'ja' })
    const statuses = [linkTo(WANTED), '/healthz', '/', '/api/panel', '/api/history'].map(
      async (path) => (await app.request(`https://shirube.example${path}`)).status,
    )
    expect(await Promise.all(statuses)).toEqual([200, 200, 404, 404, 404])
  })

  it('hands over a file under its own name, kept by no cache', async () => {
    const { headers } = await createTestWeb({ page }).request(linkTo(WANTED))
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="shirube.json"; filename*=UTF-8''${encodeURIComponent('見本 f1.json')}`,
    )
    expect(headers.get('cache-control')).toBe('no-store')
  })
})
