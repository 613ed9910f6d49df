import { describe, expect, it } from 'vitest'
import { createTestWeb } from './web.ts'

const web = createTestWeb()

describe('the chat page', () => {
  it.each([
    ['ja', 'ja,en-US;q=0.9'],
    ['ja', 'fr,ja;q=0.9,en;q=0.8'],
    ['en', 'en-US,en;q=0.9,ja;q=0.8'],
    ['en', 'de'],
  ])('is in %s for a browser that prefers %s', async (lang, wanted) => {
    const page = await (await web.get('/', { 'accept-language': wanted })).text()
    expect(page).toContain(`<html lang="${lang}">`)
  })

  it('is in the default language for a browser that says nothing', async () => {
    expect(await (await web.get('/')).text()).toContain('<html lang="ja">')
  })

  it('carries suggested questions in both languages, escaped', async () => {
    const own = createTestWeb({ suggestions: (lang) => [`<b> & "${lang}"`] })
    const page = await (await own.get('/')).text()
    expect(page).toContain('data-ask="&lt;b&gt; &amp; &quot;ja&quot;"')
    expect(page).toContain('data-ask="&lt;b&gt; &amp; &quot;en&quot;"')
  })

  it('has no inline script, style or handler, which its policy would refuse', async () => {
    const page = await (await web.get('/')).text()
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=/)
  })
})

describe('headers', () => {
  it.each(['/', '/?token=wrong', '/healthz', '/public/chat.js', '/api/history', '/nothing'])(
    'keep %s safe',
    async (path) => {
      const { headers } = await web.get(path)
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      )
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    },
  )

  it('stay when something throws', async () => {
    const broken = createTestWeb({ history: () => Promise.reject(new Error('gone')) })
    const { headers } = await broken.get('/api/history?thread=web:0b5c1f0e-8f0a-4e0a-9a62-0d1f0f5d1a33')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('forbid keeping pages and API answers', async () => {
    const kept = ['/', '/api/history'].map(async (path) => (await web.get(path)).headers.get('cache-control'))
    expect(await Promise.all(kept)).toEqual(['no-store', 'no-store'])
  })
})

describe('public files', () => {
  it.each([
    ['chat.js', 'text/javascript; charset=utf-8'],
    ['chat.css', 'text/css; charset=utf-8'],
    ['icon.svg', 'image/svg+xml'],
  ])('serve %s as %s', async (name, type) => {
    const response = await web.request(`/public/${name}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
  })

  it('are sent again only when they changed', async () => {
    const tag = (await web.request('/public/chat.css')).headers.get('etag') ?? ''
    expect((await web.request('/public/chat.css', { headers: { 'if-none-match': tag } })).status).toBe(304)
  })

  it.each(['tsconfig.json', '..%2fapp.ts', 'nothing.js', ''])('hold nothing called %j', async (name) => {
    expect((await web.request(`/public/${name}`)).status).toBe(404)
  })
})

describe('health', () => {
  it('says that the process is up', async () => {
    expect(await (await web.request('/healthz')).json()).toEqual({ status: 'up' })
  })

  it('is not ready while one thing is not', async () => {
    const checks = [
      { name: 'index', ok: true, detail: '' },
      { name: 'store', ok: false, detail: 'no connection' },
    ]
    const response = await createTestWeb({ ready: () => Promise.resolve(checks) }).request('/readyz')
    expect(response.status).toBe(503)
    expect(await response.json()).toEqual({ status: 'not ready', checks })
  })

  it('hands out metrics in the format they come in', async () => {
    const response = await web.request('/metrics')
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4')
    expect(await response.text()).toBe('up 1\n')
  })
})
