import type { ChecklistItem, Lang } from '../../corpus/schema.ts'
import type { Party } from '../checklist/log.ts'

type Band = ChecklistItem['impact']
type Count = Readonly<{ n: number; of: number; change: Change | undefined }>
type Change = Readonly<{ by: number; since: string }>
/** How many, and the first of them. */
type Due = Readonly<{ n: number; title: string; day: string }> | undefined
type When = Readonly<{ day: string; days: number }>

/** What Shirube says in digests, on paper and in reminders. Days, months and titles come in words. */
export interface DigestWords {
  title: Record<'week', (day: string) => string> & Record<'month', (month: string) => string>
  preview: string
  /** After it, where no digest has been sent before. */
  previewFirst: string
  /** After it, where nothing has changed. */
  previewQuiet: string
  assessed: string
  inPlace: string
  count: (count: Count) => string
  /** How many don't apply or have no place in the firm; after a count. */
  apart: (n: number) => string
  /** After a count, too. */
  trendOf: (bars: string, counts: readonly number[]) => string
  done: string
  named: (title: string) => string
  /** Some by name, and how many more there are. */
  some: (names: readonly string[], more: number) => string
  left: string
  leftBy: (waiting: Readonly<Record<Party, number>>) => string
  dates: string
  datesOf: (overdue: Due, soon: Due) => string
  expiring: string
  onDay: (title: string, when: When) => string
  unknowns: string
  unknownsOf: (n: number, first: string) => string
  requests: string
  request: (asked: Readonly<{ who: string; what: string; when: When | undefined }>) => string
  changed: string
  unanswered: string
  questions: (n: number) => string
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
  preview: 'いま届くとしたら、こうなります。',
  previewFirst: 'はじめての週のまとめなので、前と比べた数字はありません。',
  previewQuiet: '前回から何も変わっていないので、このままなら届きません。',
  assessed: '答えた項目',
  inPlace: 'できている項目',
  count: ({ n, of, change }) =>
    `${of}件のうち${n}件${change === undefined ? '' : `（${change.since}から${signed(change.by)}）`}`,
  apart: (n) => (n > 0 ? `。ほかに、当てはまらない・数えない項目が${n}件` : ''),
  trendOf: (bars, counts) => `。${counts.length}週の動き ${bars}（${counts[0] ?? 0}件から${counts.at(-1) ?? 0}件に）`,
  done: 'できたこと',
  named: (title) => `「${title}」`,
  some: (names, more) => `${names.join('、')}${more > 0 ? `、ほか${more}件` : ''}`,
  left: '残っていること',
  leftBy: ({ us, vendor, shared }) =>
    [
      ...(us > 0 ? [`自社で${us}件`] : []),
      ...(vendor > 0 ? [`業者に頼むもの${vendor}件`] : []),
      ...(shared > 0 ? [`業者と一緒に${shared}件`] : []),
    ].join('、'),
  dates: '期限',
  datesOf: (overdue, soon) =>
    [
      ...(overdue === undefined ? [] : [`過ぎたもの${overdue.n}件（${andOthersJa(overdue)}）`]),
      ...(soon === undefined ? [] : [`7日以内のもの${soon.n}件（${andOthersJa(soon)}）`]),
    ].join('、'),
  expiring: '証拠の期限',
  onDay: (title, { day, days }) => `「${title}」（${day}、${daysJa(days)}）`,
  unknowns: 'わからない',
  unknownsOf: (n, first) => `${n}件。まずは「${first}」から確かめましょう`,
  requests: '取引先から',
  request: ({ who, what, when }) =>
    `${who}「${what}」${when === undefined ? '' : `（${when.day}まで、${daysJa(when.days)}）`}`,
  changed: '言い方が変わった質問',
  unanswered: '資料になかった質問',
  questions: (n) => `${n}件。Shirubeの運用者に伝えると、資料に足せることがあります`,
  toDecide: '今週決めること',
  decisionOn: (title) => `「${title}」の担当と期限`,
  firstStep: 'まずやること（Shirubeからの提案）',
  estimate: '目安（Shirubeの見立て）',
  bands: ({ effort, cost, impact }) =>
    `社内の手間は合わせて${HOURS_JA[effort]}、1年目に外へ払うお金は${YEN_JA[cost]}、防げる被害は${IMPACT_JA[impact]}`,
  decideOn: { owner: '担当を決める', due: '期限を決める' },
  putOff: '今はやらない',
  putOffTo: (day) => `今はやらないこととして記録しました。${day}になったら、もう一度お聞きします。`,
  settings: '届け方を変える',
  print: '印刷する',
  quietWeek: ({ n, of }) => `何も変わらない1週間でした。できている項目は、${of}件のうち${n}件です。`,
  reminder: '担当している項目の期限です',
  reminderOf: (n) => `${n}件あります。済んでいたら、項目を開いて「できている」を押してください。`,
  stopReminders: 'お知らせを止める・変える',
}

const andOthersJa = ({ n, title, day }: NonNullable<Due>): string => `「${title}」${day}${n > 1 ? 'など' : ''}`

const HOURS_JA: Readonly<Record<Band, string>> = { 1: '8時間まで', 2: '8〜40時間', 3: '40時間超' }
const YEN_JA: Readonly<Record<Band, string>> = { 1: '0〜3万円', 2: '3万〜30万円', 3: '30万円超' }
const IMPACT_JA: Readonly<Record<Band, string>> = { 1: '小さめ', 2: '中くらい', 3: '大きめ' }

const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

function daysEn(days: number): string {
  if (days === 0) return 'today'
  return days < 0 ? `${plural(-days, 'day')} ago` : `in ${plural(days, 'day')}`
}

const en: DigestWords = {
  title: { week: (day) => `Your week, ${day}`, month: (month) => `${month} in brief` },
  preview: 'If it came now, this is how it would look.',
  previewFirst: 'It would be the first one, so there is nothing to compare with yet.',
  previewQuiet: 'Nothing has changed since the last one, so as things are it won’t come.',
  assessed: 'Answered',
  inPlace: 'In place',
  count: ({ n, of, change }) =>
    `${n} of ${of} items${change === undefined ? '' : ` (${signed(change.by)} since ${change.since})`}`,
  apart: (n) => (n > 0 ? `. Not counted, as they don’t apply: ${n}` : ''),
  trendOf: (bars, counts) => `. Over ${counts.length} weeks: ${bars} (from ${counts[0] ?? 0} to ${counts.at(-1) ?? 0})`,
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
  dates: 'Dates',
  datesOf: (overdue, soon) =>
    [
      ...(overdue === undefined ? [] : [`${overdue.n} past (${firstOf(overdue)})`]),
      ...(soon === undefined ? [] : [`${soon.n} within 7 days (${firstOf(soon)})`]),
    ].join('; '),
  expiring: 'Evidence runs out',
  onDay: (title, { day, days }) => `${title} (${day}, ${daysEn(days)})`,
  unknowns: 'Don’t know',
  unknownsOf: (n, first) => `${plural(n, 'item')}. Find out about this one first: ${first}`,
  requests: 'Customers ask',
  request: ({ who, what, when }) =>
    `${who}: ${what}${when === undefined ? '' : ` (by ${when.day}, ${daysEn(when.days)})`}`,
  changed: 'Reworded questions',
  unanswered: 'Not in my sources',
  questions: (n) => `${plural(n, 'question')}. Tell whoever runs Shirube: some can be added`,
  toDecide: 'To decide this week',
  decisionOn: (title) => `${title}: who does it, and by when?`,
  firstStep: 'First step (Shirube suggests)',
  estimate: 'Rough estimate (Shirube’s own)',
  bands: ({ effort, cost, impact }) =>
    `${HOURS_EN[effort]} of our people’s time in all, ${YEN_EN[cost]} paid to others in the first year; prevents ${IMPACT_EN[impact]} harm`,
  decideOn: { owner: 'Assign it', due: 'Set a date' },
  putOff: 'Not now',
  putOffTo: (day) => `Put off. You’ll be asked again on ${day}.`,
  settings: 'Change when this comes',
  print: 'Print',
  quietWeek: ({ n, of }) => `Nothing changed this week. ${n} of ${of} items are in place.`,
  reminder: 'Dates of items you are in charge of',
  reminderOf: (n) => `${plural(n, 'item')}. If one is done already, open it and press “Done”.`,
  stopReminders: 'Stop or change reminders',
}

const firstOf = ({ n, title, day }: NonNullable<Due>): string => `${n > 1 ? 'first: ' : ''}${title}, ${day}`

const HOURS_EN: Readonly<Record<Band, string>> = { 1: 'Up to 8 hours', 2: '8 to 40 hours', 3: 'More than 40 hours' }
const YEN_EN: Readonly<Record<Band, string>> = {
  1: 'nothing to ¥30,000',
  2: '¥30,000 to ¥300,000',
  3: 'more than ¥300,000',
}
const IMPACT_EN: Readonly<Record<Band, string>> = { 1: 'little', 2: 'some', 3: 'much' }

const WORDS: Readonly<Record<Lang, DigestWords>> = { ja, en }

export const digestWordsIn = (lang: Lang): DigestWords => WORDS[lang]
