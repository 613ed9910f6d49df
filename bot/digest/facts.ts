import type { Lang } from '../../corpus/schema.ts'
import type { Block } from '../reply.ts'
import { digestWordsIn } from '../words/digest.ts'
import { shortDay } from './calendar/words.ts'
import type { Dated, Named, Requested } from './deadlines.ts'
import type { Decision } from './decision.ts'
import type { Digest } from './digest.ts'
import { trendBars } from './trend.ts'

type Fact = Extract<Block, { kind: 'facts' }>['facts'][number]

/** A line for each thing there is to say; what is nothing has none. */
export function factsOf(digest: Digest, lang: Lang): readonly Fact[] {
  const words = digestWordsIn(lang)
  return [
    ...numberFacts(digest, lang),
    ...named(words.done, digest.done, lang),
    ...unknownFact(digest, lang),
    ...dated(words.overdue, digest.overdue, lang),
    ...dated(words.soon, digest.soon, lang),
    ...dated(words.expiring, digest.expiring, lang),
    ...requestFact(digest, lang),
    ...line(words.left, words.leftBy(digest.waiting)),
    ...named(words.changed, digest.changed, lang),
    ...line(words.unanswered, digest.unanswered === undefined ? '' : words.questions(digest.unanswered)),
  ]
}

/** What, how to begin, and what it costs. */
export function decisionFacts({ title, firstStep, ...bands }: Decision, lang: Lang): readonly Fact[] {
  const words = digestWordsIn(lang)
  return [
    ...line(words.toDecide, words.decisionOn(title[lang])),
    ...line(words.firstStep, firstStep[lang]),
    ...line(words.estimate, words.bands(bands)),
  ]
}

/** More would not be read. */
const MOST_NAMES = 2

/** What stands apart stands beside the first number, never far from it. */
function numberFacts({ now, before, since, trend }: Digest, lang: Lang): readonly Fact[] {
  const words = digestWordsIn(lang)
  const change = (key: 'assessed' | 'inPlace') =>
    before === undefined || since === undefined
      ? undefined
      : { by: now[key] - before[key], since: shortDay(since, lang) }
  const count = (key: 'assessed' | 'inPlace', apart: number): string =>
    words.count({ n: now[key], of: now.applicable, change: change(key), apart })
  return [
    ...line(words.assessed, count('assessed', now.notApplicable + now.apart)),
    ...line(words.inPlace, count('inPlace', 0)),
    ...line(words.trend, trend.length < 2 ? '' : words.trendOf(trendBars(trend, now.applicable), trend)),
  ]
}

function unknownFact({ unknowns }: Digest, lang: Lang): readonly Fact[] {
  const words = digestWordsIn(lang)
  const [first] = unknowns
  return line(words.unknowns, first === undefined ? '' : words.unknownsOf(unknowns.length, first.title[lang]))
}

function requestFact({ requests }: Digest, lang: Lang): readonly Fact[] {
  const words = digestWordsIn(lang)
  return some(
    words.requests,
    requests.map((request) => words.request({ ...request, when: whenOf(request, lang) })),
    lang,
  )
}

const whenOf = ({ by, days }: Requested, lang: Lang) =>
  by === undefined || days === undefined ? undefined : { day: shortDay(by, lang), days }

const named = (label: string, all: readonly Named[], lang: Lang): readonly Fact[] =>
  some(
    label,
    all.map(({ title }) => digestWordsIn(lang).named(title[lang])),
    lang,
  )

const dated = (label: string, all: readonly Dated[], lang: Lang): readonly Fact[] =>
  some(
    label,
    all.map(({ title, day, days }) => digestWordsIn(lang).onDay(title[lang], { day: shortDay(day, lang), days })),
    lang,
  )

const some = (label: string, names: readonly string[], lang: Lang): readonly Fact[] =>
  line(
    label,
    names.length === 0
      ? ''
      : digestWordsIn(lang).some(names.slice(0, MOST_NAMES), Math.max(0, names.length - MOST_NAMES)),
  )

const line = (label: string, value: string): readonly Fact[] => (value === '' ? [] : [{ label, value }])
