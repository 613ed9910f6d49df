import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { usedFolder } from '../adapters/store/ready-store.ts'
import { startChromium } from './chromium.ts'
import { PHONE } from './visit.ts'

const AXE = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')

/** Where the pictures of the documentation go; without it, beside the other temporary files. */
const PICTURES = process.env['PICTURES'] ?? tmpdir()

let browser: Browser
let server: ChildProcess
let link: string
let folder: string

beforeAll(async () => {
  browser = await startChromium()
})
afterAll(() => browser.close())
beforeEach(async () => {
  folder = await usedFolder()
})
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
  server.kill('SIGTERM')
  await once(server, 'exit')
  await rm(folder, { recursive: true })
})

/** The server as somebody starts it for the first time, in a language. */
async function startFirst(lang: string): Promise<void> {
  server = spawn(process.execPath, ['main.ts'], {
    env: { ...process.env, DATA_DIR: folder, PORT: '0', DEFAULT_LANG: lang },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (server.stdout === null) throw new Error('the server has no output')
  for await (const line of createInterface({ input: server.stdout })) {
    const found = /http:\/\/\S+\?token=\S+/u.exec(line)
    if (found === null) continue
    link = found[0]
    return
  }
  throw new Error('the server stopped before it said where to look')
}

async function open(
  options: Parameters<Browser['newContext']>[0],
): Promise<Readonly<{ context: BrowserContext; page: Page }>> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 1000, height: 820 },
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(link)
  await page.locator('#panel .meters').waitFor()
  return { context, page }
}

const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).last().click()
/** Sends a form and waits for the next one in its place. */
async function goOn(page: Page, next: string): Promise<void> {
  const title = page.locator('.reply[data-shows=onboarding] h2')
  const before = await title.innerText()
  await press(page, next)
  await expect.poll(() => title.innerText()).not.toBe(before)
}

const picture = (page: Page, name: string) => page.screenshot({ path: join(PICTURES, `${name}.png`) })
const panel = (page: Page) => page.locator('#panel .meter p').allInnerTexts()
const violations = (page: Page): Promise<unknown> =>
  page.evaluate(
    `${AXE}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)]))`,
  )

const SAID = {
  ja: {
    locale: 'ja-JP',
    sample: 'これは見本の会社です',
    clear: '見本を消して、自分の会社で始める',
    begin: '会社のことを教える（3分）',
    next: '次へ',
    firmName: '会社の名前',
    firm: '山田製作所',
    who: 'どこから',
    what: '何を',
    missing: '何を求められているかを書いてください',
    done: 'できている',
    toFirst: '最初の項目へ',
    print: '印刷',
    sheet: '緊急の連絡票',
    president: '社長に見せる1枚',
    month: '社長に見せる1か月のまとめ',
    zero: ['答えた項目：30件のうち0件', 'できている項目：30件のうち0件'],
    one: ['答えた項目：30件のうち1件', 'できている項目：30件のうち1件'],
  },
  en: {
    locale: 'en-GB',
    sample: 'This is a sample firm',
    clear: 'Clear the sample and start with my firm',
    begin: 'Tell me about your firm (3 minutes)',
    next: 'Next',
    firmName: 'Name of the firm',
    firm: 'Yamada Works',
    who: 'Who asks',
    what: 'For what',
    missing: 'Please write what is asked for',
    done: 'Done',
    toFirst: 'To the first item',
    print: 'print',
    sheet: 'Whom to call: emergency sheet',
    president: 'One page for the president',
    month: 'The month in brief, for the president',
    zero: ['Answered: 0 of 30 items', 'In place: 0 of 30 items'],
    one: ['Answered: 1 of 30 items', 'In place: 1 of 30 items'],
  },
} as const

describe.each(['ja', 'en'] as const)('the first ten minutes (%s)', (lang) => {
  const said = SAID[lang]

  it('lead from a sample firm through one’s own profile to a first answer and a sheet to print', async () => {
    await startFirst(lang)
    const { context, page } = await open({ locale: said.locale })
    expect(await page.locator('#panel').innerText()).toContain(said.sample)
    expect(await violations(page)).toEqual([])
    await picture(page, `firm-${lang}-start`)

    await page.locator('#panel .ways button').last().click()
    await page.locator('.reply[data-shows=home]').waitFor()
    await picture(page, `firm-${lang}-checklist`)
    expect(await violations(page)).toEqual([])

    await page.locator('#panel').getByRole('button', { name: said.clear }).click()
    await page.getByRole('button', { name: said.begin }).click()
    await page.getByLabel(said.firmName).fill(said.firm)
    expect(await panel(page)).toEqual(said.zero)
    await picture(page, `firm-${lang}-form`)
    expect(await violations(page)).toEqual([])
    await goOn(page, said.next)
    await page.getByLabel(said.who).fill('A')
    await press(page, said.next)
    const wrong = page.locator('[aria-invalid=true]')
    await wrong.waitFor()
    expect(await page.locator('.problem-of-field').innerText()).toContain(said.missing)
    expect(await page.getByLabel(said.who).inputValue()).toBe('A')
    expect(await page.evaluate('document.activeElement.ariaInvalid')).toBe('true')
    await page.getByLabel(said.what).fill('★3')
    for (let form = 2; form <= 4; form++) await goOn(page, said.next)
    expect(await page.locator('.reply[data-shows=onboarding]').count()).toBe(1)

    await press(page, said.toFirst)
    await page.locator('.reply[data-shows=next]').waitFor()
    await press(page, said.done)
    await expect.poll(() => panel(page)).toEqual(said.one)
    await picture(page, `firm-${lang}-answered`)
    expect(await violations(page)).toEqual([])
    await page.reload()
    await expect.poll(() => page.locator('.reply[data-shows=onboarding]').count()).toBe(1)
    expect(await panel(page)).toEqual(said.one)

    await page.locator('#question').fill(said.print)
    await page.locator('#question').press('Enter')
    for (const label of [said.sheet, said.president, said.month]) {
      const opened = context.waitForEvent('page')
      await page.getByRole('link', { name: label }).click()
      const sheet = await opened
      await sheet.locator('.sheet-of-paper header').waitFor()
      expect(await sheet.locator('.firm').innerText()).toBe(said.firm)
      expect(await violations(sheet)).toEqual([])
      expect(pagesOf(await sheet.pdf({ preferCSSPageSize: true }))).toBe(1)
    }
  })

  it('work on a phone of 360 px, where nothing scrolls sideways', async () => {
    await startFirst(lang)
    const { page } = await open({ ...PHONE, locale: said.locale })
    const sideways = () => page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
    expect(await sideways()).toBe(false)
    for (const word of lang === 'ja'
      ? ['ホーム', '設定', 'メンバー', '印刷']
      : ['home', 'settings', 'people', 'print']) {
      const before = await page.locator('.reply').count()
      await page.locator('#question').fill(word)
      await page.locator('#send').click()
      await page.locator('.reply').nth(before).waitFor()
    }
    expect(await sideways()).toBe(false)
    expect(await violations(page)).toEqual([])
    await picture(page, `firm-${lang}-phone`)
  })
})

it('names a picked file by its hash and sends nothing of what is in it', async () => {
  await startFirst('en')
  const { page } = await open({ locale: 'en-GB' })
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.postData() ?? ''))
  await page.locator('#question').fill('CK-04')
  await page.locator('#question').press('Enter')
  await press(page, 'Who, by when, evidence')
  await page.locator('input[type=file]').setInputFiles({
    name: 'Quote.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('hello'),
  })
  const hash = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824'
  await expect.poll(() => page.locator('input[name=file]').inputValue()).toBe(`Quote.pdf ${hash}`)
  expect(await violations(page)).toEqual([])
  await press(page, 'Save')
  await expect
    .poll(() => page.locator('.reply').last().innerText())
    .toContain(`Quote.pdf [SHA-256 ${hash.slice(0, 12)}…]`)
  expect(sent.filter((body) => body.includes('hello'))).toEqual([])
})

/** Pages of a PDF as Chromium writes it. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0
