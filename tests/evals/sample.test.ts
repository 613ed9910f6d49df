import { describe, expect, it } from 'vitest'
import type { Bot } from '../../bot/bot.ts'
import type { Case } from '../../evals/cases.ts'
import { sampleAnswers } from '../../evals/sample.ts'

const question = (lang: 'en' | 'ja', q: string, thread?: string): Case => ({
  id: `${lang}-${q}`,
  lang,
  kind: 'clause',
  q,
  gold: 'A',
  accept: [],
  ...(thread === undefined ? {} : { thread }),
})

const CASES: readonly Case[] = [
  ...Array.from({ length: 20 }, (_, at) => question('en', `backup ${String(at)}`)),
  ...Array.from({ length: 3 }, (_, at) => question('en', `why do we need this ${String(at)}`)),
  ...Array.from({ length: 20 }, (_, at) => question('ja', `控え ${String(at)}`)),
  question('ja', '鍵は？', 't'),
  question('ja', 'スマホは？', 't'),
  { id: 'far', lang: 'ja', kind: 'far', q: '明日の天気は？', expect: 'not_covered' },
]

/** Answers everything but what ends in 7, with what was asked. */
const bot: Bot = async (event) => {
  const text = event.kind === 'message' ? event.text : ''
  const outcome = text.endsWith('7') ? 'not_covered' : 'answered'
  const lang = /\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Han}/u.test(text) ? 'ja' : 'en'
  return Promise.resolve({ outcome, lang, blocks: [{ kind: 'text', text }], confidence: 1 })
}

const sample = (seed: string, size = 10) => sampleAnswers(bot, CASES, { size, seed })

describe('sampling answers', () => {
  it('takes half of them in each language', async () => {
    const sampled = await sample('a')
    expect(sampled.filter(({ lang }) => lang === 'en')).toHaveLength(5)
    expect(sampled.filter(({ lang }) => lang === 'ja')).toHaveLength(5)
  })

  it('takes what is asked seldom as often as what is asked often', async () => {
    const english = (await sample('a', 12)).filter(({ lang }) => lang === 'en')
    expect(english.filter(({ facet }) => facet === 'why')).toHaveLength(3)
  })

  it('takes the same ones for the same seed, whatever the order of the cases, and others for another', async () => {
    const again = await sampleAnswers(bot, CASES.toReversed(), { size: 10, seed: 'a' })
    const ids = (sampled: Awaited<ReturnType<typeof sample>>) => sampled.map(({ id }) => id).sort()
    expect(ids(again)).toEqual(ids(await sample('a')))
    expect(ids(await sample('b'))).not.toEqual(ids(await sample('a')))
  })

  it('takes answers only', async () => {
    const sampled = await sample('a', 100)
    expect(sampled.filter(({ q }) => q.endsWith('7') || q === '明日の天気は？')).toEqual([])
    expect(sampled).toHaveLength(18 + 3 + 18 + 2)
  })

  it('asks what came before in a conversation first, and shows it', async () => {
    const asked: string[] = []
    const listening: Bot = async (event) => {
      if (event.kind === 'message') asked.push(`${event.thread}: ${event.text}`)
      return bot(event)
    }
    const sampled = await sampleAnswers(listening, CASES, { size: 100, seed: 'a' })
    expect(sampled.find(({ q }) => q === 'スマホは？')).toMatchObject({ before: ['鍵は？'] })
    expect(asked.filter((one) => one.startsWith('sample ja-スマホは？'))).toEqual([
      'sample ja-スマホは？: 鍵は？',
      'sample ja-スマホは？: スマホは？',
    ])
  })
})
