import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderCard, wantsCard } from '../../../adapters/teams/card.ts'
import { LIMITS } from '../../../adapters/teams/limits.ts'
import { renderMessage } from '../../../adapters/teams/render.ts'
import type { Block, Citation, Field, Reply } from '../../../bot/reply.ts'
import { chatWordsIn } from '../../../bot/words/chat.ts'
import { anyReply } from '../../fakes/any-reply.ts'
import { cardProblems } from './card-problems.ts'
import { shownOf } from './markdown-shown.ts'
import { buttonsOn, cardOn, markdownOn, type Json } from './seen.ts'

const pageAt = (path: string): string => `https://shirube.example${path}`
const needs = { nonce: 'n'.repeat(16), pageAt }

const replyWith = (...blocks: Block[]): Reply => ({ outcome: 'answered', lang: 'ja', blocks, confidence: 1 })
const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))

const source = (n: number, changed: Partial<Citation> = {}): Citation => ({
  n,
  id: 'CPS.AC-1',
  framework: 'cpsf',
  edition: '1.0',
  title: 'IDと鍵の管理',
  document: 'CPSF',
  wording: 'paraphrase',
  basis: 'seen',
  quote: '要らなくなったら取り消します。',
  url: 'https://www.meti.go.jp/',
  ...changed,
})

/** What any text may be made of, whoever wrote it. Bold, lists and quotes are ours. */
const OURS = new Set([
  'inline',
  'text',
  'text_special',
  'paragraph',
  'softbreak',
  'strong',
  'link',
  'bullet_list',
  'ordered_list',
  'list_item',
  'blockquote',
])

/** The sites that links may lead to: ours, and those of the sources. */
const sites = ({ blocks }: Reply): ReadonlySet<string> =>
  new Set([
    'shirube.example',
    ...blocks.flatMap((block) =>
      block.kind === 'citations' ? block.citations.map(({ url }) => URL.parse(url)?.host ?? '') : [],
    ),
  ])

/** What in a rendered text should not be there. */
function formed(markdown: string, reply: Reply): readonly string[] {
  const { links, markup } = shownOf(markdown)
  const allowed = sites(reply)
  return [
    ...[...markup].filter((kind) => !OURS.has(kind)),
    ...links.filter((link) => !allowed.has(URL.parse(link)?.host ?? link)),
    ...(/<(?:at|a|b|i|img)\b/iu.test(markdown) ? ['a tag'] : []),
  ]
}

/** Of one message or card: whatever Teams would refuse or read otherwise than it was meant. */
function problems(message: Json, reply: Reply): readonly string[] {
  const card = cardOn(message)
  return [
    ...(card === undefined ? [] : cardProblems(card)),
    ...markdownOn(message).flatMap((text) => formed(text, reply)),
    ...(/\\u[dD][89a-fA-F]/u.test(JSON.stringify(message)) ? ['half a surrogate pair'] : []),
    ...(JSON.stringify(message).includes('"text":""') ? ['an empty text'] : []),
  ]
}

/** Whoever sees a failure wants its seed before its smallest example: making texts of 9,000 letters smaller takes minutes. */
const AT_ONCE = { endOnFailure: true }

it('makes of any reply a message that Teams takes, in which no text forms a mention, a link or any markup', () => {
  fc.assert(
    fc.property(anyReply, (reply) => {
      const message = renderMessage(reply, needs)
      expect(problems(message, reply)).toEqual([])
      expect(bytes(message)).toBeLessThanOrEqual(LIMITS.message)
      expect(message['attachments'] === undefined).toBe(!wantsCard(reply))
    }),
    { numRuns: 150, ...AT_ONCE },
  )
})

it('makes of any reply one card that takes the place of another', () => {
  fc.assert(
    fc.property(anyReply, (reply) => {
      const card = renderCard(reply, needs)
      expect(problems({ attachments: [{ content: card }] }, reply)).toEqual([])
      expect(bytes(card)).toBeLessThanOrEqual(LIMITS.message)
    }),
    { numRuns: 100, ...AT_ONCE },
  )
})

it('has one root entity, whose sources are those whose marks stand in the text, at most twenty', () => {
  fc.assert(
    fc.property(anyReply, (reply) => {
      const message = renderMessage(reply, needs)
      const [entity, ...more] = message['entities'] as readonly Json[]
      expect(more).toEqual([])
      const isWritten = reply.blocks.some(({ kind }) => kind === 'written_by_model')
      expect(entity?.['additionalType']).toEqual(isWritten ? ['AIGeneratedContent'] : undefined)
      const claims = (entity?.['citation'] ?? []) as readonly Readonly<{ position: number; appearance: Json }>[]
      const [text = ''] = markdownOn(message)
      expect(claims.length).toBeLessThanOrEqual(20)
      expect(new Set(claims.map(({ position }) => position)).size).toBe(claims.length)
      for (const { position, appearance } of claims) {
        expect(text).toContain(`[${position}]`)
        expect(String(appearance['name']).length).toBeLessThanOrEqual(80)
        expect(String(appearance['abstract']).length).toBeLessThanOrEqual(160)
        expect(String(appearance['name']) === '' || String(appearance['abstract']) === '').toBe(false)
      }
    }),
    { numRuns: 150, ...AT_ONCE },
  )
})

const compact = (text: string): string => text.toWellFormed().replaceAll(/[\s\p{Cc}]/gu, '')

it('shows any text as it was written', () => {
  const texts = anyReply.map(({ blocks }) => blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])))
  fc.assert(
    fc.property(texts, (all) => {
      for (const text of all.filter((one) => one.length < 1_000 && compact(one) !== '')) {
        const said = String(renderMessage(replyWith({ kind: 'text', text }), needs)['text'])
        expect(compact(shownOf(said).text)).toBe(compact(text))
        const [shown = ''] = markdownOn({
          attachments: [{ content: renderCard(replyWith({ kind: 'text', text }), needs) }],
        })
        expect(compact(shownOf(shown).text)).toBe(compact(text))
      }
    }),
    { numRuns: 300, ...AT_ONCE },
  )
})

describe('a message', () => {
  it('has its sources as links in the text and as citations, cut between graphemes', () => {
    const quote = '👨‍👩‍👧‍👦が'.normalize('NFD').repeat(40)
    const message = renderMessage(
      replyWith({ kind: 'text', text: '止めます。[1]' }, { kind: 'citations', citations: [source(1, { quote })] }),
      needs,
    )
    expect(message['text']).toBe(
      '止めます。[1]\n\n[1] [CPS.AC-1 IDと鍵の管理](https://www.meti.go.jp/) — CPSF 1.0 (言い換え; 公式の文と照合済み)',
    )
    const [{ citation }] = message['entities'] as [{ citation: readonly { position: number; appearance: Json }[] }]
    expect(citation).toHaveLength(1)
    expect(citation[0]).toMatchObject({ position: 1, appearance: { name: 'CPS.AC-1 IDと鍵の管理' } })
    expect(citation[0]?.appearance['abstract']).toMatch(/^(?:👨‍👩‍👧‍👦か\u{3099})+(?:👨‍👩‍👧‍👦)?…$/u)
  })

  it('asks whether an answer helped, and nothing of the kind under a card of the firm', () => {
    const asks = (reply: Reply) => renderMessage(reply, needs)['channelData']
    expect(asks(replyWith({ kind: 'text', text: 'はい。' }))).toEqual({ feedbackLoop: { type: 'default' } })
    expect(asks({ ...replyWith({ kind: 'text', text: '保存しました。' }), outcome: 'command' })).toBeUndefined()
  })

  it('lists every suggestion, and offers as many to press as Teams shows', () => {
    const questions = ['一つ目', '二つ目', '三つ目', '四つ目']
    const message = renderMessage(replyWith({ kind: 'suggestions', prompt: 'たとえば', questions }), needs)
    expect(message['text']).toBe('**たとえば**\n\n- 一つ目\n\n- 二つ目\n\n- 三つ目\n\n- 四つ目')
    expect(message['suggestedActions']).toEqual({
      to: [],
      actions: ['一つ目', '二つ目', '三つ目'].map((value) => ({ type: 'imBack', title: value, value })),
    })
  })

  it('keeps sources in its text when there is something to choose, too', () => {
    const message = renderMessage(
      replyWith(
        { kind: 'text', text: '近い項目があります。[1]' },
        { kind: 'choices', prompt: 'どちらですか。', choices: [{ label: 'ログイン', id: 'CPS.AC-4' }] },
        { kind: 'citations', citations: [source(1)] },
      ),
      needs,
    )
    expect(message['text']).toContain('[1] [CPS.AC-1')
    expect(buttonsOn(message).map(({ title }) => title)).toEqual(['ログイン'])
    expect(JSON.stringify(cardOn(message))).not.toContain('近い項目')
  })
})

describe('what is too long', () => {
  const lang = 'ja'
  const end = chatWordsIn(lang).cutShort

  it('says so at the end, cut between graphemes, with its sources still there', () => {
    const text = 'が'.normalize('NFD').repeat(20_000)
    const citations = { kind: 'citations', citations: [source(1)] } as const
    const said = String(renderMessage(replyWith({ kind: 'text', text }, citations), needs)['text'])
    expect(said).toMatch(/^(?:か\u{3099})+…\n\n\[1\] /u)
    expect(said.endsWith(end)).toBe(true)
  })

  it('can still be sent, if it is a form', () => {
    const options = Array.from({ length: 400 }, (_, n) => ({ value: `m${n}`, label: '従業員の名前'.repeat(5) }))
    const fields = Array.from({ length: 12 }, (_, n): Field => ({
      id: `f${n}`,
      kind: 'choice',
      label: '担当',
      optional: true,
      options,
    }))
    const submit = { label: '保存する', action: { kind: 'settings' }, tone: 'main' } as const
    const card = renderCard(replyWith({ kind: 'form', form: { title: '設定', intro: '', fields, submit } }), needs)
    expect(bytes(card)).toBeLessThanOrEqual(LIMITS.message)
    expect(buttonsOn({ attachments: [{ content: card }] }).map(({ title }) => title)).toEqual(['保存する'])
    expect(JSON.stringify(card)).toContain(end)
  })

  it('is not cut at all where it fits', () => {
    const text = '長'.repeat(8_000)
    expect(renderMessage(replyWith({ kind: 'text', text }), needs)['text']).toBe(text)
  })
})
