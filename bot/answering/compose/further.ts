import { plainText } from '../../plain-text.ts'
import type { Entry } from '../../ports.ts'
import type { Block } from '../../reply.ts'
import { answerWordsIn } from '../../words/answers.ts'
import { newWordsIn } from '../follow-up/new-words.ts'
import { advice, FEW_STEPS, inLang, marked, paragraph, type Composing } from './composing.ts'

type Of<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>

const MOST = 2

/**
 * Somebody who read about a requirement goes on about it: what it has nearest to their words, or else what it has left.
 * Undefined where they read nothing of it yet, or all of it.
 */
export function furtherBlocks(entry: Of<'clause'>, composing: Composing): readonly Block[] | undefined {
  const { lang, level } = composing
  if (!wasTold(entry, composing)) return undefined
  const words = answerWordsIn(lang)
  const { start, evidence, outsourced } = entry.body
  const texts = inLang([...start, outsourced.agree, outsourced.you, outsourced.vendor, ...evidence], lang)
  const near = nearest(texts, composing)
  const items = near.length > 0 ? near : inLang(start.slice(FEW_STEPS[level]), lang)
  if (items.length === 0) return undefined
  const heading = near.length > 0 ? words.nearestHeading : words.whatElse
  return [paragraph(words.furtherLead(marked(entry, lang))), advice({ heading, items })]
}

/** The points of a page nearest to what is said of it by somebody who read it; undefined where none is near. */
export function furtherPoints(page: Of<'page'>, composing: Composing): readonly Block[] | undefined {
  const { lang } = composing
  const items = wasTold(page, composing) ? nearest(inLang(page.body.points, lang), composing) : []
  if (items.length === 0) return undefined
  const lead = paragraph(answerWordsIn(lang).furtherLead(marked(page, lang)))
  return [lead, { kind: 'list', heading: '', items, ordered: false, own: false }]
}

const wasTold = ({ body }: Entry, { goesOn, told }: Composing): boolean =>
  goesOn !== undefined && told.includes(body.id)

/** Texts that share words with what was said, the ones that share most first; in the corpus's order where they share the same. */
function nearest(texts: readonly string[], { goesOn = '' }: Composing): readonly string[] {
  const wanted = newWordsIn(plainText(goesOn)).map(stemOf)
  const shared = (plain: string): number => wanted.filter((word) => plain.includes(word)).length
  return texts
    .map((text) => ({ text, count: shared(plainText(text)) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST)
    .map(({ text }) => text)
}

/** "passwords" and "password", "testing" and "test": good enough to find one in the other. */
const stemOf = (word: string): string => word.replace(/(?<=[a-z]{3})(?:ing|ed|es|s)$/u, '')
