import * as fc from 'fast-check'
import type { Block, Form, Reply } from '../../bot/reply.ts'
import { anyText } from '../contracts/turns.ts'

/** What somebody would write who wants a text to be more than a text, or much longer than a screen. */
const nasty = fc.constantFrom(
  '<!channel>',
  '<@U1>',
  '<at>花</at>',
  '<https://evil.example|ここ>',
  '[ここ](https://evil.example)',
  '[1](https://evil.example)',
  '[1]: https://evil.example',
  '![x](https://evil.example/x.png)',
  '<a href="https://evil.example">ここ</a>',
  '&lt;!here&gt;',
  '&',
  '*_~`>',
  '**太字** __x__ ~~y~~ `z`',
  '\n# 見出し\n> 引用\n- 一\n1. 二\n---\n    code\n```\nx\n```\n|a|b|\n|-|-|',
  '{{DATE(2027-01-01T00:00:00Z)}}',
  'がぎぐ。'.normalize('NFD').repeat(900),
  '👨‍👩‍👧‍👦'.repeat(400),
  'a'.repeat(9_000),
  '<'.repeat(4_000),
)
const text = fc.oneof(
  anyText,
  nasty,
  fc.array(nasty, { maxLength: 4 }).map((parts) => parts.join('')),
)
const id = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme-ascii' })
const url = fc.oneof(fc.webUrl(), fc.constant(''), text, fc.constant('https://evil.example/)[x](y'))
const action = fc.oneof(
  id.map((item) => ({ kind: 'item', item }) as const),
  fc.constant({ kind: 'view', view: 'home' } as const),
)
const button = fc.record({ label: text, action, tone: fc.constantFrom('main', 'plain', 'danger') })
const option = fc.record({ value: text, label: text })
const common = { id, label: text, optional: fc.boolean() }
const more = { hint: text, value: text, problem: text }
const field = fc.oneof(
  fc.record({ ...common, ...more, kind: fc.constantFrom('text', 'long_text'), longest: fc.nat(9_000) }),
  fc.record({
    ...common,
    ...more,
    kind: fc.constantFrom('choice', 'choices'),
    options: fc.array(option, { maxLength: 230 }),
  }),
  fc.record({ ...common, ...more, kind: fc.constantFrom('date', 'link') }),
)
export const anyForm: fc.Arbitrary<Form> = fc.record({
  title: text,
  intro: text,
  fields: fc.array(field, { maxLength: 8 }),
  submit: button,
})
const citation = fc.record({
  n: fc.nat(40),
  id: text,
  framework: text,
  edition: text,
  title: text,
  document: text,
  wording: fc.constantFrom('own', 'official', 'paraphrase'),
  basis: fc.constantFrom('seen', 'recollected'),
  quote: text,
  url,
})
const some = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 6 })
const kind = <K extends Block['kind']>(name: K) => fc.constant(name)
const blocks: { readonly [K in Block['kind']]: fc.Arbitrary<Extract<Block, { kind: K }>> } = {
  text: fc.record({ kind: kind('text'), text }),
  heading: fc.record({ kind: kind('heading'), text }),
  notice: fc.record({ kind: kind('notice'), text }),
  written_by_model: fc.record({ kind: kind('written_by_model'), text }),
  list: fc.record({ kind: kind('list'), heading: text, items: some(text), ordered: fc.boolean(), own: fc.boolean() }),
  citations: fc.record({ kind: kind('citations'), citations: fc.array(citation, { maxLength: 25 }) }),
  choices: fc.record({ kind: kind('choices'), prompt: text, choices: some(fc.record({ label: text, id })) }),
  suggestions: fc.record({ kind: kind('suggestions'), prompt: text, questions: some(text) }),
  related: fc.record({
    kind: kind('related'),
    links: some(fc.record({ framework: id, id, title: text, relation: text })),
  }),
  facts: fc.record({ kind: kind('facts'), facts: some(fc.record({ label: text, value: text })) }),
  progress: fc.record({
    kind: kind('progress'),
    progress: fc.record({
      applicable: fc.nat(),
      assessed: fc.nat(),
      inPlace: fc.nat(),
      unknown: fc.nat(),
      notApplicable: fc.nat(),
      apart: fc.nat(),
    }),
  }),
  buttons: fc.record({ kind: kind('buttons'), prompt: text, buttons: fc.array(button, { maxLength: 60 }) }),
  form: fc.record({ kind: kind('form'), form: anyForm }),
  link: fc.record({ kind: kind('link'), label: text, path: text.map((path) => `/${path}`) }),
}

/** Any reply that there could be, whatever its texts are and however much of everything it has. */
export const anyReply: fc.Arbitrary<Reply> = fc.record(
  {
    outcome: fc.constantFrom('answered', 'command', 'not_covered'),
    lang: fc.constantFrom('ja', 'en'),
    blocks: fc.array(fc.oneof(...Object.values(blocks)), { maxLength: 30 }),
    confidence: fc.constant(1),
    shows: id,
  },
  { requiredKeys: ['outcome', 'lang', 'blocks', 'confidence'] },
)
