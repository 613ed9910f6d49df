import type { Lang } from '../../corpus/schema.ts'
import type { LetterKind } from '../digest/ledger.ts'

type Line = Readonly<{ kind: LetterKind; day: string; isUncertain: boolean; reason: string | undefined }>

/** What Shirube says to whoever runs it. */
export interface OperatingWords {
  operatorsOnly: string
  becomeOne: (person: string) => string
  inPrivate: string
  waiting: (n: number) => string
  noneWaiting: string
  notAll: (shown: number) => string
  lookFirst: string
  resendWhich: string
  to: (firm: string, name: string) => string
  which: (to: string, day: string) => string
  line: (line: Line) => string
  resent: (firm: string, name: string) => string
  noneToResend: string
  noSuchFirm: string
  noneDue: (firm: string) => string
  missing: (due: Readonly<{ firm: string; day: string; n: number }>) => string
  sendToThem: string
  toWaiting: string
  onTheirWay: (n: number) => string
  /** How many minutes ago it ran; undefined where it never did. */
  planner: (minutes: number | undefined) => string
}

/** A planner that ran longer ago has stopped. */
const LATE_MINUTES = 10

const ja: OperatingWords = {
  operatorsOnly: 'これができるのは、このShirubeを動かしている運用者だけです。',
  becomeOne: (person) =>
    `運用者になるには、Shirubeを動かしている人に、次のコマンドを頼んでください：npm run -s cli -- operator add ${person}`,
  inPrivate: 'ほかの会社の名前が出るため、ここでは見せられません。Shirubeとの個人チャットで同じように送ってください。',
  waiting: (n) => `届いていないお知らせ（${n}件）`,
  noneWaiting: '届いていないお知らせはありません。',
  notAll: (shown) => `古いものから${shown}件を出しています。すべては「digest waiting」コマンドで見られます。`,
  lookFirst:
    '届いたか分からないものは、本人のチャットに無いか、題だけで空のままかを確かめてから送り直してください。2通届かないように、Shirubeが自分から送り直すことはありません。送れなかったものは、先に理由を直してください。',
  resendWhich: 'どれを送り直しますか',
  to: (firm, name) => `${firm}：${name}さん`,
  which: (to, day) => `${to}（${day}）`,
  line: ({ kind, day, isUncertain, reason }) =>
    `${KIND_JA[kind]}（${day}）。${isUncertain ? '届いたか分かりません' : '送れませんでした'}${reason === undefined ? '' : `：${reasonJa(reason)}`}`,
  resent: (firm, name) => `${firm}の${name}さんに送り直します。1分ほどで届きます。`,
  noneToResend: 'そのお知らせは、もう送り直しを待っていません。ほかの人が送り直したか、会社が削除されています。',
  noSuchFirm: 'そのIDの会社はありません。IDは「firm list」コマンドで確かめられます。',
  noneDue: (firm) => `${firm}では、この2週間に送る予定の週のまとめはありませんでした（止めているか、休みの期間です）。`,
  missing: ({ firm, day, n }) =>
    n === 0
      ? `${firm}の${day}の週のまとめは、受け取る責任者全員の分があります。届いていないものは、一覧から送り直せます。`
      : `${firm}の${day}の週のまとめが、責任者${n}人にまだ用意されていません。`,
  sendToThem: 'その人たちに送る',
  toWaiting: '届いていないお知らせ',
  onTheirWay: (n) => `${n}人に送ります。1分ほどで届きます。何も変わらなかった週なら、設定どおり届きません。`,
  planner: (minutes) => {
    if (minutes === undefined) return 'お知らせの予定は、まだ一度も立てていません。'
    return minutes < LATE_MINUTES
      ? `お知らせの予定は、${minutes < 1 ? '1分以内' : `${minutes}分前`}に確かめました。`
      : `お知らせの予定を最後に確かめたのは${minutes}分前です。送信が止まっています。Shirubeのログを見てください。`
  },
}

const KIND_JA: Readonly<Record<LetterKind, string>> = {
  week: '週のまとめ',
  month: '月のまとめ',
  day: '期限のお知らせ',
}

/** What Shirube itself gives as a reason; a platform's own codes are left as they are, to be looked up. */
const REASONS_JA: readonly (readonly [RegExp, string])[] = [
  [/^its sender ended while posting it$/u, '送っている途中でShirubeが止まりました'],
  [/^could not be written; reference (\S+)$/u, '作れませんでした（参照番号 $1）'],
  [/^reference (\S+)$/u, '思わぬことが起きました（参照番号 $1）'],
  [/^(\S+) is not set up any more$/u, '$1が設定から外れています'],
  [/^no way to the recipient is left: /u, '本人へ送る手段がありません：'],
  [/^no token for team (\S+); install the app again$/u, 'チーム$1のトークンがありません。アプリを入れ直してください'],
  [/^Slack asked to wait$/u, 'Slackが混み合っていました'],
]

const reasonJa = (reason: string): string =>
  REASONS_JA.reduce((text, [pattern, words]) => text.replace(pattern, words), reason)

const en: OperatingWords = {
  operatorsOnly: 'Only an operator of this Shirube, who runs it, can do that.',
  becomeOne: (person) =>
    `To become one, ask whoever has its command line for: npm run -s cli -- operator add ${person}`,
  inPrivate: 'Other firms’ names would be shown, so not here: please send it in your personal chat with Shirube.',
  waiting: (n) => `Letters waiting: ${n}`,
  noneWaiting: 'No letter waits for you.',
  notAll: (shown) => `These are the oldest ${shown}. The command “digest waiting” shows all.`,
  lookFirst:
    'Where it may have arrived, make sure first that it isn’t in the person’s chat, or only its title is. Shirube never sends these again by itself, so that nobody gets one twice. Where it could not be sent, mend the reason first.',
  resendWhich: 'Which one is to be sent again?',
  to: (firm, name) => `${firm}: ${name}`,
  which: (to, day) => `${to}, ${day}`,
  line: ({ kind, day, isUncertain, reason }) =>
    `${KIND_EN[kind]}, ${day}. ${isUncertain ? 'May or may not have arrived' : 'Could not be sent'}${reason === undefined ? '' : `: ${reason}`}`,
  resent: (firm, name) => `It goes to ${name} of ${firm} again, within a minute or so.`,
  noneToResend: 'That letter waits no longer: somebody else has sent it again, or the firm was deleted.',
  noSuchFirm: 'There is no firm of that id; the command “firm list” shows those there are.',
  noneDue: (firm) => `${firm} had no digest due in the last two weeks: it is off or paused.`,
  missing: ({ firm, day, n }) =>
    n === 0
      ? `Every manager of ${firm} who gets the digest has that of ${day}. Those that didn’t arrive are among the letters waiting.`
      : `The digest of ${day} is missing for ${n} ${n === 1 ? 'manager' : 'managers'} of ${firm}.`,
  sendToThem: 'Send it to them',
  toWaiting: 'Letters waiting',
  onTheirWay: (n) =>
    `It goes to ${n} ${n === 1 ? 'manager' : 'managers'} within a minute or so; after a quiet week only where the firm wants a line.`,
  planner: (minutes) => {
    if (minutes === undefined) return 'No letters have been planned yet.'
    return minutes < LATE_MINUTES
      ? `Letters were last planned ${minutes < 1 ? 'within the minute' : `${minutes} min ago`}.`
      : `Letters were last planned ${minutes} min ago: sending has stopped. Look into Shirube’s log.`
  },
}

const KIND_EN: Readonly<Record<LetterKind, string>> = {
  week: 'Weekly digest',
  month: 'Month in brief',
  day: 'Reminder',
}

const WORDS: Readonly<Record<Lang, OperatingWords>> = { ja, en }

export const operatingWordsIn = (lang: Lang): OperatingWords => WORDS[lang]
