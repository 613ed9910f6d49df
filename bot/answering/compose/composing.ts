import type { Level } from '../../event.ts'
import type { Bilingual, Lang } from '../../../corpus/schema.ts'
import type { Entry, Knowledge } from '../../ports.ts'
import type { Block } from '../../reply.ts'
import { answerWordsIn } from '../../words/answers.ts'
import type { Facet } from '../facet.ts'
import { statementOf } from '../cite.ts'
import type { Elsewhere } from './other-frameworks.ts'

export type Composing = Readonly<{
  knowledge: Knowledge
  /** The entry the answer rests on, then up to two that add something. */
  entries: readonly [Entry, ...Entry[]]
  facet: Facet
  lang: Lang
  level: Level
  /** On facet `elsewhere`: what was found there. */
  elsewhere?: Elsewhere
  /** Ids of what this conversation was told of before: it isn't told again in full. */
  told: readonly string[]
  /** What somebody who was told of the first entry went on to say of it, in their words. */
  goesOn?: string
}>

/** How many first steps an answer shows before somebody asks how. */
export const FEW_STEPS: Readonly<Record<Level, number>> = { owner: 1, incharge: 3, newcomer: 2 }

export const paragraph = (text: string): Block => ({ kind: 'text', text })

export const quoted = (title: string, lang: Lang): string => (lang === 'ja' ? `「${title}」` : `“${title}”`)

/** The entry's title with its mark, to be put into a sentence. */
export const marked = (entry: Entry, lang: Lang, n = 1): string => `${quoted(entry.body.title[lang], lang)}[${n}]`

/** The sentence the answer rests on, with its mark. */
export const stated = (entry: Entry, lang: Lang, n = 1): string => `${statementOf(entry)[lang]}[${n}]`

/** What to call the framework that an entry belongs to. */
export function frameworkOf({ knowledge, lang }: Composing, entry: Entry): string {
  return answerWordsIn(lang).frameworks[knowledge.document(entry.body.source.document).framework]
}

type Listing = Readonly<{ heading: string; items: readonly string[]; ordered?: true }>

/** Shirube's own advice, shown as such. */
export const advice = ({ heading, items, ordered }: Listing): Block => ({
  kind: 'list',
  heading,
  items,
  ordered: ordered ?? false,
  own: true,
})

export const inLang = (items: readonly Bilingual[], lang: Lang): readonly string[] => items.map((item) => item[lang])
