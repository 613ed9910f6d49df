import { fold } from './fold.ts'
import { JA_UNIT, withDigits } from './numerals.ts'

/**
 * The ids, dates, numbers and frequencies a text states, each in one spelling. A number is one with its unit and its limit:
 * "within 3 months" is another fact than "3 months", and than "within 3 years".
 */
export function factsStated(text: string): ReadonlySet<string> {
  const facts = new Set<string>()
  let rest = withDigits(fold(text)).replaceAll(
    /(\d)-(?=(?:second|minute|hour|day|week|month|year|step|factor)\b)/giu,
    '$1 ',
  )
  for (const { pattern, factOf } of KINDS) {
    rest = rest.replaceAll(pattern, (...found: unknown[]) => {
      const groups = found.at(-1)
      facts.add(factOf(isGroups(groups) ? groups : {}, String(found[0])))
      return ' '
    })
  }
  return facts
}

/** The same, with what follows from it: of a whole date, its year, its month and its day. */
export function factsGiven(text: string): ReadonlySet<string> {
  const facts = new Set(factsStated(text))
  for (const fact of [...facts]) {
    const [, year, month, day] = /^date:(\d+)(?:-(\d+)(?:-(\d+))?)?$/u.exec(fact) ?? []
    if (year !== undefined) facts.add(`date:${year}`).add(`number:${year}`)
    if (month !== undefined) facts.add(`date:${String(year)}-${month}`).add(`day:${month}`)
    if (day !== undefined) facts.add(`day:${String(month)}-${day}`)
  }
  return facts
}

type Groups = Readonly<Record<string, string | undefined>>
type Kind = Readonly<{ pattern: RegExp; factOf: (groups: Groups, whole: string) => string }>

const isGroups = (value: unknown): value is Groups => typeof value === 'object' && value !== null

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = String.raw`(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`

const date = ({ year, month, day, name }: Groups): string => {
  const number = name === undefined ? month : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
  const parts = [year, number, day].filter((part) => part !== undefined).map(Number)
  return `${year === undefined ? 'day' : 'date'}:${parts.join('-')}`
}

const NO_UNIT =
  'of|to|and|or|in|a|an|the|is|are|was|on|at|for|with|by|per|that|which|if|when|as|from|so|but|then|before|after|ago|each|every|it|they|you|we'

/** In this order, each on what the ones before it have left. */
const KINDS: readonly Kind[] = [
  { pattern: /(?<!\d)(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?![\d-])/gu, factOf: date },
  { pattern: /(?<!\d)(?<year>\d{4}) ?年(?!度)(?: ?(?<month>\d{1,2}) ?月(?: ?(?<day>\d{1,2}) ?日)?)?/gu, factOf: date },
  { pattern: /(?<!\d)(?<month>\d{1,2}) ?月(?: ?(?<day>\d{1,2}) ?日)?/gu, factOf: date },
  {
    pattern: new RegExp(String.raw`\b(?<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}\b(?:,? (?<year>\d{4}))?`, 'giu'),
    factOf: date,
  },
  {
    pattern: new RegExp(String.raw`\b${MONTH} (?<day>\d{1,2})(?:st|nd|rd|th)?\b(?!\d)(?:,? (?<year>\d{4}))?`, 'giu'),
    factOf: date,
  },
  { pattern: new RegExp(String.raw`\b${MONTH} (?<year>\d{4})\b`, 'giu'), factOf: date },
  {
    pattern: /(?<![A-Za-z\d])(?=[A-Za-z\d./_-]*[A-Za-z])(?=[A-Za-z\d./_-]*\d)[A-Za-z\d]+(?:[./_-][A-Za-z\d]+)*/gu,
    factOf: (_, id) => `id:${id.toUpperCase()}`,
  },
  { pattern: /★ ?\d|\d ?つ?星|\d+(?:-\d+)+/gu, factOf: (_, id) => `id:${id.replaceAll(' ', '')}` },
  {
    pattern: /\b(?<rate>hourly|daily|weekly|monthly|quarterly|yearly|annual(?:ly)?)\b/giu,
    factOf: ({ rate = '' }) => `every:${RATES[rate.toLowerCase().replace(/ly$/u, '')] ?? rate}`,
  },
  {
    pattern: /\b(?:every|each|per|an?) (?<rate>hour|day|week|month|quarter|year)\b/giu,
    factOf: ({ rate = '' }) => `every:${rate.toLowerCase()}`,
  },
  {
    pattern: /毎(?<every>[時日週月年])|(?<![\dか箇ヶカヵケ])(?<each>[日週月年])(?:次|に? ?(?=\d+ ?回))/gu,
    factOf: ({ every, each }) => `every:${JA_RATES[every ?? each ?? ''] ?? ''}`,
  },
  {
    pattern: new RegExp(
      String.raw`(?:\b(?<before>at least|at most|no (?:more|fewer|less|later) than|more than|less than|fewer than|up to|within|over|under|every) )?(?<number>\d+(?:\.\d+)?) ?(?:(?<ja>${JA_UNIT})|(?!(?:${NO_UNIT})\b)(?<en>[a-z]+)\b|(?<other>%))?(?: ?(?<after>以上|以下|以内|未満|超|以前|以降|前|後|まで|\b(?:or more|or less|or fewer|before|after|ago|later)\b))?`,
      'giu',
    ),
    factOf: ({ before, number, ja, en, other, after }) =>
      ['number', number, unit(ja ?? en ?? other), limit(before), limit(after)]
        .filter((part) => part !== undefined && part !== '')
        .join(':'),
  },
]

const RATES: Readonly<Record<string, string>> = {
  hour: 'hour',
  dai: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  annual: 'year',
}
const JA_RATES: Readonly<Record<string, string>> = { 時: 'hour', 日: 'day', 週: 'week', 月: 'month', 年: 'year' }

const unit = (word = ''): string =>
  word
    .toLowerCase()
    .replace(/^[ヶカヵケ箇]月$/u, 'か月')
    .replace(/^週間$/u, '週')
    .replace(/^(?:people|persons)$/u, 'person')
    .replace(/(?<=[a-z]{2})s$/u, '')

const LIMITS: Readonly<Record<string, string>> = {
  'or more': 'at least',
  'no less than': 'at least',
  'no fewer than': 'at least',
  'or less': 'at most',
  'or fewer': 'at most',
  'up to': 'at most',
  'no more than': 'at most',
  'no later than': 'within',
  over: 'more than',
  under: 'less than',
  'fewer than': 'less than',
}

const limit = (words = ''): string => LIMITS[words.toLowerCase()] ?? words.toLowerCase()
