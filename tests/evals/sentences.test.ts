import { describe, expect, it } from 'vitest'
import type { Block, Citation, Reply } from '../../bot/reply.ts'
import { saidIn } from '../../evals/sentences.ts'

const citation = (n: number, id: string): Citation => ({
  n,
  id,
  framework: 'CPSF',
  edition: '1.0',
  title: id,
  document: 'CPSF',
  wording: 'paraphrase',
  basis: 'seen',
  quote: `what ${id} asks`,
  url: 'https://example.org',
})
const A = { id: 'A', quote: 'what A asks' }
const B = { id: 'B', quote: 'what B asks' }

const reply = (...blocks: readonly Block[]): Reply => ({
  outcome: 'answered',
  lang: 'en',
  blocks: [...blocks, { kind: 'citations', citations: [citation(1, 'A'), citation(2, 'B')] }],
  confidence: 1,
})
const text = (said: string): Block => ({ kind: 'text', text: said })

describe('the sentences of a reply', () => {
  it('rest on the mark that comes after them in their block', () => {
    expect(saidIn(reply(text('Make a list. Keep it up to date.[1]')))).toEqual([
      { kind: 'cited', text: 'Make a list', passages: [A] },
      { kind: 'cited', text: 'Keep it up to date.', passages: [A] },
    ])
    expect(saidIn(reply(text('一覧を作ります。最新に保ちます。[1]')))).toEqual([
      { kind: 'cited', text: '一覧を作ります', passages: [A] },
      { kind: 'cited', text: '最新に保ちます', passages: [A] },
    ])
  })

  it('rest on their own mark where another one follows', () => {
    expect(saidIn(reply(text('一覧を作ります[1]。鍵をかけます[2]。両方します[1][2]。')))).toEqual([
      { kind: 'cited', text: '一覧を作ります', passages: [A] },
      { kind: 'cited', text: '鍵をかけます', passages: [B] },
      { kind: 'cited', text: '両方します', passages: [A, B] },
    ])
  })

  it('are unmarked after the last mark, and with a mark that cites nothing', () => {
    expect(saidIn(reply(text('Make a list[1]. It helps.'), text('Really[7].')))).toEqual([
      { kind: 'cited', text: 'Make a list', passages: [A] },
      { kind: 'unmarked', text: 'It helps' },
      { kind: 'unmarked', text: 'Really' },
    ])
  })

  it('are own advice where the bot shows them so, unless they carry a mark', () => {
    const list: Block = {
      kind: 'list',
      heading: 'First steps',
      items: ['Walk round.', 'Ask B[2].'],
      ordered: true,
      own: true,
    }
    expect(saidIn(reply(list, { ...list, items: ['Point.'], own: false }))).toEqual([
      { kind: 'own', text: 'Walk round' },
      { kind: 'cited', text: 'Ask B', passages: [B] },
      { kind: 'unmarked', text: 'Point' },
    ])
  })
})
