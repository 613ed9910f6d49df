import type { ChecklistItem, Lang } from '../../corpus/schema.ts'
import type { Party } from '../checklist/log.ts'

type Band = ChecklistItem['impact']
type Count = Readonly<{ n: number; of: number; change: number | undefined }>

/** What Shirube says in digests. Dates and titles come in words. */
export interface DigestWords {
  weekTitle: (day: string) => string
  monthTitle: (month: string) => string
  assessed: string
  inPlace: string
  count: (count: Count) => string
  trend: string
  trendInWords: (bars: string, trend: readonly number[]) => string
  done: string
  /** Some of them by name, and how many more. */
  some: (names: readonly string[], more: number) => string
  left: string
  leftBy: (waiting: Readonly<Record<Party, number>>) => string
  overdue: string
  soon: string
  onDay: (what: string, day: string) => string
  unknowns: string
  unknownsOf: (n: number, first: string) => string
  requests: string
  request: (asked: Readonly<{ who: string; what: string; day: string | undefined; days: number | undefined }>) => string
  expiring: string
  changed: string
  unanswered: string
  questions: (n: number) => string
  decision: string
  worth: (impact: Band) => string
  assign: string
  setDate: string
  notNow: string
  quietWeek: (count: Count) => string
}

const signed = (change: number): string => (change > 0 ? `+${change}` : change < 0 ? `−${-change}` : '±0')

const ja: DigestWords = {
  weekTitle: (day) => `週のまとめ（${day}）`,
  monthTitle: (month) => `${month}のまとめ`,
  assessed: '答えた項目',
  inPlace: 'できている項目',
  count: ({ n, of, change }) =>
    `${of}件のうち${n}件${change === undefined ? '' : change === 0 ? '（前回と同じ）' : `（前回から${signed(change)}）`}`,
  trend: '動き',
  trendInWords: (bars, trend) =>
    `${bars} ${trend.length}週間で、できている項目が${trend[0] ?? 0}件から${trend.at(-1) ?? 0}件へ`,
  done: 'できたこと',
  some: (names, more) => `${names.map((name) => `「${name}」`).join('')}${more > 0 ? `ほか${more}件` : ''}`,
  left: '残っていること',
  leftBy: ({ us, vendor, shared }) => `自社で${us}件、業者で${vendor}件、自社と業者で${shared}件`,
  overdue: '期限を過ぎた',
  soon: '7日以内に期限',
  onDay: (what, day) => `${what}（${day}）`,
  unknowns: 'わからない',
  unknownsOf: (n, first) => `${n}件。まず「${first}」から`,
  requests: '取引先から',
  request: ({ who, what, day, days }) =>
    `${who}：${what}${day === undefined || days === undefined ? '' : `（${day}まで、${days < 0 ? `${-days}日過ぎています` : `あと${days}日`}）`}`,
  expiring: '証拠の期限',
  changed: '質問が変わった',
  unanswered: '資料になかった質問',
  questions: (n) => `${n}件`,
  decision: '今週決めること',
  worth: (impact) => ({ 1: '防げる被害は小さめ', 2: '防げる被害は中くらい', 3: '防げる被害は大きめ' })[impact],
  assign: '担当を決める',
  setDate: '日にちを決める',
  notNow: '今はやらない',
  quietWeek: ({ n, of }) => `変わったことのない週でした。できている項目は${of}件のうち${n}件です。`,
}

const en: DigestWords = {
  weekTitle: (day) => `Your week, ${day}`,
  monthTitle: (month) => `${month} in brief`,
  assessed: 'Answered',
  inPlace: 'In place',
  count: ({ n, of, change }) =>
    `${n} of ${of}${change === undefined ? '' : change === 0 ? ' (no change)' : ` (${signed(change)} since last time)`}`,
  trend: 'Trend',
  trendInWords: (bars, trend) =>
    `${bars} in place: from ${trend[0] ?? 0} to ${trend.at(-1) ?? 0} in ${trend.length} weeks`,
  done: 'Got done',
  some: (names, more) => `${names.join('; ')}${more > 0 ? `; ${more} more` : ''}`,
  left: 'Still to do',
  leftBy: ({ us, vendor, shared }) => `${us} by us, ${vendor} by the vendor, ${shared} together`,
  overdue: 'Past their date',
  soon: 'Due within 7 days',
  onDay: (what, day) => `${what} (${day})`,
  unknowns: 'Don’t know',
  unknownsOf: (n, first) => `${n}, beginning with: ${first}`,
  requests: 'Customers ask',
  request: ({ who, what, day, days }) =>
    `${who}: ${what}${day === undefined || days === undefined ? '' : ` (by ${day}, ${days < 0 ? `${-days} days ago` : `in ${days} days`})`}`,
  expiring: 'Evidence runs out',
  changed: 'Question has changed',
  unanswered: 'Not in the corpus',
  questions: (n) => `${n} questions`,
  decision: 'To decide this week',
  worth: (impact) => ({ 1: 'prevents little harm', 2: 'prevents some harm', 3: 'prevents much harm' })[impact],
  assign: 'Assign it',
  setDate: 'Set a date',
  notNow: 'Not now',
  quietWeek: ({ n, of }) => `A quiet week. ${n} of ${of} items are in place.`,
}

const WORDS: Readonly<Record<Lang, DigestWords>> = { ja, en }

export const digestWordsIn = (lang: Lang): DigestWords => WORDS[lang]
