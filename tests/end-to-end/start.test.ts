import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openPglite } from '../../adapters/store/pglite.ts'
import { usedFolder } from '../adapters/store/ready-store.ts'
import { start, type Started } from './started.ts'

const LINK = /(http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+)/u

let root: string
let used: string
const started: Started[] = []
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'shirube-start-'))
  used = await usedFolder()
})
afterAll(() => rm(root, { recursive: true, force: true }))

const starting = (...args: Parameters<typeof start>): Started => {
  const one = start(...args)
  started.push(one)
  return one
}
const clearAll = (): void => {
  for (const one of started.splice(0)) one.clear()
}

/** A browser that has opened the link: the address without the token, and its cookie. */
async function openLink(link: string): Promise<{ origin: string; cookie: string }> {
  const response = await fetch(link, { redirect: 'manual' })
  expect(response.status).toBe(303)
  return { origin: new URL(link).origin, cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
}

const replySchema = z.object({
  reply: z.object({
    outcome: z.string(),
    lang: z.string(),
    blocks: z.array(z.looseObject({ kind: z.string(), citations: z.array(z.object({ id: z.string() })).optional() })),
  }),
  html: z.string(),
})

describe('npm start, on its defaults', () => {
  let bot: Started
  let origin: string
  let cookie: string
  const folder = (): string => join(root, 'defaults')

  beforeAll(async () => {
    bot = start({ by: 'npm start', env: { DATA_DIR: folder(), PORT: '0' } })
    const link = await bot.sees(LINK)
    const browser = await openLink(link)
    origin = browser.origin
    cookie = browser.cookie
  }, 120_000)
  afterAll(() => {
    bot.clear()
  })

  const chat = async (body: object) => {
    const headers = { cookie, origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
    const response = await fetch(`${origin}/api/chat`, { method: 'POST', headers, body: JSON.stringify(body) })
    expect(response.status).toBe(200)
    return replySchema.parse(await response.json())
  }

  it('says in both languages where to look, and logs what it starts with', async () => {
    await bot.sees(/Stop: Ctrl\+C/u)
    expect(bot.printed()).toContain('Open this link in your browser / このリンクをブラウザで開いてください')
    expect(bot.printed()).toMatch(/"entries":\d{3}.*"msg":"ready"/u)
  })

  it('is up and ready, and tells its metrics, to whoever asks', async () => {
    const [healthz, readyz] = await Promise.all([fetch(`${origin}/healthz`), fetch(`${origin}/readyz`)])
    expect([healthz.status, readyz.status]).toEqual([200, 200])
    expect(await healthz.json()).toEqual({ status: 'up' })
    const { status, checks } = z.object({ status: z.string(), checks: z.array(z.object({ name: z.string(), ok: z.boolean() })) }).parse(await readyz.json()) // prettier-ignore
    expect(status).toBe('ready')
    expect(checks.every(({ ok }) => ok)).toBe(true)
    expect(checks.map(({ name }) => name)).toEqual(expect.arrayContaining(['store', 'corpus', 'index']))
    const metrics = await fetch(`${origin}/metrics`)
    expect(metrics.headers.get('content-type')).toContain('text/plain')
    expect(await metrics.text()).toContain('# TYPE shirube_replies_total counter')
  })

  it('shows its page to whoever opened the link, and to nobody else', async () => {
    const [known, stranger] = await Promise.all([fetch(origin, { headers: { cookie } }), fetch(origin)])
    expect([known.status, stranger.status]).toEqual([200, 401])
    expect(await known.text()).toContain('Shirube')
    expect((await fetch(`${origin}/?token=wrong`, { redirect: 'manual' })).status).toBe(401)
  })

  it.each([
    ['ja', 'CPS.IP-9とは'],
    ['en', 'What is CPS.IP-9?'],
  ])('answers with citations in %s: %s', async (lang, text) => {
    const { reply, html } = await chat({ id: randomUUID(), text })
    const cited = reply.blocks.flatMap(({ citations }) => (citations ?? []).map(({ id }) => id))
    expect([reply.outcome, reply.lang, cited]).toEqual(['answered', lang, ['CPS.IP-9']])
    expect(html).toContain(`lang="${lang}"`)
  })

  it('answers the same question sent again under the same id with the same reply, and keeps one turn', async () => {
    const [id, thread] = [randomUUID(), `web:${randomUUID()}`]
    const first = await chat({ id, thread, text: 'How often should we take backups?' })
    expect(await chat({ id, thread, text: 'How often should we take backups?' })).toEqual(first)
    const history = await fetch(`${origin}/api/history?thread=${thread}`, { headers: { cookie } })
    const { html } = z.object({ html: z.string() }).parse(await history.json())
    expect(html.split('class="turn"')).toHaveLength(2)
  })

  it('counts its replies', async () => {
    await chat({ id: randomUUID(), text: 'hello' })
    expect(await (await fetch(`${origin}/metrics`)).text()).toMatch(
      /shirube_replies_total\{outcome="smalltalk",lang="en"\} [1-9]/u,
    )
  })

  it('logs nothing of what people ask', async () => {
    await chat({ id: randomUUID(), text: 'a word that occurs nowhere else: quetzalcoatl' })
    expect(bot.printed()).not.toContain('quetzalcoatl')
  })

  it('keeps what it keeps for its owner alone', async () => {
    expect((await stat(join(folder(), 'web-token'))).mode & 0o077).toBe(0)
    expect((await stat(join(folder(), 'store'))).mode & 0o077).toBe(0)
  })

  it('asked to stop, stops with all it started, and exits 0', async () => {
    bot.send('SIGTERM')
    expect(await bot.ended).toBe(0)
    await expect(fetch(`${origin}/healthz`)).rejects.toThrow()
    expect(await readdir(folder())).not.toContain('store.lock')
  }, 60_000)

  it('leaves what the next start loads faster, where nobody else can put anything', async () => {
    const [version = ''] = await readdir(join(folder(), 'compiled'))
    expect(version).toContain(process.version)
    expect(await readdir(join(folder(), 'compiled', version))).not.toEqual([])
    expect((await stat(folder())).mode & 0o077).toBe(0)
  })
})

describe('the bot on a folder that was used before', () => {
  const env = () => ({ DATA_DIR: used, PORT: '0' })
  afterEach(clearAll)

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'stops cleanly on %s, and its store and its link are there again',
    async (signal) => {
      const bot = starting({ env: env() })
      const link = await bot.sees(LINK)
      expect((await fetch(new URL('/healthz', link))).status).toBe(200)
      bot.send(signal)
      expect(await bot.ended).toBe(0)
      await expect(fetch(new URL('/healthz', link))).rejects.toThrow()
      const store = await openPglite(env().DATA_DIR)
      await store.healthy()
      await store.close()
      expect(new URL(link).searchParams.get('token')).toBe(
        (await readFile(join(env().DATA_DIR, 'web-token'), 'utf8')).trim(),
      )
    },
    120_000,
  )

  it('stops cleanly when it is told to the moment it shows its link', async () => {
    const bot = starting({ env: env() })
    await bot.sees(LINK)
    bot.send('SIGTERM')
    expect(await bot.ended).toBe(0)
  }, 120_000)

  it('refuses to start beside another one, says who has the folder and what to do, and leaves that one in peace', async () => {
    const first = starting({ env: env() })
    const link = await first.sees(LINK)
    const second = starting({ env: { ...env(), LOG_LEVEL: 'silent' } })
    expect(await second.ended).toBe(1)
    expect(second.printed()).toContain(`The data folder ${env().DATA_DIR} is in use by process`)
    expect(second.printed()).toContain('set DATA_DIR to another folder')
    expect(second.printed()).not.toMatch(/^\s+at .*\(?file:/mu)
    expect((await fetch(new URL('/readyz', link))).status).toBe(200)
    first.send('SIGTERM')
    expect(await first.ended).toBe(0)
  }, 120_000)

  it('remembers a conversation after being killed', async () => {
    const [id, thread] = [randomUUID(), `web:${randomUUID()}`]
    const first = starting({ env: env() })
    const { origin, cookie } = await openLink(await first.sees(LINK))
    await fetch(`${origin}/api/chat`, {
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'application/json' },
      body: JSON.stringify({ id, thread, text: 'CPS.AC-1' }),
    })
    first.send('SIGKILL')
    await first.ended
    const second = starting({ env: env() })
    const again = await openLink(await second.sees(LINK))
    const history = await fetch(`${again.origin}/api/history?thread=${thread}`, { headers: { cookie: again.cookie } })
    expect(await history.text()).toContain('CPS.AC-1')
  }, 120_000)
})

describe('the bot with settings that matter at the start', () => {
  afterEach(clearAll)
  const folder = () => used

  it('names every one that cannot be used with what is wrong, shows no password, and does not start', async () => {
    const bot = starting({
      env: {
        DATA_DIR: join(root, 'bad'),
        PORT: 'abc',
        DATABASE_URL: 'mysql://me:secret@host/db',
        DEFAULT_LANG: 'fr',
        LOG_LEVEL: 'loud',
        PUBLIC_URL: 'shirube',
      },
    })
    expect(await bot.ended).toBe(1)
    for (const bad of ['PORT=abc', 'DATABASE_URL=', 'DEFAULT_LANG=fr', 'LOG_LEVEL=loud', 'PUBLIC_URL=shirube']) {
      expect(bot.printed()).toContain(bad)
    }
    expect(bot.printed()).toContain('must begin with postgres://')
    expect(bot.printed()).not.toContain('secret')
    await expect(stat(join(root, 'bad'))).rejects.toThrow('ENOENT')
  }, 60_000)

  it('says that a port is taken, and gives the data folder back', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = z.object({ port: z.number() }).parse(other.address())
    const bot = starting({ env: { DATA_DIR: folder(), PORT: String(port) } })
    expect(await bot.ended).toBe(1)
    expect(bot.printed()).toContain(`Port ${port} is already in use; set PORT`)
    other.close()
    const store = await openPglite(folder())
    await store.healthy()
    await store.close()
  }, 120_000)

  it('has no local chat where a public address is set', async () => {
    const bot = starting({ env: { DATA_DIR: folder(), PORT: '0', PUBLIC_URL: 'https://shirube.example' } })
    const port = await bot.sees(/"port":(\d+)/u)
    await bot.sees(/web chat is off/u)
    const responses = ['/', '/api/history?thread=x', '/healthz', '/readyz'].map((path) =>
      fetch(`http://127.0.0.1:${port}${path}`),
    )
    expect((await Promise.all(responses)).map(({ status }) => status)).toEqual([404, 404, 200, 200])
    expect(bot.printed()).not.toContain('token=')
  }, 120_000)
})
