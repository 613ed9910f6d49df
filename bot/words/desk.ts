import type { Lang } from '../../corpus/schema.ts'
import type { Status } from '../checklist/answer.ts'
import type { Progress } from '../reply.ts'

/** What Shirube says about a firm and its checklist. */
export interface DeskWords {
  outsider: string
  notHere: string
  status: Record<Status | 'open', string>
  progress: string
  /** The two numbers, and what stands beside them; one line each. */
  progressLines: (progress: Progress) => readonly string[]
  next: string
  allAssessed: string
  noSuchItem: (item: string) => string
  undone: string
  nothingToUndo: string
}

const ja: DeskWords = {
  outsider: 'チェックリストは、その会社の人だけが使えます。質問には、どなたにもお答えします。',
  notHere: 'チェックリストは、チャットの画面で使えます。',
  status: {
    done: 'できている',
    partly: '一部できている',
    not_yet: 'まだ',
    dont_know: 'わからない',
    not_applicable: '当てはまらない',
    open: '未回答',
  },
  progress: '進み具合',
  progressLines: ({ applicable, assessed, inPlace, unknown, notApplicable, apart }) => [
    `答えた項目：${applicable}件のうち${assessed}件`,
    `できている項目：${applicable}件のうち${inPlace}件`,
    `わからない：${unknown}件、当てはまらない：${notApplicable}件${apart > 0 ? `、会社に関係しない：${apart}件` : ''}`,
  ],
  next: '次の項目',
  allAssessed: 'すべての項目に答えが入っています。',
  noSuchItem: (item) => `${item} という項目はありません。`,
  undone: '直前の回答を取り消しました。',
  nothingToUndo: '取り消せる回答がありません。',
}

const en: DeskWords = {
  outsider: 'The checklist is for people of the firm itself. Questions are answered for everybody.',
  notHere: 'The checklist works in the chat.',
  status: {
    done: 'Done',
    partly: 'Partly',
    not_yet: 'Not yet',
    dont_know: 'Don’t know',
    not_applicable: 'Doesn’t apply',
    open: 'Not answered',
  },
  progress: 'Progress',
  progressLines: ({ applicable, assessed, inPlace, unknown, notApplicable, apart }) => [
    `Answered: ${assessed} of ${applicable} items`,
    `In place: ${inPlace} of ${applicable} items`,
    `Don’t know: ${unknown}. Doesn’t apply: ${notApplicable}.${apart > 0 ? ` Left out for a firm like yours: ${apart}.` : ''}`,
  ],
  next: 'Next item',
  allAssessed: 'Every item has an answer.',
  noSuchItem: (item) => `There is no item ${item}.`,
  undone: 'Your last answer is taken back.',
  nothingToUndo: 'There is no answer to take back.',
}

const WORDS: Readonly<Record<Lang, DeskWords>> = { ja, en }

export const deskWordsIn = (lang: Lang): DeskWords => WORDS[lang]
