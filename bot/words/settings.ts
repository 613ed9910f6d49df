import type { Lang } from '../../corpus/schema.ts'
import type { Level } from '../event.ts'
import type { ExportFormat, PaperKind } from '../firms/paper/page.ts'
import type { Erased } from '../ports.ts'

/** What Shirube says about settings, paper, exports and the end of a firm's data. */
export interface SettingsWords {
  settings: string
  firm: string
  roles: string
  ownTitle: string
  ownIntro: string
  language: string
  languages: Record<Lang, string>
  languageFollows: string
  reads: string
  readsHint: string
  levels: Record<Level, string>
  save: string
  saved: string
  firmSettings: string
  firmIntro: string
  keepsQuestions: string
  keepsHint: string
  keepsYes: string
  keepsNo: string
  papers: string
  papersIntro: string
  paper: Record<PaperKind, string>
  exports: string
  exportsIntro: string
  format: Record<ExportFormat, string>
  linkLasts: (minutes: number) => string
  sample: string
  clearSample: string
  sampleCleared: string
  eraseTitle: string
  eraseIntro: string
  eraseField: (name: string) => string
  eraseProblem: string
  erase: string
  /** Typed by who wants to delete a firm that has no name. */
  eraseWord: string
  erased: (firm: string, at: string) => string
  receipt: Record<keyof Erased, string>
  backups: string
}

const ja: SettingsWords = {
  settings: '設定',
  firm: '会社',
  roles: 'あなたの役割',
  ownTitle: 'あなたの設定',
  ownIntro: 'あなたへの返事だけに使います。',
  language: '言葉',
  languages: { ja: '日本語', en: 'English' },
  languageFollows: '質問に合わせる',
  reads: '説明の書き方',
  readsHint: '質問への答えに使います。会話の中で「やさしい日本語で」などと頼めば、その会話ではそちらに合わせます。',
  levels: { owner: '経営者向け（要点だけ）', incharge: '担当者向け', newcomer: 'やさしい日本語' },
  save: '保存する',
  saved: '保存しました。',
  firmSettings: '会社の設定',
  firmIntro: '会社の全員に関わる設定です。',
  keepsQuestions: '質問の記録',
  keepsHint:
    'だれが何を聞いたかは、責任者にも見せません。「残さない」にすると、質問の文は答えたときに消します。返事は、続けて聞けるように1日だけ残して消します。これまでの質問の文も1時間以内に消します。SlackやTeamsの画面に残る分は、それぞれの設定によります。',
  keepsYes: '30日間残す',
  keepsNo: '残さない',
  papers: '印刷する',
  papersIntro: '新しい画面で開きます。ブラウザーの印刷から、紙にもPDFにもできます。',
  paper: {
    call_sheet: '緊急の連絡票',
    president: '社長に見せる1枚',
    week: '週のまとめ',
    month: '社長に見せる1か月のまとめ',
    status: '全項目の状況',
  },
  exports: '書き出す',
  exportsIntro: 'ファイルには会社の内容がすべて入っています。置き場所と渡す相手に気を付けてください。',
  format: { xlsx: 'Excel（.xlsx）', csv: 'CSV（Excelで開けます）', json: 'JSON（ほかのShirubeに移せます）' },
  linkLasts: (minutes) =>
    `このリンクは${minutes}分間使えます。開ける人は会社の内容を読めるので、ほかの人に送らないでください。`,
  sample: 'これは見本の会社です。人も回答も作りものなので、自由に触ってみてください。',
  clearSample: '見本を消して、自分の会社で始める',
  sampleCleared: '見本を消しました。ここからは、あなたの会社のチェックリストです。',
  eraseTitle: '会社の記録をすべて消す',
  eraseIntro:
    'メンバー、回答、コード、質問の記録をすべて消します。元には戻せません。先に「書き出す」で控えを取っておくことをおすすめします。',
  eraseField: (name) => `確認のため「${name}」と入力してください`,
  eraseProblem: '入力した文字が違います。何も消していません。',
  erase: 'すべて消す',
  eraseWord: '削除',
  erased: (firm, at) =>
    `${firm}の記録をすべて消しました（${at}）。この控えは保存されません。必要なら写しておいてください。`,
  receipt: { members: 'メンバー', entries: '回答の記録', codes: 'コード', turns: '質問と返事' },
  backups: '運用者が取ったバックアップには、そのバックアップが消されるまで残ります。消す時期は運用者に聞いてください。',
}

const en: SettingsWords = {
  settings: 'Settings',
  firm: 'Firm',
  roles: 'Your role',
  ownTitle: 'Your settings',
  ownIntro: 'For replies to you only.',
  language: 'Language',
  languages: { ja: '日本語', en: 'English' },
  languageFollows: 'Follows the question',
  reads: 'How things are explained',
  readsHint: 'For answers to questions. If you ask for “easy words” in a conversation, that goes first there.',
  levels: { owner: 'For owners, in brief', incharge: 'For the person in charge', newcomer: 'In easy words' },
  save: 'Save',
  saved: 'Saved.',
  firmSettings: 'Settings of the firm',
  firmIntro: 'These concern everybody in the firm.',
  keepsQuestions: 'Record of questions',
  keepsHint:
    'Nobody is shown who asked what, managers included. With “Not kept”, the words of a question are erased when it has been answered; the reply stays for one day, so that you can ask on. Earlier questions are erased within an hour. What Slack or Teams keep on their side follows their own settings.',
  keepsYes: 'Kept for 30 days',
  keepsNo: 'Not kept',
  papers: 'Print',
  papersIntro: 'Opens a new page. Print it from the browser, on paper or as PDF.',
  paper: {
    call_sheet: 'Whom to call: emergency sheet',
    president: 'One page for the president',
    week: 'The week in brief',
    month: 'The month in brief, for the president',
    status: 'Status of every item',
  },
  exports: 'Export',
  exportsIntro: 'A file holds everything about the firm. Mind where you put it and whom you give it to.',
  format: { xlsx: 'Excel (.xlsx)', csv: 'CSV (opens in Excel)', json: 'JSON (moves to another Shirube)' },
  linkLasts: (minutes) =>
    `These links work for ${minutes} minutes. Whoever has one can read what is the firm’s, so don’t pass them on.`,
  sample: 'This is a sample firm. Its people and answers are made up: try whatever you like.',
  clearSample: 'Clear the sample and start with my firm',
  sampleCleared: 'The sample is gone. From here on it is your own firm’s checklist.',
  eraseTitle: 'Delete everything about the firm',
  eraseIntro:
    'This deletes members, answers, codes and the record of questions. It can’t be undone. We suggest that you export a copy first.',
  eraseField: (name) => `To be sure, please type “${name}”`,
  eraseProblem: 'That isn’t what was asked for. Nothing was deleted.',
  erase: 'Delete everything',
  eraseWord: 'delete',
  erased: (firm, at) =>
    `Everything about ${firm} has been deleted (${at}). This receipt is kept nowhere else; copy it if you need it.`,
  receipt: { members: 'Members', entries: 'Entries of the checklist', codes: 'Codes', turns: 'Questions and replies' },
  backups: 'Backups made by whoever runs Shirube still hold it until they are deleted. Ask them when that is.',
}

const WORDS: Readonly<Record<Lang, SettingsWords>> = { ja, en }

export const settingsWordsIn = (lang: Lang): SettingsWords => WORDS[lang]
