import type { Lang } from '../../corpus/schema.ts'
import type { Progress } from '../reply.ts'

/** What Shirube says about a firm and its checklist. */
export interface DeskWords {
  outsider: string
  notHere: string
  /** The two numbers, and what stands beside them; one line each. */
  progressLines: (progress: Progress) => readonly string[]
}

const ja: DeskWords = {
  outsider: 'チェックリストは、その会社の人だけが使えます。質問には、どなたにもお答えします。',
  notHere: 'チェックリストは、チャットの画面で使えます。',
  progressLines: ({ applicable, assessed, inPlace, unknown, notApplicable, apart }) => [
    `答えた項目：${applicable}件のうち${assessed}件`,
    `できている項目：${applicable}件のうち${inPlace}件`,
    `わからない：${unknown}件、当てはまらない：${notApplicable}件${apart > 0 ? `、会社の様子から数えない：${apart}件` : ''}`,
  ],
}

const en: DeskWords = {
  outsider: 'The checklist is for people of the firm itself. Questions are answered for everybody.',
  notHere: 'The checklist works in the chat.',
  progressLines: ({ applicable, assessed, inPlace, unknown, notApplicable, apart }) => [
    `Answered: ${assessed} of ${applicable} items`,
    `In place: ${inPlace} of ${applicable} items`,
    `Don’t know: ${unknown}. Doesn’t apply: ${notApplicable}.${apart > 0 ? ` Not counted for a firm like yours: ${apart}.` : ''}`,
  ],
}

const WORDS: Readonly<Record<Lang, DeskWords>> = { ja, en }

export const deskWordsIn = (lang: Lang): DeskWords => WORDS[lang]
