import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { PHONE, visitChat } from './visit.ts'

const AXE = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')

const open = visitChat()

const scrollsSideways = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')

describe('on a phone of 360 px', () => {
  it.each(['ja-JP', 'en-GB'])('nothing scrolls sideways and the box stays in view (%s)', async (locale) => {
    const { ask, page } = await open({ ...PHONE, locale })
    expect(await scrollsSideways(page)).toBe(false)
    await ask('退職')
    await ask(`somebody left ${'unbreakable'.repeat(30)}`)
    await page.locator('summary').last().click()
    expect(await scrollsSideways(page)).toBe(false)
    await expect(page.locator('#composer').boundingBox()).resolves.toMatchObject({ x: 0, width: 360 })
    expect(
      await page
        .locator('#send')
        .boundingBox()
        .then((box) => box && box.y + box.height),
    ).toBeLessThan(740)
  })
})

describe('a new answer', () => {
  it('is shown from its top', async () => {
    const { ask, page } = await open({ viewport: { width: 900, height: 600 } })
    await ask('somebody left')
    await ask('somebody left again')
    const header = await page.locator('.top').boundingBox()
    const turn = await page.locator('.turn').nth(1).boundingBox()
    expect(turn?.y).toBeGreaterThanOrEqual((header?.height ?? 0) - 1)
    expect(turn?.y).toBeLessThan(150)
  })
})

describe('accessibility', () => {
  const looks = (['light', 'dark'] as const).flatMap((scheme) =>
    (['ja', 'en'] as const).flatMap((lang) =>
      (['desk', 'phone'] as const).map((size) => [scheme, lang, size] as const),
    ),
  )

  it.each(looks)('axe finds nothing: %s, %s, %s', async (colorScheme, lang, size) => {
    const locale = lang === 'ja' ? 'ja-JP' : 'en-GB'
    const device = size === 'phone' ? PHONE : { viewport: { width: 1200, height: 860 } }
    const { ask, page } = await open({ colorScheme, locale, ...device })
    const name = (step: string) => join(tmpdir(), `shirube-${lang}-${colorScheme}-${size}-${step}.png`)
    expect(await violations(page)).toEqual([])
    await page.screenshot({ path: name('empty') })
    for (const text of lang === 'ja'
      ? ['パスワード', '怪しいメール', '天気は？', '退職']
      : ['password', 'suspicious', 'weather', 'left'])
      await ask(text)
    await page.screenshot({ path: name('answer') })
    await page.locator('a.mark').last().click()
    await page.screenshot({ path: name('source') })
    expect(await violations(page)).toEqual([])
  })

  it('axe finds nothing on the sign-in page and in trouble', async () => {
    const { page } = await open({ locale: 'ja-JP' })
    await page.route('**/api/chat', (route) => route.abort())
    await page.locator('#question').fill('somebody left')
    await page.keyboard.press('Enter')
    await page.locator('.trouble').waitFor()
    expect(await violations(page)).toEqual([])
    await page.screenshot({ path: join(tmpdir(), 'shirube-trouble.png') })
    await page.context().clearCookies()
    await page.reload()
    await page.locator('.sign-in').waitFor()
    expect(await violations(page)).toEqual([])
    await page.screenshot({ path: join(tmpdir(), 'shirube-sign-in.png') })
  })
})

/** Evaluated through the debugger, which the page's own policy doesn't bind. */
const violations = (page: Page): Promise<unknown> =>
  page.evaluate(
    `${AXE}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)]))`,
  )
