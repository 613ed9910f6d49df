import type { Level } from '../event.ts'
import type { Lang, Term } from '../../corpus/schema.ts'
import type { Entry, Findings, Hit, Knowledge } from '../ports.ts'
import type { Block, Reply } from '../reply.ts'
import { wordsIn } from '../words/words.ts'
import { cite } from './cite.ts'
import { compare } from './compose/compare.ts'
import { compose, define } from './compose/compose.ts'
import type { Elsewhere } from './compose/other-frameworks.ts'
import type { Facet } from './facet.ts'

/** An entry this far below the best one adds nothing to the answer. */
const ADDS_WITHIN = 1.2
const MOST_ENTRIES = 3
const MOST_CHOICES = 3

/**
 * What is wanted to be known, how it is to be said, and what was said already (ids that earlier answers rest on).
 * `goesOn`: the words of somebody who goes on about what was answered before.
 */
export type Asking = Readonly<{
  knowledge: Knowledge
  facet: Facet
  lang: Lang
  level: Level
  told: readonly string[]
  goesOn?: string
}>

/** All that is needed to say that there is no answer. */
type Telling = Pick<Asking, 'knowledge' | 'lang'>

/** Answers from the best entry, with up to two more that are close to it and stand in relation to it. */
export function answerFrom(findings: Findings, asking: Asking): Reply {
  const [best, ...others] = findings.hits
  const main = best === undefined ? undefined : asking.knowledge.entry(best.id)
  if (best === undefined || main === undefined) return notCovered(findings, asking)
  const more = others
    .filter(
      ({ id, score }) =>
        best.score - score <= ADDS_WITHIN && (main.body.related.includes(id) || isNear(best.score, score)),
    )
    .map(({ id }) => id)
  const also = entriesOf(more, asking.knowledge).slice(0, MOST_ENTRIES - 1)
  return explain([main, ...also], { ...asking, confidence: findings.coverage })
}

const isNear = (best: number, score: number): boolean => best - score <= ADDS_WITHIN / 2

export function explain(
  entries: readonly [Entry, ...Entry[]],
  { confidence, ...asking }: Asking & Readonly<{ confidence: number; elsewhere?: Elsewhere }>,
): Reply {
  return { outcome: 'answered', lang: asking.lang, blocks: compose({ ...asking, entries }), confidence }
}

/** One entry that somebody pressed, picked or goes on asking about. */
export function showEntry(id: string, asking: Asking): Reply {
  const entry = asking.knowledge.entry(id)
  return entry === undefined ? noSuchClause([id], asking) : explain([entry], { ...asking, confidence: 1 })
}

/** A word out of the glossary: its meaning, then the entries it leads to. Undefined where it leads nowhere. */
export function defineTerm(term: Term, asking: Asking): Reply | undefined {
  const [main, ...more] = entriesOf(term.related, asking.knowledge).slice(0, MOST_ENTRIES)
  if (main === undefined) return undefined
  const blocks = define(term, { ...asking, entries: [main, ...more] })
  return { outcome: 'answered', lang: asking.lang, blocks, confidence: 1 }
}

/** Clauses somebody named: one is explained, several are set side by side. */
export function showNamed(entries: readonly [Entry, ...Entry[]], asking: Asking): Reply {
  const shown: readonly [Entry, ...Entry[]] = [entries[0], ...entries.slice(1, MOST_ENTRIES)]
  if (shown.length === 1) return explain(shown, { ...asking, confidence: 1 })
  return { outcome: 'answered', lang: asking.lang, blocks: compare({ ...asking, entries: shown }), confidence: 1 }
}

/** Two or three entries lie too close together to choose for the person: show them and ask. */
export function askBack(findings: Findings, { knowledge, lang }: Telling): Reply {
  const entries = nearest(findings.hits, knowledge)
  const citations = entries.map((entry, index) => cite(knowledge, entry, { n: index + 1, lang }))
  return {
    outcome: 'ask_back',
    lang,
    blocks: [choices(wordsIn(lang).askBack, entries, lang), { kind: 'citations', citations }],
    confidence: findings.coverage,
  }
}

/** Says so, offers the nearest topics to press, and names somebody to ask. Cites nothing: nothing was claimed. */
export function notCovered(findings: Findings, telling: Telling): Reply {
  const words = wordsIn(telling.lang)
  return notCoveredSaying([words.notCovered, words.askPerson], findings, telling)
}

function notCoveredSaying(texts: readonly string[], findings: Findings, { knowledge, lang }: Telling): Reply {
  const entries = nearest(findings.hits, knowledge)
  return {
    outcome: 'not_covered',
    lang,
    blocks: [
      ...texts.map((text) => ({ kind: 'text' as const, text })),
      ...(entries.length === 0 ? [] : [choices(wordsIn(lang).nearestTopics, entries, lang)]),
    ],
    confidence: findings.coverage,
  }
}

/** Somebody found nothing in what was offered: the next nearest, and a wish to hear it in other words. */
export const noneOfThese = (findings: Findings, telling: Telling): Reply =>
  notCoveredSaying([wordsIn(telling.lang).noneOfThese], findings, telling)

/** A question without a subject, as the first thing said. */
export const askAboutWhat = (findings: Findings, telling: Telling): Reply =>
  notCoveredSaying([wordsIn(telling.lang).aboutWhat], findings, telling)

export function noSuchClause(ids: readonly string[], { lang }: Telling): Reply {
  const words = wordsIn(lang)
  return {
    outcome: 'no_such_clause',
    lang,
    blocks: [
      { kind: 'text', text: words.noSuchClause(ids) },
      { kind: 'text', text: words.howManyClauses },
    ],
    confidence: 1,
  }
}

/** The page on what the framework is and is not stands behind a refusal to call anybody certified; never a clause. */
const WHAT_CPSF_IS = 'cpsf-what-it-is'

export function noClaim({ knowledge, lang }: Telling): Reply {
  const words = wordsIn(lang)
  const page = knowledge.entry(WHAT_CPSF_IS)
  const cited = page === undefined ? '' : '[1]'
  return {
    outcome: 'no_claim',
    lang,
    blocks: [
      { kind: 'text', text: `${words.noClaim}${cited}` },
      { kind: 'text', text: words.noClaimInstead },
      ...(page === undefined
        ? []
        : [{ kind: 'citations' as const, citations: [cite(knowledge, page, { n: 1, lang })] }]),
    ],
    confidence: 1,
  }
}

const nearest = (hits: readonly Hit[], knowledge: Knowledge): readonly Entry[] =>
  entriesOf(
    hits.slice(0, MOST_CHOICES).map(({ id }) => id),
    knowledge,
  )

export const entriesOf = (ids: readonly string[], knowledge: Knowledge): readonly Entry[] =>
  ids.map((id) => knowledge.entry(id)).filter((entry) => entry !== undefined)

export const isSome = (entries: readonly Entry[]): entries is readonly [Entry, ...Entry[]] => entries.length > 0

const choices = (prompt: string, entries: readonly Entry[], lang: Lang): Block => ({
  kind: 'choices',
  prompt,
  choices: entries.map(({ body }) => ({ label: body.title[lang], id: body.id })),
})
