import type { Lang } from '../../corpus/schema.ts'

/** What Shirube says about when it writes of its own accord. Days come in words. */
export interface DigestSettingsWords {
  title: string
  intro: string
  next: (day: string, time: string) => string
  none: string
  save: string
  saved: string
  yes: string
  no: string
  quietFrom: string
  quietTo: string
  timeIsQuiet: string
  quietWeek: string
  quietWeeks: Record<'silent' | 'line', string>
  monthly: string
  snoozeFrom: string
  snoozeTo: string
  snoozeHint: string
  lift: string
  range: (from: string, to: string) => string
  wrongDate: string
  bothDays: string
  endsFirst: string
  /** Of one person. */
  mine: string
  reminders: string
  remindersHint: string
}

const ja: DigestSettingsWords = {
  title: '週のまとめの設定',
  intro:
    '責任者に届く「週のまとめ」の設定です。土日と祝日、年末年始（12月29日〜1月3日）に当たる週は、次の営業日に届きます。自分だけ止めるときは、「設定」の「あなたの設定」で変えられます。',
  next: (day, time) => `次は${day}の${time}に届きます。`,
  none: 'いまの設定では、週のまとめは届きません。',
  save: '保存する',
  saved: '保存しました。',
  yes: '届ける',
  no: '届けない',
  quietFrom: '送らない時間帯（始まり）',
  quietTo: '送らない時間帯（終わり）',
  timeIsQuiet: 'この時刻は、送らない時間帯に入っています。どちらかを変えてください。',
  quietWeek: '何も変わらなかった週',
  quietWeeks: { silent: '送らない', line: '1行だけ送る' },
  monthly: '月に1回の、社長に見せる1枚のお知らせ',
  snoozeFrom: '休む期間（最初の日）',
  snoozeTo: '休む期間（最後の日）',
  snoozeHint:
    '決算、棚卸、お盆など、送ってほしくない期間があれば入れてください。次のまとめに、その間のことも入ります。',
  lift: '休む期間を取りやめる',
  range: (from, to) => `${from}〜${to}`,
  wrongDate: '日付を 2027-03-31 の形で入れてください。',
  bothDays: '最初の日と最後の日を、両方入れてください。',
  endsFirst: '最後の日が、最初の日より前になっています。',
  mine: 'あなたへの週のまとめ',
  reminders: '担当している項目の期限のお知らせ',
  remindersHint: '期限の3日前と当日、過ぎたあとは週に1回、あなただけに届きます。',
}

const en: DigestSettingsWords = {
  title: 'Settings of the weekly digest',
  intro:
    'About the digest that managers get. Where its day is no working day, as on public holidays in Japan and from 29 December to 3 January there, it comes on the next one. To stop it for yourself alone, use your own settings.',
  next: (day, time) => `The next one comes on ${day} at ${time}.`,
  none: 'As it is set, no digest comes.',
  save: 'Save',
  saved: 'Saved.',
  yes: 'Yes, please',
  no: 'No',
  quietFrom: 'Nothing is sent from',
  quietTo: 'Nothing is sent until',
  timeIsQuiet: 'Nothing is sent at that time. Please change one or the other.',
  quietWeek: 'A week in which nothing changed',
  quietWeeks: { silent: 'Nothing is sent', line: 'One line is sent' },
  monthly: 'Once a month, word of the page for the president',
  snoozeFrom: 'Pause, first day',
  snoozeTo: 'Pause, last day',
  snoozeHint: 'Closing of accounts, stocktaking, summer holidays. The digest after it tells of that time, too.',
  lift: 'Call off a pause',
  range: (from, to) => `${from} to ${to}`,
  wrongDate: 'Please write the date like 2027-03-31.',
  bothDays: 'Please give the first and the last day.',
  endsFirst: 'The last day is before the first.',
  mine: 'The weekly digest for you',
  reminders: 'Reminders of dates of items you are in charge of',
  remindersHint: 'Three days before and on the day, then once a week while it is late. To you alone.',
}

const WORDS: Readonly<Record<Lang, DigestSettingsWords>> = { ja, en }

export const digestSettingsWordsIn = (lang: Lang): DigestSettingsWords => WORDS[lang]
