import { describe, expect, it } from 'vitest'
import { buildLexical, searchLexical } from '../../retrieval/lexical/lexical.ts'
import type { Indexable } from '../../retrieval/indexable.ts'

const entry = (id: string, text: string, ...terms: readonly (readonly string[])[]): Indexable => ({
  id,
  shelf: 'plain',
  kind: 'topic',
  fields: { text: [text] },
  terms,
})

const TELEWORK = ['telework', 'working from home', 'テレワーク', '在宅勤務', '在宅']
const LOG = ['log', 'access record', 'ログ', '操作の記録']

const ENTRIES = [
  entry('home', 'テレワークの日の決まり', TELEWORK),
  entry('elsewhere', 'rules for days of telework'),
  entry('records', 'what to log', LOG),
  entry('door', 'who has the key to the front door'),
  entry('lunch', '昼休みは何分か'),
]
const index = buildLexical(ENTRIES)

/** Ids of what was found at all, best first. */
const found = (question: string): readonly string[] => {
  const { scores } = searchLexical(index, question)
  return [...scores.keys()]
    .filter((at) => (scores[at] ?? 0) > 0)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    .map((at) => ENTRIES[at]?.id ?? '')
}

describe('words for one thing', () => {
  it.each([
    ['another word in the same language', '在宅の人', ['home', 'elsewhere']],
    ['a word in the other language', 'テレワーク', ['home', 'elsewhere']],
    ['a word of several words', 'working from home', ['home', 'elsewhere']],
    ['a plural', 'access records', ['records']],
    ['half-width kana', 'ﾃﾚﾜｰｸ', ['home', 'elsewhere']],
    ['a Latin word amid Japanese', 'telework中', ['home', 'elsewhere']],
  ])('find what is written with another: %s', (_, question, ids) => {
    expect(found(question)).toEqual(ids)
  })

  it('are not seen within another word', () => {
    expect(found('the logic of a login')).toEqual([])
  })

  it('count less the longer the question is that mentions one in passing', () => {
    const scoreOf = (question: string): number => searchLexical(index, question).scores[1] ?? 0
    const short = scoreOf('在宅')
    const long = scoreOf('在宅の社員が先週の金曜に玄関の鍵を持ち帰ってしまい困っています')
    expect(long).toBeGreaterThan(0)
    expect(long).toBeLessThan(short / 2)
  })

  it('leave what the question itself says the most weight', () => {
    expect(found('front door key at home office, working from home')[0]).toBe('door')
  })
})
