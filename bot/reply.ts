import type { Basis, Lang, Wording } from '../corpus/schema.ts'

/** How a message ended. Others rely on these words: docs/contracts.md. */
export type Outcome =
  | 'answered'
  | 'ask_back'
  | 'not_covered'
  | 'no_such_clause'
  | 'incident'
  | 'smalltalk'
  | 'no_claim'
  | 'command'
  | 'error'

/** What a sentence rests on. `n` is the mark `[n]` in the text; attached by code from corpus ids, never from a text. */
export type Citation = Readonly<{
  n: number
  id: string
  framework: string
  edition: string
  title: string
  document: string
  wording: Wording
  basis: Basis
  quote: string
  url: string
}>

export type Choice = Readonly<{ label: string; id: string }>
export type RelatedLink = Readonly<{ framework: string; id: string; title: string; relation: string }>

/** One piece of a reply. A renderer that forgets a kind does not compile. */
export type Block =
  | Readonly<{ kind: 'text'; text: string }>
  /** `own`: Shirube's advice, to be shown as such and never as the words of a framework. */
  | Readonly<{ kind: 'list'; heading: string; items: readonly string[]; ordered: boolean; own: boolean }>
  | Readonly<{ kind: 'citations'; citations: readonly Citation[] }>
  | Readonly<{ kind: 'choices'; prompt: string; choices: readonly Choice[] }>
  | Readonly<{ kind: 'suggestions'; prompt: string; questions: readonly string[] }>
  | Readonly<{ kind: 'related'; links: readonly RelatedLink[] }>
  | Readonly<{ kind: 'notice'; text: string }>

export type Reply = Readonly<{
  outcome: Outcome
  lang: Lang
  blocks: readonly Block[]
  /** Probability (0–1) that the corpus covers the question; 1 where no question was asked of it. */
  confidence: number
  /** On `error` only: what to quote to whoever runs the bot. */
  reference?: string
}>

export const citationsOf = (reply: Reply): readonly Citation[] =>
  reply.blocks.flatMap((block) => (block.kind === 'citations' ? block.citations : []))

export const choicesOf = (reply: Reply): readonly Choice[] =>
  reply.blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []))

export const relatedOf = (reply: Reply): readonly RelatedLink[] =>
  reply.blocks.flatMap((block) => (block.kind === 'related' ? block.links : []))
