import type { Lang } from '../../corpus/schema.ts'
import type { CodePurpose } from '../firms/codes.ts'

/** What Shirube says about the people of a firm, and about outside supporters. */
export interface PeopleWords {
  people: string
  change: string
  codes: string
  makeCode: Record<CodePurpose, string>
  memberIntro: string
  name: string
  roles: string
  rolesHint: string
  save: string
  back: string
  remove: string
  bringBack: string
  forget: string
  hasLeft: string
  noSuchMember: string
  lastManager: string
  sureToRemove: (name: string) => string
  sureToForget: (name: string) => string
  leave: string
  stay: string
  sureToLeave: string
  left: string
  supporters: string
  noSupporters: string
  supportersIntro: string
  endSupport: (name: string) => string
  sureToEnd: (name: string) => string
  supportEnded: (name: string) => string
  portfolio: string
  noPortfolio: string
  noSuchFirm: string
  /** One line of the portfolio; `inPlace` and `applicable` count items. */
  portfolioRow: (row: Readonly<{ assessed: number; inPlace: number; applicable: number }>) => string
  visiting: (firm: string) => string
}

const ja: PeopleWords = {
  people: 'メンバー',
  change: '名前や役割を変える',
  codes: 'コード',
  makeCode: {
    link: '自分の別のチャットとつなぐ',
    workspace: '別のチャットも同じ会社にする',
    manager: '責任者を増やす',
    supporter: '外部の支援者を入れる',
  },
  memberIntro: '名前を変えても、これまでの記録はそのまま残ります。',
  name: '名前',
  roles: '役割',
  rolesHint: '責任者は、回答の確認と会社の設定ができます。管理担当は、人と設定を管理します。',
  save: '保存する',
  back: '戻る',
  remove: 'メンバーから外す',
  bringBack: 'メンバーに戻す',
  forget: '名前を消す',
  hasLeft: '外れました',
  noSuchMember: 'その人は、この会社のメンバーにいません。',
  lastManager: '責任者が一人もいなくなるため、できません。先に別の人を責任者にしてください。',
  sureToRemove: (name) => `${name}さんを外します。会社の内容は見られなくなります。これまでの回答は残ります。`,
  sureToForget: (name) =>
    `${name}さんの名前とアカウントを消します。これまでの回答は「元メンバー」の回答として残ります。元には戻せません。`,
  leave: 'この会社から抜ける',
  stay: 'やめておく',
  sureToLeave: '抜けると、会社の内容は見られなくなります。あなたの回答は残ります。戻るには、責任者に頼んでください。',
  left: '抜けました。お疲れさまでした。',
  supporters: '外部の支援者',
  noSupporters: '外部の支援者はいません。',
  supportersIntro: '支援者は、チェックリストと進み具合を見られます。書き込みと確認はできません。',
  endSupport: (name) => `${name}さんの支援を終わりにする`,
  sureToEnd: (name) => `${name}さんは、この会社の内容を見られなくなります。`,
  supportEnded: (name) => `${name}さんの支援を終わりにしました。もう会社の内容は見られません。`,
  portfolio: '支援している会社',
  noPortfolio: '支援している会社はまだありません。会社の責任者からコードを受け取って、入力してください。',
  noSuchFirm: 'その会社を見ることはできません。支援が終わったか、会社が削除されています。',
  portfolioRow: ({ assessed, inPlace, applicable }) =>
    `答えた項目 ${assessed}/${applicable}、できている ${inPlace}/${applicable}`,
  visiting: (firm) => `${firm}（支援者として表示。書き込みはできません）`,
}

const en: PeopleWords = {
  people: 'People',
  change: 'Change a name or role',
  codes: 'Codes',
  makeCode: {
    link: 'Link my other chat',
    workspace: 'Join another chat to this firm',
    manager: 'Add a manager',
    supporter: 'Let an outside supporter in',
  },
  memberIntro: 'Whatever the name, everything recorded so far stays.',
  name: 'Name',
  roles: 'Roles',
  rolesHint: 'Managers confirm answers and change the firm’s settings. Administrators look after people and settings.',
  save: 'Save',
  back: 'Back',
  remove: 'Remove from the firm',
  bringBack: 'Bring back',
  forget: 'Delete the name',
  hasLeft: 'has left',
  noSuchMember: 'That person isn’t a member of this firm.',
  lastManager: 'That would leave the firm without a manager. Please make somebody else manager first.',
  sureToRemove: (name) => `${name} will see nothing of the firm any more. What ${name} answered stays.`,
  sureToForget: (name) =>
    `The name and accounts of ${name} will be deleted. The answers stay, as a former member’s. This can’t be undone.`,
  leave: 'Leave this firm',
  stay: 'Stay',
  sureToLeave: 'After leaving you see nothing of the firm. Your answers stay. A manager can bring you back.',
  left: 'You have left the firm. Thank you for your work.',
  supporters: 'Outside supporters',
  noSupporters: 'There are no outside supporters.',
  supportersIntro: 'Supporters see the checklist and progress. They can’t write or confirm anything.',
  endSupport: (name) => `End support by ${name}`,
  sureToEnd: (name) => `${name} will see nothing of this firm any more.`,
  supportEnded: (name) => `Support by ${name} has ended. ${name} sees nothing of this firm any more.`,
  portfolio: 'Firms you support',
  noPortfolio: 'There are none yet. Ask the manager of a firm for a code and enter it.',
  noSuchFirm: 'You can’t look at that firm: the support has ended, or the firm was deleted.',
  portfolioRow: ({ assessed, inPlace, applicable }) =>
    `answered ${assessed} of ${applicable}, in place ${inPlace} of ${applicable}`,
  visiting: (firm) => `${firm} (you’re here as a supporter, to read only)`,
}

const WORDS: Readonly<Record<Lang, PeopleWords>> = { ja, en }

export const peopleWordsIn = (lang: Lang): PeopleWords => WORDS[lang]
