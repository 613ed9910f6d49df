import type { ChecklistItem, Lang } from '../../corpus/schema.ts'
import type { Party } from '../checklist/log.ts'

type Band = ChecklistItem['impact']
/** `apart`: items beside the count that don't apply or have no place in the firm. */
type Count = Readonly<{ n: number; of: number; change: Change | undefined; apart: number }>
type Change = Readonly<{ by: number; since: string }>
type When = Readonly<{ day: string; days: number }>

/** What Shirube says in digests, on paper and in reminders. Days, months and titles come in words. */
export interface DigestWords {
  title: Record<'week', (day: string) => string> & Record<'month', (month: string) => string>
  preview: string
  assessed: string
  inPlace: string
  count: (count: Count) => string
  trend: string
  trendOf: (bars: string, counts: readonly number[]) => string
  done: string
  named: (title: string) => string
  /** Some by name, and how many more there are. */
  some: (names: readonly string[], more: number) => string
  left: string
  leftBy: (waiting: Readonly<Record<Party, number>>) => string
  overdue: string
  soon: string
  expiring: string
  onDay: (title: string, when: When) => string
  unknowns: string
  unknownsOf: (n: number, first: string) => string
  requests: string
  request: (asked: Readonly<{ who: string; what: string; when: When | undefined }>) => string
  changed: string
  unanswered: string
  questions: (n: number) => string
  decision: string
  toDecide: string
  decisionOn: (title: string) => string
  firstStep: string
  estimate: string
  bands: (bands: Readonly<Record<'effort' | 'cost' | 'impact', Band>>) => string
  decideOn: Record<'owner' | 'due', string>
  putOff: string
  putOffTo: (day: string) => string
  settings: string
  print: string
  quietWeek: (count: Count) => string
  reminder: string
  reminderOf: (n: number) => string
  stopReminders: string
}

const signed = (by: number): string => (by > 0 ? `+${by}` : by < 0 ? `−${-by}` : '±0')

const daysJa = (days: number): string => (days < 0 ? `${-days}日過ぎています` : days === 0 ? '今日' : `あと${days}日`)

const ja: DigestWords = {
  title: { week: (day) => `週のまとめ（${day}）`, month: (month) => `${month}のまとめ` },
  preview: 'いま届くとしたら、こうなります。この1週間のことを書いています。',
  assessed: '答えた項目',
  inPlace: 'できている項目',
  count: ({ n, of, change, apart }) => {
    const since = change === undefined ? '' : `（${change.since}から${signed(change.by)}）`
    return `${of}件のうち${n}件${since}${apart > 0 ? `。ほかに、当てはまらない・数えない項目が${apart}件` : ''}`
  },
  trend: '動き',
  trendOf: (bars, counts) =>
    `${bars}（できている項目：${counts.length}週で${counts[0] ?? 0}件から${counts.at(-1) ?? 0}件に）`,
  done: 'できたこと',
  named: (title) => `「${title}」`,
  some: (names, more) => `${names.join('')}${more > 0 ? `ほか${more}件` : ''}`,
  left: '残っていること',
  leftBy: ({ us, vendor, shared }) =>
    [
      ...(us > 0 ? [`自社で${us}件`] : []),
      ...(vendor > 0 ? [`業者に頼むもの${vendor}件`] : []),
      ...(shared > 0 ? [`業者と一緒に${shared}件`] : []),
    ].join('、'),
  overdue: '期限を過ぎた',
  soon: '期限が近い',
  expiring: '証拠の期限',
  onDay: (title, { day, days }) => `「${title}」（${day}、${daysJa(days)}）`,
  unknowns: 'わからない',
  unknownsOf: (n, first) => `${n}件。まずは「${first}」から確かめましょう`,
  requests: '取引先から',
  request: ({ who, what, when }) =>
    `${who}「${what}」${when === undefined ? '' : `（${when.day}まで、${daysJa(when.days)}）`}`,
  changed: '質問が変わった項目',
  unanswered: '資料になかった質問',
  questions: (n) => `${n}件。運用者に伝えると、資料に足せることがあります`,
  decision: '今週、決めていただきたいこと',
  toDecide: '決めること',
  decisionOn: (title) => `「${title}」の担当と日にち`,
  firstStep: 'まずやること（Shirubeの提案）',
  estimate: 'めやす（Shirubeの見立て）',
  bands: ({ effort, cost, impact }) =>
    `手間${HOURS_JA[effort]}、1年目の費用${YEN_JA[cost]}、防げる被害は${IMPACT_JA[impact]}`,
  decideOn: { owner: '担当を決める', due: '日にちを決める' },
  putOff: '今はやらない',
  putOffTo: (day) => `今は決めないと書きました。${day}になったら、もう一度お聞きします。`,
  settings: '届け方を変える',
  print: '印刷する',
  quietWeek: ({ n, of }) => `何も変わらない1週間でした。できている項目は、${of}件のうち${n}件です。`,
  reminder: '担当している項目の期限です',
  reminderOf: (n) => `${n}件あります。済んでいたら、項目を開いて「できている」を押してください。`,
  stopReminders: 'お知らせを止める・変える',
}

const HOURS_JA: Readonly<Record<Band, string>> = { 1: '8時間まで', 2: '8〜40時間', 3: '40時間より多く' }
const YEN_JA: Readonly<Record<Band, string>> = { 1: '0〜3万円', 2: '3万〜30万円', 3: '30万円より多く' }
const IMPACT_JA: Readonly<Record<Band, string>> = { 1: '小さめ', 2: '中くらい', 3: '大きめ' }

const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

function daysEn(days: number): string {
  if (days === 0) return 'today'
  return days < 0 ? `${plural(-days, 'day')} ago` : `in ${plural(days, 'day')}`
}

const en: DigestWords = {
  title: { week: (day) => `Your week, ${day}`, month: (month) => `${month} in brief` },
  preview: 'If it came now, this is how it would look. It tells of the past seven days.',
  assessed: 'Answered',
  inPlace: 'In place',
  count: ({ n, of, change, apart }) => {
    const since = change === undefined ? '' : ` (${signed(change.by)} since ${change.since})`
    return `${n} of ${of} items${since}${apart > 0 ? `. Not counted, as they don’t apply: ${apart}` : ''}`
  },
  trend: 'Trend',
  trendOf: (bars, counts) =>
    `${bars} (in place: from ${counts[0] ?? 0} to ${counts.at(-1) ?? 0} in ${counts.length} weeks)`,
  done: 'Done now',
  named: (title) => title,
  some: (names, more) => `${names.join('; ')}${more > 0 ? `; ${more} more` : ''}`,
  left: 'Still to do',
  leftBy: ({ us, vendor, shared }) =>
    [
      ...(us > 0 ? [`${us} by us`] : []),
      ...(vendor > 0 ? [`${vendor} by the vendor`] : []),
      ...(shared > 0 ? [`${shared} with the vendor`] : []),
    ].join(', '),
  overdue: 'Past their date',
  soon: 'Due soon',
  expiring: 'Evidence runs out',
  onDay: (title, { day, days }) => `${title} (${day}, ${daysEn(days)})`,
  unknowns: 'Don’t know',
  unknownsOf: (n, first) => `${plural(n, 'item')}. Find out about this one first: ${first}`,
  requests: 'Customers ask',
  request: ({ who, what, when }) =>
    `${who}: ${what}${when === undefined ? '' : ` (by ${when.day}, ${daysEn(when.days)})`}`,
  changed: 'Asked otherwise now',
  unanswered: 'Not in the corpus',
  questions: (n) => `${plural(n, 'question')}. Tell whoever runs Shirube: the corpus can grow`,
  decision: 'One thing to decide this week',
  toDecide: 'Decide',
  decisionOn: (title) => `${title}: who does it, and by when?`,
  firstStep: 'First step (Shirube suggests)',
  estimate: 'Rough estimate (Shirube’s own)',
  bands: ({ effort, cost, impact }) =>
    `${HOURS_EN[effort]}, ${YEN_EN[cost]} in the first year, prevents ${IMPACT_EN[impact]} harm`,
  decideOn: { owner: 'Assign it', due: 'Set a date' },
  putOff: 'Not now',
  putOffTo: (day) => `Put off. You will be asked again on ${day}.`,
  settings: 'Change when this comes',
  print: 'Print',
  quietWeek: ({ n, of }) => `A week in which nothing changed. ${n} of ${of} items are in place.`,
  reminder: 'Dates of items you are in charge of',
  reminderOf: (n) => `${plural(n, 'item')}. If one is done by now, open it and press “Done”.`,
  stopReminders: 'Stop or change reminders',
}

const HOURS_EN: Readonly<Record<Band, string>> = { 1: 'Up to 8 hours', 2: '8 to 40 hours', 3: 'More than 40 hours' }
const YEN_EN: Readonly<Record<Band, string>> = {
  1: 'nothing to ¥30,000',
  2: '¥30,000 to ¥300,000',
  3: 'more than ¥300,000',
}
const IMPACT_EN: Readonly<Record<Band, string>> = { 1: 'little', 2: 'some', 3: 'much' }

const WORDS: Readonly<Record<Lang, DigestWords>> = { ja, en }

export const digestWordsIn = (lang: Lang): DigestWords => WORDS[lang]
