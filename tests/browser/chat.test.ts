import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Chat } from './start-chat.ts'
import { visitChat } from './visit.ts'

const open = visitChat()

const focused = (page: Page) => page.evaluate('document.activeElement?.id')
const asked = (chat: Chat) =>
  chat.asked.map((event) =>
    event.kind === 'message' ? event.text : event.kind === 'choice' ? event.entry : event.action.kind,
  )

describe('by keyboard only', () => {
  it('a question is asked, its source opened, and the focus is back in the box', async () => {
    const { chat, page } = await open()
    expect(new URL(page.url()).search).toBe('')
    await page.keyboard.type('My colleague left.')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('What now?')
    await page.keyboard.press('Enter')
    await page.locator('.reply').waitFor()
    expect(asked(chat)).toEqual(['My colleague left.\nWhat now?'])
    expect(await focused(page)).toBe('question')
    expect(await page.locator('#question').inputValue()).toBe('')

    await page.locator('a.mark').first().focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.sources li').first().isVisible()).toBe(true)
    expect(await focused(page)).toMatch(/^source-.*-1$/)
  })

  it('the first thing on the page offers to skip to the question box', async () => {
    const { page } = await open()
    expect(await page.evaluate("document.querySelector('a, button, textarea').className")).toContain('skip')
    await page.locator('.skip').focus()
    expect((await page.locator('.skip').boundingBox())?.height).toBeGreaterThan(24)
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('question')
  })
})

describe('Japanese input', () => {
  it('is not sent by the Enter that ends a conversion', async () => {
    const { chat, page } = await open({ locale: 'ja-JP' })
    await page.locator('#question').focus()
    const keyboard = await page.context().newCDPSession(page)
    await keyboard.send('Input.imeSetComposition', { text: '退職', selectionStart: 2, selectionEnd: 2 })
    await keyboard.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 13,
    })
    expect(await page.locator('.said').count()).toBe(0)
    await keyboard.send('Input.insertText', { text: '退職' })
    // Safari's way: the composition is over, and only the key code 229 tells.
    await page.evaluate(
      "document.getElementById('question').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true }))",
    )
    expect(await page.locator('.said').count()).toBe(0)
    await page.keyboard.press('Enter')
    await page.locator('.reply').waitFor()
    expect(asked(chat)).toEqual(['退職'])
  })
})

describe('while it works', () => {
  it('says so at once, and takes one question at a time', async () => {
    const { chat, page } = await open()
    const held = Promise.withResolvers<undefined>()
    await page.route('**/api/chat', async (route) => {
      await held.promise
      await route.continue()
    })
    await page.locator('#question').fill('somebody left')
    const shown = page.evaluate(`new Promise((resolve) => {
      const start = performance.now()
      new MutationObserver(() => resolve(performance.now() - start)).observe(document.getElementById('working'), { childList: true })
      document.getElementById('composer').requestSubmit()
    })`)
    expect(await shown).toBeLessThan(100)
    expect(await page.locator('#log').getAttribute('aria-busy')).toBe('true')
    await page.locator('#question').fill('typed meanwhile')
    await page.keyboard.press('Enter')
    held.resolve(undefined)
    await page.locator('.reply').waitFor()
    expect(await page.locator('#working').textContent()).toBe('')
    expect(await page.locator('#log').getAttribute('aria-busy')).toBe('false')
    expect(await page.locator('#question').inputValue()).toBe('typed meanwhile')
    expect(asked(chat)).toEqual(['somebody left'])
  })
})

describe('buttons', () => {
  it('ask a suggested question and leave what is typed alone', async () => {
    const { page } = await open()
    await page.locator('#question').fill('half a question')
    await page.getByRole('button', { name: 'I think I opened a suspicious mail' }).click()
    await page.locator('.reply[data-outcome=incident]').waitFor()
    expect(await page.locator('#question').inputValue()).toBe('half a question')
    expect(await page.locator('#welcome').isVisible()).toBe(false)
  })

  it('send a choice in the language of the page', async () => {
    const { ask, chat, page } = await open()
    await ask('password?')
    await page.getByRole('button', { name: 'Protecting the login' }).click()
    await page.locator('.reply').nth(1).waitFor()
    expect(chat.asked[1]).toMatchObject({ kind: 'choice', entry: 'CPS.AC-4', lang: 'en' })
    expect(await page.locator('.said').nth(1).textContent()).toContain('Protecting the login')
  })

  it('start a new conversation; a reload brings back the one that is kept', async () => {
    const { ask, chat, page } = await open()
    await ask('somebody left')
    await page.reload()
    await page.locator('.reply').waitFor()
    expect(await page.locator('.said').count()).toBe(1)
    await page.locator('#new-conversation').click()
    expect(await page.locator('.turn').count()).toBe(0)
    expect(await page.locator('#welcome').isVisible()).toBe(true)
    await ask('another')
    expect(new Set(chat.asked.map((event) => event.thread)).size).toBe(2)
  })
})

describe('the language switch', () => {
  it('changes the page and its suggestions, not what was answered, and is remembered', async () => {
    const { ask, page } = await open()
    await ask('somebody left')
    await page.getByRole('button', { name: '日本語' }).click()
    await page.reload()
    await page.locator('.reply').waitFor()
    expect(await page.evaluate('document.documentElement.lang')).toBe('ja')
    expect(await page.title()).toBe('道しるべ Shirube')
    expect(await page.locator('.reply').getAttribute('lang')).toBe('en')
    await page.locator('#new-conversation').click()
    expect(await page.getByRole('button', { name: '退職した人のアカウントはどうすればいい？' }).isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'I think I opened a suspicious mail' }).isVisible()).toBe(false)
  })
})

describe('when something goes wrong', () => {
  it('a message that did not get through is sent again under the same id', async () => {
    const { page } = await open()
    const ids: unknown[] = []
    await page.route('**/api/chat', async (route) => {
      ids.push(route.request().postDataJSON())
      await (ids.length === 1 ? route.abort() : route.continue())
    })
    await page.locator('#question').fill('somebody left')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByRole('button', { name: 'Send again' }).click()
    await page.locator('.reply').waitFor()
    expect(ids).toHaveLength(2)
    expect(ids[1]).toEqual(ids[0])
    expect(await page.locator('.said').count()).toBe(1)
    expect(await page.locator('.trouble').count()).toBe(0)
  })

  it('an answer that was lost on its way back is asked for again, not asked twice', async () => {
    const { chat, page } = await open()
    await page.route(
      '**/api/chat',
      async (route) => {
        await route.fetch()
        await route.abort()
      },
      { times: 1 },
    )
    await page.locator('#question').fill('somebody left')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Send again' }).click()
    await page.locator('.reply').waitFor()
    expect(chat.asked[1]).toEqual(chat.asked[0])
    await page.reload()
    await page.locator('.reply').waitFor()
    expect(await page.locator('.turn').count()).toBe(1)
  })

  it('a reply that failed shows its reference and can be tried again', async () => {
    const { ask, chat, page } = await open()
    await ask('break once')
    expect(await page.getByRole('alert').first().textContent()).toMatch(/this number: [0-9a-f]{8}/)
    await page.getByRole('button', { name: 'Send again' }).click()
    await page.locator('.reply[data-outcome=not_covered]').waitFor()
    expect(chat.asked[1]).toEqual(chat.asked[0])
    expect(await page.locator('.reply').count()).toBe(1)
  })

  it('a question that is too long goes back into the box', async () => {
    const { page } = await open()
    const long = 'x'.repeat(2_001)
    await page.locator('#question').fill(long)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#problem').textContent()).toContain('too long')
    expect(await page.locator('#question').inputValue()).toBe(long)
    expect(await page.locator('.said').count()).toBe(0)
  })
})
