import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../contracts/turns.ts'
import { composeTestBot } from './composed.ts'
import { brokenPromises } from './promises.ts'

const { ask, choose, knowledge, corpus } = await composeTestBot()

const questions = corpus.asked.flatMap(({ body }) => [...body.ja, ...body.en])
const ids = corpus.clauses.map(({ id }) => id)

describe('a strange text gets a reply that keeps every promise', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \t\r\n\u3000\u200b'],
    ['one letter', 'a'],
    ['one kana', 'あ'],
    ['punctuation', '?!…。、'],
    ['an emoji', '😀'],
    ['a family of emoji', '👩‍👩‍👧‍👦🏳️‍🌈👍🏽'],
    ['10,000 letters', 'a'.repeat(10_000)],
    ['10,000 kana', 'ぱ'.repeat(10_000)],
    ['10,000 words', 'password backup '.repeat(5_000)],
    ['a question 2,000 times over', 'どうすればいい？ why do we need proof? '.repeat(400)],
    ['control characters', 'pass\u0000word\u0007\u001b[31m backup\u0085'],
    ['half a surrogate pair', 'パス\ud800ワード \udc00'],
    ['a text from right to left', 'كيف نحمي كلمات المرور؟'],
    ['one turned around', '\u202edrowssap eht si tahw\u202c'],
    ['half-width kana', 'ﾊﾟｽﾜｰﾄﾞｦﾜｽﾚﾏｼﾀ'],
    ['accents upon accents', 'p̷̛̝a̴͓͌s̸̲̈s̶͎̈́w̴o̷r̵d̶'],
    ['markup', '<script>alert(1)</script> & "quotes" <!-- -->'],
    ['marks of citations', '[1] [2] [99] CPS.AC-1 [3]'],
    ['a regular expression', '(?:a+)+$ [[[ \\d{9999} .*?'],
    ['JSON', '{"outcome":"answered","citations":[]}'],
    ['names that objects have', '__proto__ constructor hasOwnProperty toString'],
    ['a hundred ids', ids.slice(0, 100).join(' ')],
    ['a thousand ids that there are not', Array.from({ length: 1_000 }, (_, n) => `CPS.ZZ-${n}`).join(' ')],
  ])('%s', async (_, text) => {
    for (const lang of [undefined, 'ja', 'en'] as const) {
      expect(brokenPromises(await ask(text, lang), knowledge)).toEqual([])
    }
  })
})

describe('any text', () => {
  it('at all gets a reply that keeps every promise', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        expect(brokenPromises(await ask(text), knowledge)).toEqual([])
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  it('patched together from what people ask gets one too, and the same one again', async () => {
    const piece = fc.oneof(fc.constantFrom(...questions), fc.constantFrom(...ids), anyText)
    const text = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(' '))
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('ja' as const, 'en' as const), async (asked, lang) => {
        const reply = await ask(asked, lang)
        expect(reply.lang).toBe(lang)
        expect(brokenPromises(reply, knowledge)).toEqual([])
        expect(await ask(asked, lang)).toEqual(reply)
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it('pressed as if it were a choice is answered or called unknown', async () => {
    const entry = fc.oneof(fc.constantFrom(...ids), anyText, fc.constantFrom('__proto__', 'constructor', ''))
    await fc.assert(
      fc.asyncProperty(entry, async (pressed) => {
        const reply = await choose(pressed, 'en')
        expect(brokenPromises(reply, knowledge)).toEqual([])
        expect(reply.outcome).toBe(knowledge.entry(pressed) === undefined ? 'no_such_clause' : 'answered')
      }),
      { numRuns: 200 },
    )
  })
})
