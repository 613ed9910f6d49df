import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usedFolder } from '../adapters/store/ready-store.ts'
import { startChromium } from './chromium.ts'

let browser: Browser
let server: ChildProcess
let link: string
let folder: string

beforeAll(async () => {
  folder = await usedFolder()
  server = spawn(process.execPath, ['main.ts'], {
    env: { ...process.env, DATA_DIR: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  link = await linkFrom(server)
  browser = await startChromium()
})
afterAll(async () => {
  await browser.close()
  server.kill('SIGTERM')
  await once(server, 'exit')
  await rm(folder, { recursive: true })
})

async function linkFrom({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('the server has no output')
  for await (const line of createInterface({ input: stdout })) {
    const found = /http:\/\/\S+\?token=\S+/u.exec(line)
    if (found !== null) return found[0]
  }
  throw new Error('the server stopped before it said where to look')
}

describe('the bot that ships, in the browser', () => {
  it.each([
    ['ja-JP', '辞めた人のメールはどうすればいい？', '根拠'],
    ['en-GB', 'someone quit, what about his mail?', 'Sources'],
  ])('answers a question in %s from the right clause', async (locale, question, sources) => {
    const context = await browser.newContext({ locale })
    const page = await context.newPage()
    await page.goto(link)
    await page.locator('#question').fill(question)
    await page.locator('#question').press('Enter')
    await page.locator('.reply a.mark').first().click()
    expect(await page.locator('.reply summary').innerText()).toContain(sources)
    expect(await page.locator('.sources li').first().innerText()).toContain('CPS.IP-9')

    await page.reload()
    await page.locator('.reply').waitFor()
    expect(await page.locator('.turn').first().innerText()).toContain(question)
    await context.close()
  })

  it('says that something is not in the corpus, and offers topics that can be pressed', async () => {
    const context = await browser.newContext({ locale: 'en-GB' })
    const page = await context.newPage()
    await page.goto(link)
    await page.locator('#question').fill('what is the weather tomorrow')
    await page.locator('#question').press('Enter')
    const refusal = page.locator('.reply').first()
    expect(await refusal.innerText()).toContain('nothing in my sources')
    await refusal.locator('button').first().click()
    const shown = page.locator('.reply').nth(1)
    await shown.waitFor()
    expect(await shown.locator('.sources li').count()).toBe(1)
    await context.close()
  })
})
