import type { Lang } from '../../corpus/schema.ts'
import type { Block } from '../reply.ts'
import { digestWordsIn } from '../words/digest.ts'
import { shortDay } from './calendar/words.ts'
import type { Dated, Requested } from './deadlines.ts'
import type { Decision } from './decision.ts'
import type { Digest } from './digest.ts'
import { trendBars } from './trend.ts'

type Fact = Extract<Block, { kind: 'facts' }>['facts'][number]

/** A line for each thing there is to say; what is nothing has none. */
export function factsOf(digest: Digest, lang: Lang): readonly Fact[] {
  const words = digestWordsIn(lang)
  const { done, expiring, changed, unanswered } = digest
  return [
    ...numberFacts(digest, lang),
    ...some(
      words.done,
      done.map(({ title }) => words.named(title[lang])),
      lang,
    ),
    ...unknownFact(digest, lang),
    ...line(words.dates, words.datesOf(dueIn(digest.overdue, lang), dueIn(digest.soon, lang))),
    ...some(
      words.expiring,
      expiring.map((one) => onDay(one, lang)),
      lang,
    ),
    ...requestFact(digest, lang),
    ...line(words.left, words.leftBy(digest.waiting)),
    ...some(
      words.changed,
      changed.map(({ title }) => words.named(title[lang])),
      lang,
    ),
    ...line(words.unanswered, unanswered === undefined ? '' : words.questions(unanswered)),
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

/** What stands apart stands beside the first number, never far from it; the weeks before beside the second. */
function numberFacts({ now, before, since, trend }: Digest, lang: Lang): readonly Fact[] {
  const words = digestWordsIn(lang)
  const count = (key: 'assessed' | 'inPlace'): string => {
    const change =
      before === undefined || since === undefined
        ? undefined
        : { by: now[key] - before[key], since: shortDay(since, lang) }
    return words.count({ n: now[key], of: now.applicable, change })
  }
  const weeks = trend.length < 2 ? '' : words.trendOf(trendBars(trend), trend)
  return [
    ...line(words.assessed, `${count('assessed')}${words.apart(now.notApplicable + now.apart)}`),
    ...line(words.inPlace, `${count('inPlace')}${weeks}`),
  ]
}

function unknownFact({ unknowns }: Digest, lang: Lang): readonly Fact[] {
  const words = digestWordsIn(lang)
  const [first] = unknowns
  return line(words.unknowns, first === undefined ? '' : words.unknownsOf(unknowns.length, first.title[lang]))
}

/** How many, and the most urgent by name. */
function dueIn(dated: readonly Dated[], lang: Lang) {
  const [first] = dated
  return first && { n: dated.length, title: first.title[lang], day: shortDay(first.day, lang) }
}

const onDay = ({ title, day, days }: Dated, lang: Lang): string =>
  digestWordsIn(lang).onDay(title[lang], { day: shortDay(day, lang), days })

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

function some(label: string, names: readonly string[], lang: Lang): readonly Fact[] {
  if (names.length === 0) return []
  const more = Math.max(0, names.length - MOST_NAMES)
  return line(label, digestWordsIn(lang).some(names.slice(0, MOST_NAMES), more))
}

const line = (label: string, value: string): readonly Fact[] => (value === '' ? [] : [{ label, value }])
