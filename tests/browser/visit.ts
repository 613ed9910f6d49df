import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { startChromium } from './chromium.ts'
import { startChat, type Chat } from './start-chat.ts'

export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const

export interface Visit {
  chat: Chat
  page: Page
  ask: (text: string) => Promise<void>
}

/** One browser for the file, a fresh chat for every test. Answers the function that opens the chat in a fresh profile. */
export function visitChat(): (options?: BrowserContextOptions) => Promise<Visit> {
  let browser: Browser
  let chat: Chat
  beforeAll(async () => {
    browser = await startChromium()
  })
  beforeEach(async () => {
    chat = await startChat()
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    await chat.stop()
  })
  afterAll(() => browser.close())
  return async (options) => {
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options })
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    await page.goto(chat.link)
    return { chat, page, ask: (text) => ask(page, text) }
  }
}

async function ask(page: Page, text: string): Promise<void> {
  const before = await page.locator('.reply').count()
  await page.locator('#question').fill(text)
  await page.locator('#question').press('Enter')
  await page.locator('.reply').nth(before).waitFor()
}
