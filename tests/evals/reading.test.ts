import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../bot/reply.ts'
import type { Lang, Term } from '../../corpus/schema.ts'
import type { Answered } from '../../evals/answered.ts'
import { readingOf } from '../../evals/reading.ts'

const reply = (lang: Lang, texts: readonly string[], outcome: Outcome = 'answered'): Answered => ({
  case: { id: 'd-1', lang, kind: 'clause', q: 'a question', gold: 'A', accept: [] },
  outcome,
  ids: [],
  ranked: [],
  confidence: 1,
  elapsedMs: 1,
  read: { lang, texts },
})

const term = (en: string, ja: string): Term => ({
  id: en,
  term: { en, ja },
  means: { en: '', ja: '' },
  spellings: { en: [], ja: [] },
  related: [],
  source: { document: 'own', wording: 'own', basis: 'recollected' },
})

describe('how easily answers are read', () => {
  it('is measured of English by Flesch: 206.835 − 1.015 × words a sentence − 84.6 × syllables a word', () => {
    const { en } = readingOf([reply('en', ['Lock the door.', 'Take a copy home.'])], [])
    // 7 words, 8 syllables, 2 sentences.
    expect(en.flesch).toBeCloseTo(206.835 - 1.015 * (7 / 2) - 84.6 * (8 / 7), 6)
  })

  it('is measured of Japanese by the characters of a sentence and the share of kanji', () => {
    const { ja } = readingOf([reply('ja', ['鍵をかけます。', '写しを持ち帰る。'])], [])
    expect(ja.sentence).toBe(8 - 0.5)
    expect(ja.kanji).toBeCloseTo(4 / 15, 10)
  })

  it('is the mean over answers, not over the text of all of them together', () => {
    const { ja } = readingOf([reply('ja', ['漢字']), reply('ja', ['かなだけのながいこたえ'])], [])
    expect(ja.kanji).toBe(0.5)
  })

  it('counts different terms of the glossary, as whole words, in either number', () => {
    const glossary = [term('Log', 'ログ'), term('VPN', 'VPN'), term('Risk assessment', 'リスク評価')]
    const { en, ja } = readingOf(
      [
        reply('en', ['Keep logs. A log helps.', 'The login is logged.', 'Do a risk\nassessment.']),
        reply('ja', ['ログを残します。ログとVPNです。']),
      ],
      glossary,
    )
    expect([en.terms, ja.terms]).toEqual([2, 2])
  })

  it('leaves out what is said when there is no answer', () => {
    const { en, ja } = readingOf([reply('en', ['I have nothing on that.'], 'not_covered')], [])
    expect([en.n, ja.n, en.flesch]).toEqual([0, 0, 0])
  })
})
