import { describe, expect, it } from 'vitest'
import { renderJson, renderText } from '../../../adapters/terminal/render.ts'
import type { Block, Citation, Reply } from '../../../bot/reply.ts'

/** A citation as scripts get it; people see the name of its document as well. */
const CITED = {
  n: 1,
  id: 'CPS.AC-1',
  framework: 'cpsf',
  edition: '1.0',
  title: 'Keys',
  wording: 'paraphrase',
  basis: 'recollected',
  quote: 'Look after keys.',
  url: 'https://example.org/cpsf',
} as const
const CITATION: Citation = { ...CITED, document: 'The Framework' }

/** One block of every kind. */
const BLOCKS: readonly Block[] = [
  { kind: 'text', text: 'Look after keys.[1]' },
  { kind: 'list', heading: 'First steps (own)', items: ['List them.', 'Count them.'], ordered: true, own: true },
  { kind: 'list', heading: '', items: ['A point.'], ordered: false, own: false },
  { kind: 'citations', citations: [CITATION] },
  { kind: 'choices', prompt: 'Which?', choices: [{ label: 'Keys', id: 'CPS.AC-1' }] },
  { kind: 'suggestions', prompt: 'Such as', questions: ['Who has the key?'] },
  { kind: 'related', links: [{ framework: 'scs', id: '4-1-1', title: 'Managing ids', relation: 'related' }] },
  { kind: 'notice', text: 'Check first.' },
]
const REPLY: Reply = { outcome: 'answered', lang: 'en', blocks: BLOCKS, confidence: 0.93456 }

describe('a reply as text', () => {
  it('shows every kind of block', () => {
    expect(renderText(BLOCKS, 'en')).toBe(`Look after keys.[1]

**First steps (own)**
1. List them.
2. Count them.

- A point.

[1] CPS.AC-1 Keys — The Framework 1.0 (in our words; not yet checked with the official text)
    https://example.org/cpsf

Which?
- Keys (CPS.AC-1)

Such as
- Who has the key?

**Related items in other frameworks**
- SCS 4-1-1 Managing ids

> Check first.`)
  })

  it.each([
    ['en', { wording: 'official', basis: 'seen' }, '(official wording; compared with the official text)'],
    ['en', { wording: 'own', basis: 'recollected' }, '(Shirube’s text)'],
    ['ja', { wording: 'paraphrase', basis: 'recollected' }, '(言い換え; 公式の文とはまだ照合していません)'],
    ['ja', { wording: 'own', basis: 'seen' }, '(Shirubeの文)'],
  ] as const)('says in %s how sure a citation is: %j', (lang, how, shown) => {
    expect(renderText([{ kind: 'citations', citations: [{ ...CITATION, ...how }] }], lang)).toContain(shown)
  })
})

describe('a reply as JSON', () => {
  it('is what the contract says, with what has a field of its own left out of the text', () => {
    expect(renderJson(REPLY, { corpusVersion: 'abc', elapsedMs: 3.14159 })).toEqual({
      outcome: 'answered',
      lang: 'en',
      text: `Look after keys.[1]

**First steps (own)**
1. List them.
2. Count them.

- A point.

Such as
- Who has the key?

> Check first.`,
      writtenBy: 'shirube',
      citations: [CITED],
      choices: [{ label: 'Keys', id: 'CPS.AC-1' }],
      related: [{ framework: 'scs', id: '4-1-1', relation: 'related' }],
      confidence: 0.935,
      corpusVersion: 'abc',
      elapsedMs: 3.14,
    })
  })

  it('has a reference when it is an error, and only then', () => {
    const error: Reply = { ...REPLY, outcome: 'error', reference: 'abcd1234' }
    expect(renderJson(error, { corpusVersion: 'abc', elapsedMs: 1 })).toMatchObject({ reference: 'abcd1234' })
    expect(renderJson(REPLY, { corpusVersion: 'abc', elapsedMs: 1 })).not.toHaveProperty('reference')
  })
})
