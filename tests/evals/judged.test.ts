import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readJudged, summarise, type Judged } from '../../evals/judged.ts'

const PASSAGES = [{ id: 'A', quote: 'what A asks' }]

const answer = (lang: 'en' | 'ja', answers: Judged['answers'], said: Judged['said']): Judged => ({
  id: 'd-1',
  lang,
  facet: 'how',
  before: [],
  q: 'a question',
  said,
  answers,
})

describe('judged answers', () => {
  it('are counted sentence by sentence, all together and in each language', () => {
    const summary = summarise([
      answer('en', 'yes', [
        { kind: 'cited', text: 'one', passages: PASSAGES, verdict: 'supported' },
        { kind: 'cited', text: 'two', passages: PASSAGES, verdict: 'not' },
        { kind: 'own', text: 'three' },
      ]),
      answer('ja', 'partly', [
        { kind: 'cited', text: '四', passages: PASSAGES, verdict: 'partly' },
        { kind: 'cited', text: '五', passages: PASSAGES },
        { kind: 'unmarked', text: '六' },
      ]),
    ])
    const cited = { n: 2, supported: 0, partly: 0, not: 0, open: 0 }
    const asked = { yes: 0, partly: 0, no: 0 }
    expect(summary).toEqual({
      all: {
        answers: 2,
        cited: { n: 4, supported: 1, partly: 1, not: 1, open: 1 },
        own: 1,
        unmarked: 1,
        asked: { yes: 1, partly: 1, no: 0 },
      },
      en: { answers: 1, cited: { ...cited, supported: 1, not: 1 }, own: 1, unmarked: 0, asked: { ...asked, yes: 1 } },
      ja: { answers: 1, cited: { ...cited, partly: 1, open: 1 }, own: 0, unmarked: 1, asked: { ...asked, partly: 1 } },
    })
  })
})

const FOLDER = fileURLToPath(new URL('../../evals/judged', import.meta.url))
const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.jsonl'))

describe.each(files)('the judged answers in %s', (name) => {
  it('have a verdict on every sentence that cites something', async () => {
    const { all } = summarise(await readJudged(join(FOLDER, name)))
    expect(all?.cited.open).toBe(0)
    expect(all?.answers).toBeGreaterThanOrEqual(100)
  })
})
