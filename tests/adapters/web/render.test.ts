import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderHistory } from '../../../adapters/web/history.ts'
import { renderReply } from '../../../adapters/web/render.ts'
import type { Block, Citation, Reply } from '../../../bot/reply.ts'

const replyWith = (...blocks: Block[]): Reply => ({ outcome: 'answered', lang: 'en', blocks, confidence: 1 })
const render = (...blocks: Block[]): string => renderReply(replyWith(...blocks), 'k').toString()

const source = (n: number, changed: Partial<Citation> = {}): Citation => ({
  n,
  id: 'CPS.AC-1',
  framework: 'cpsf',
  edition: '1.0',
  title: 'Managing ids',
  document: 'CPSF',
  wording: 'paraphrase',
  basis: 'seen',
  quote: 'Withdraw what is no longer needed.',
  url: 'https://www.meti.go.jp/',
  ...changed,
})

describe('text', () => {
  it('has paragraphs, line breaks and bold, and nothing else', () => {
    expect(render({ kind: 'text', text: 'One **two**\nthree\n \n\n<b>four</b> ** five\n\n' })).toContain(
      '<p>One <strong>two</strong><br>three</p><p>&lt;b&gt;four&lt;/b&gt; ** five</p>',
    )
  })

  it('links a mark to its source, and leaves a number without one as it is', () => {
    const html = render(
      { kind: 'text', text: 'Do it. [1] Really **now [1]** [2]' },
      { kind: 'citations', citations: [source(1)] },
    )
    const mark = '<sup><a class="mark" href="#source-k-1" aria-label="Source 1">1</a></sup>'
    expect(html).toContain(`<p>Do it. ${mark} Really <strong>now ${mark}</strong> [2]</p>`)
    expect(html.match(/id="source-k-1"/g)).toHaveLength(1)
  })
})

describe('a source', () => {
  it('says what it is, where it stands and how far to trust it', () => {
    const html = render({
      kind: 'citations',
      citations: [source(1), source(2, { wording: 'official', basis: 'recollected' })],
    })
    expect(html).toContain('<summary>Sources (2)</summary>')
    expect(html).toContain('<blockquote>Withdraw what is no longer needed.</blockquote>')
    expect(html).toContain('CPSF<span class="dot">edition 1.0</span>')
    expect(html).toContain('in our words')
    expect(html).toContain('official wording')
    expect(html).toContain('not yet checked with the official text')
    expect(html).toContain('href="https://www.meti.go.jp/" target="_blank" rel="noopener noreferrer"')
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', ''])('never links to %j', (url) => {
    expect(render({ kind: 'citations', citations: [source(1, { url })] })).not.toContain('<a href')
  })
})

describe('blocks', () => {
  it('mark Shirube’s own advice', () => {
    const list = { kind: 'list', heading: 'First steps', items: ['a', 'b'], ordered: true } as const
    expect(render({ ...list, own: true })).toContain('<section class="list own"><h2>First steps</h2><ol>')
    expect(render({ ...list, own: false })).not.toContain('own')
  })

  it('with nothing in them leave no empty lists behind', () => {
    const html = render(
      { kind: 'list', heading: 'h', items: [], ordered: false, own: false },
      { kind: 'choices', prompt: 'p', choices: [] },
      { kind: 'suggestions', prompt: 'p', questions: [] },
      { kind: 'citations', citations: [] },
      { kind: 'related', links: [] },
    )
    expect(html).not.toMatch(/<ul|<ol|<details/)
  })

  it('speak the language of the reply', () => {
    const html = renderReply(
      { ...replyWith({ kind: 'citations', citations: [source(1)] }), lang: 'ja' },
      'k',
    ).toString()
    expect(html).toContain('lang="ja"')
    expect(html).toContain('根拠 (1)')
  })
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('<script>', '</p>', '"', "'", '&', '>', ' onload=x ', '**', '[1]', '[99]', '\n', 'あ'))
    .map((parts) => parts.join('')),
)

const anyCitation: fc.Arbitrary<Citation> = fc.record({
  n: fc.integer({ min: 1, max: 9 }),
  id: anyText,
  framework: anyText,
  edition: anyText,
  title: anyText,
  document: anyText,
  wording: fc.constantFrom('paraphrase', 'official', 'own'),
  basis: fc.constantFrom('seen', 'recollected'),
  quote: anyText,
  url: fc.oneof(
    anyText,
    anyText.map((text) => `https://${text}`),
  ),
})

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text'), text: anyText }),
  fc.record({ kind: fc.constant('notice'), text: anyText }),
  fc.record({
    kind: fc.constant('list'),
    heading: anyText,
    items: fc.array(anyText),
    ordered: fc.boolean(),
    own: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('citations'), citations: fc.array(anyCitation) }),
  fc.record({
    kind: fc.constant('choices'),
    prompt: anyText,
    choices: fc.array(fc.record({ label: anyText, id: anyText })),
  }),
  fc.record({ kind: fc.constant('suggestions'), prompt: anyText, questions: fc.array(anyText) }),
  fc.record({
    kind: fc.constant('related'),
    links: fc.array(fc.record({ framework: anyText, id: anyText, title: anyText, relation: anyText })),
  }),
)

const anyReply: fc.Arbitrary<Reply> = fc.record({
  outcome: fc.constantFrom('answered', 'not_covered', 'incident', 'error'),
  lang: fc.constantFrom('ja', 'en'),
  blocks: fc.array(anyBlock, { maxLength: 5 }),
  confidence: fc.constant(1),
})

/** Every tag a renderer may write, with the attributes it may have. What is left over may hold no angle bracket. */
const OWN_TAG =
  /<\/?(div|p|span|section|aside|h2|ol|ul|li|sup|a|strong|br|details|summary|blockquote|button|small)( (class|role|lang|href|id|tabindex|type|target|rel|aria-label|data-[a-z]+)="[^"<>]*")*>/g

describe('whatever the texts are', () => {
  it('no tag but our own comes out of a reply', () => {
    fc.assert(
      fc.property(anyReply, anyText, (reply, key) => {
        expect(renderReply(reply, key).toString().replace(OWN_TAG, '')).not.toMatch(/[<>]/)
      }),
      { numRuns: 500 },
    )
  })

  it('no tag but our own comes out of the history', () => {
    fc.assert(
      fc.property(anyReply, anyText, anyText, (reply, id, said) => {
        const turns = [
          { event: { id, thread: 't', kind: 'message', text: said } as const, reply },
          { event: { id, thread: 't', kind: 'choice', entry: said } as const, reply },
        ]
        expect(renderHistory(turns, 'ja').toString().replace(OWN_TAG, '')).not.toMatch(/[<>]/)
      }),
      { numRuns: 200 },
    )
  })
})
