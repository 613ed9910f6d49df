import type { Basis, Lang, Wording } from '../corpus/schema.ts'
import type { Action } from './action.ts'

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

/** `main` is what most people want to press; at most one in a row of buttons. */
export type Button = Readonly<{ label: string; action: Action; tone: 'main' | 'plain' | 'danger' }>

/**
 * `problem`: what is wrong with what was filled in, said under the field. `value`: what stands in it already.
 * `from` a file: where a file can be picked, its SHA-256 and its name are filled in; the file itself goes nowhere.
 */
export type Field = Readonly<{
  id: string
  label: string
  hint?: string
  optional: boolean
  value?: string
  problem?: string
}> &
  (
    | Readonly<{ kind: 'text' | 'long_text'; longest: number; from?: 'file' }>
    | Readonly<{ kind: 'choice' | 'choices'; options: readonly Readonly<{ value: string; label: string }>[] }>
    | Readonly<{ kind: 'date' | 'link' }>
  )

/** Something to fill in: a form on the web, a modal in Slack, a card in Teams. Sending it presses `submit` with the values. */
export type Form = Readonly<{ title: string; intro: string; fields: readonly Field[]; submit: Button }>

/** How far a firm is: two numbers, never one. Counts of items. */
export type Progress = Readonly<{
  applicable: number
  assessed: number
  inPlace: number
  unknown: number
  notApplicable: number
  /** Items that have no place in the firm by what it said about itself. */
  apart: number
}>

/** One piece of a reply. A renderer that forgets a kind does not compile. */
export type Block =
  | Readonly<{ kind: 'text'; text: string }>
  /**
   * `own`: Shirube's advice, to be shown as such and never as the words of a framework. `links`: the corpus's addresses among the items,
   * to be opened from there; no other address becomes a link.
   */
  | Readonly<{
      kind: 'list'
      heading: string
      items: readonly string[]
      ordered: boolean
      own: boolean
      links?: readonly string[]
    }>
  | Readonly<{ kind: 'citations'; citations: readonly Citation[] }>
  | Readonly<{ kind: 'choices'; prompt: string; choices: readonly Choice[] }>
  | Readonly<{ kind: 'suggestions'; prompt: string; questions: readonly string[] }>
  | Readonly<{ kind: 'related'; links: readonly RelatedLink[] }>
  | Readonly<{ kind: 'notice'; text: string }>
  | Readonly<{ kind: 'heading'; text: string }>
  /** Label and value, one pair a line. */
  | Readonly<{ kind: 'facts'; facts: readonly Readonly<{ label: string; value: string }>[] }>
  | Readonly<{ kind: 'progress'; progress: Progress }>
  | Readonly<{ kind: 'buttons'; prompt: string; buttons: readonly Button[] }>
  | Readonly<{ kind: 'form'; form: Form }>
  /** A page to open; `path` begins with a slash and is this server's own. */
  | Readonly<{ kind: 'link'; label: string; path: string }>
  /** Says that a model wrote what stands above it. Law and good manners want it shown, so no renderer may leave it out. */
  | Readonly<{ kind: 'written_by_model'; text: string }>

export type Reply = Readonly<{
  outcome: Outcome
  lang: Lang
  blocks: readonly Block[]
  /** Probability (0–1) that the corpus covers the question; 1 where no question was asked of it. */
  confidence: number
  /** Who may read it: `speaker` for anything of a firm's. Platforms post that where nobody else sees it. Absent: the thread. */
  audience?: 'speaker'
  /** What the reply shows as one card (`item:CK-04`, `home`). A press on a card is answered by changing the card to a reply that shows the same. */
  shows?: string
  /** On `error` only: what to quote to whoever runs the bot. */
  reference?: string
}>

/** An item of a list as texts and, between them, the links it holds: every second part is a link. */
export function partsOf(item: string, links: readonly string[] = []): readonly string[] {
  const longestFirst = links
    .toSorted((a, b) => b.length - a.length)
    .map((link) => link.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`))
  return links.length === 0 ? [item] : item.split(new RegExp(`(${longestFirst.join('|')})`, 'u'))
}

export const citationsOf = (reply: Reply): readonly Citation[] =>
  reply.blocks.flatMap((block) => (block.kind === 'citations' ? block.citations : []))

export const choicesOf = (reply: Reply): readonly Choice[] =>
  reply.blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []))

export const relatedOf = (reply: Reply): readonly RelatedLink[] =>
  reply.blocks.flatMap((block) => (block.kind === 'related' ? block.links : []))

/** Who worded the answer: Shirube's own composing, or a model, whose sentences were checked. */
export const writtenBy = (reply: Reply): 'shirube' | 'model' =>
  reply.blocks.some(({ kind }) => kind === 'written_by_model') ? 'model' : 'shirube'
