import { describe, expect, it } from 'vitest'
import { decodeAction, encodeAction, type Action } from '../../../bot/action.ts'
import type { Block, Reply } from '../../../bot/reply.ts'
import { claimIn } from '../../../corpus/claims.ts'
import { LANGS, type Lang } from '../../../corpus/schema.ts'
import { brokenPromises, wordsOf } from '../promises.ts'
import { KNOWLEDGE } from './logs.ts'
import { buttonsIn, openOffice } from './office.ts'

/** What leads out of the checklist has tests of its own. */
const CHECKLIST: ReadonlySet<Action['kind']> = new Set([
  'view',
  'stage',
  'item',
  'more',
  'vendor_message',
  'history',
  'projection',
  'answer_form',
  'answer',
  'details',
  'save_details',
  'remove_evidence',
  'undo',
  'confirm_answer',
  'send_back_form',
  'send_back',
])

const VALUES = {
  ja: { reason: '機械を使っていない', note: '佐藤さんに聞く', due: '2026-11-20', link: 'https://example.jp/a' },
  en: { reason: 'no machines here', note: 'Ask Sato', due: '2026-11-20', link: 'https://example.jp/a' },
} satisfies Record<Lang, Record<string, string>>

const VIEWS = ['home', 'checklist', 'next', 'progress', 'unknowns', 'mine', 'overdue', 'undo'] as const

/** Presses every button of every card there is, a manager's too, until nothing new is offered. */
async function walk(lang: Lang): Promise<readonly Reply[]> {
  const office = openOffice()
  const replies: Reply[] = []
  const pressed = new Set<string>()
  const ahead: Action[] = [{ kind: 'view', view: 'home' }]
  for (let action = ahead.shift(); action !== undefined && pressed.size < 600; action = ahead.shift()) {
    // Later entries of the log make new codes for old cards without end.
    const code = encodeAction(action).replaceAll(/"(?:seq|seen|answer|added)":\d+/gu, '')
    if (!CHECKLIST.has(action.kind) || pressed.has(code)) continue
    pressed.add(code)
    const reply = await office.press(action, { as: 'ken', lang, values: VALUES[lang] })
    office.wait(1)
    replies.push(reply)
    ahead.push(...buttonsIn(reply).map((button) => button.action))
  }
  for (const view of VIEWS) replies.push(await office.press({ kind: 'view', view }, { as: 'ken', lang }))
  return replies
}

const textsIn = (block: Block): readonly string[] => (block.kind === 'form' ? formTexts(block) : wordsOf(block))

const formTexts = ({ form }: Extract<Block, { kind: 'form' }>): readonly string[] => [
  form.title,
  form.intro,
  form.submit.label,
  ...form.fields.flatMap(({ label, hint = '', problem = '' }) => [label, hint, problem]),
]

describe.each(LANGS)('wherever one presses in %s', async (lang) => {
  const replies = await walk(lang)
  const every = <T>(of: (reply: Reply) => readonly T[]): readonly T[] => replies.flatMap(of)

  it('comes to every kind of card', () => {
    const shown = new Set(every(({ shows = '' }) => [shows.replace(/:.*/u, '')]))
    expect([...shown].toSorted()).toEqual([...VIEWS, 'item', 'projection', 'vendor'].toSorted())
    expect(replies.length).toBeGreaterThan(300)
  })

  it('keeps what every reply promises', () => {
    expect(every((reply) => brokenPromises(reply, KNOWLEDGE))).toEqual([])
  })

  it('never says that anybody is certified, compliant or safe, in numbers and facts either', () => {
    expect(every(({ blocks }) => blocks.flatMap(textsIn)).filter((text) => claimIn(text) !== undefined)).toEqual([])
  })

  it('shows no id where a person begins to read', () => {
    const first = every(({ blocks }) => blocks.slice(0, 1).flatMap(textsIn))
    expect(first.filter((text) => /CK-\d|CPS\.|\d-\d-\d/u.test(text))).toEqual([])
  })

  it('offers no button without words, and none that cannot be pressed', () => {
    const buttons = every(buttonsIn)
    expect(buttons.filter(({ label }) => label.trim() === '')).toEqual([])
    for (const { action } of buttons) {
      expect(decodeAction(encodeAction(action))).toEqual(action)
      expect(encodeAction(action).length).toBeLessThan(500)
    }
  })

  it('offers at most one main button in a row', () => {
    const rows = every(({ blocks }) => blocks.flatMap((block) => (block.kind === 'buttons' ? [block.buttons] : [])))
    expect(rows.filter((row) => row.filter(({ tone }) => tone === 'main').length > 1)).toEqual([])
  })

  it('stays small enough for every platform', () => {
    expect(Math.max(...replies.map(({ blocks }) => blocks.length))).toBeLessThanOrEqual(20)
    const texts = every(({ blocks }) => blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])))
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(3_000)
  })

  it('speaks the language it was asked in', () => {
    const own = every(({ shows = '', blocks }) => (shows.startsWith('vendor:') ? [] : blocks.flatMap(textsIn)))
    const foreign =
      lang === 'en'
        ? own.filter((text) => /[\p{scx=Hira}\p{scx=Kana}]/u.test(text.replaceAll(/\d(?:か条|原則|取組)-\d/gu, '')))
        : own.filter((text) => text.length > 30 && !/[\p{scx=Hira}\p{scx=Kana}\p{Script=Han}]/u.test(text))
    expect(foreign.filter((text) => !text.startsWith('https://'))).toEqual([])
  })
})
