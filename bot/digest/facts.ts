import type { Lang } from '../../corpus/schema.ts'
import { dayWords } from '../checklist/cards/dates.ts'
import type { Block } from '../reply.ts'
import { digestWordsIn } from '../words/digest.ts'
import type { Dated, Digest, Named } from './digest.ts'
import { trendBars } from './trend.ts'

export type Fact = Extract<Block, { kind: 'facts' }>['facts'][number]

/** A line for everything there is to say; what is nothing has no line. */
export function factsOf(digest: Digest, lang: Lang): readonly Fact[] {
  const words = digestWordsIn(lang)
  const { now, before, unknowns, waiting, unanswered, requests } = digest
  const of = now.applicable
  const change = (key: 'assessed' | 'inPlace') => (before === undefined ? undefined : now[key] - before[key])
  const [firstUnknown] = unknowns
  return [
    { label: words.assessed, value: words.count({ n: now.assessed, of, change: change('assessed') }) },
    { label: words.inPlace, value: words.count({ n: now.inPlace, of, change: change('inPlace') }) },
    ...trendFact(digest, lang),
    ...named(words.done, digest.done, lang),
    ...dated(words.overdue, digest.overdue, lang),
    ...dated(words.soon, digest.soon, lang),
    { label: words.left, value: words.leftBy(waiting) },
    ...(firstUnknown === undefined
      ? []
      : [{ label: words.unknowns, value: words.unknownsOf(unknowns.length, firstUnknown.title[lang]) }]),
    ...requests.slice(0, MOST_NAMES).map(({ by, ...asked }) => ({
      label: words.requests,
      value: words.request({ ...asked, day: by && dayWords(by, lang) }),
    })),
    ...dated(words.expiring, digest.expiring, lang),
    ...named(words.changed, digest.changed, lang),
    ...(unanswered === undefined ? [] : [{ label: words.unanswered, value: words.questions(unanswered) }]),
  ]
}

const MOST_NAMES = 2

function trendFact({ trend, now }: Digest, lang: Lang): readonly Fact[] {
  if (trend.length < 2) return []
  const words = digestWordsIn(lang)
  return [{ label: words.trend, value: words.trendInWords(trendBars(trend, now.applicable), trend) }]
}

const named = (label: string, all: readonly Named[], lang: Lang): readonly Fact[] =>
  some(
    label,
    all.map(({ title }) => title[lang]),
    lang,
  )

const dated = (label: string, all: readonly Dated[], lang: Lang): readonly Fact[] =>
  some(
    label,
    all.map(({ title, day }) => digestWordsIn(lang).onDay(title[lang], dayWords(day, lang))),
    lang,
  )

function some(label: string, names: readonly string[], lang: Lang): readonly Fact[] {
  if (names.length === 0) return []
  const more = Math.max(0, names.length - MOST_NAMES)
  return [{ label, value: digestWordsIn(lang).some(names.slice(0, MOST_NAMES), more) }]
}
