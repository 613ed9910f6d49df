import type { Digest } from '../../../bot/digest/digest.ts'
import type { Lang } from '../../../corpus/schema.ts'
import { about, answered, digest, firm, logOn } from './weeks.ts'

const REQUESTS = {
  ja: [
    { who: '東海精機', what: '★3', by: '2027-03-31' },
    { who: '山本商会', what: 'チェックシート', by: '2026-12-15' },
  ],
  en: [
    { who: 'Tokai Seiki', what: '★3', by: '2027-03-31' },
    { who: 'Yamamoto Trading', what: 'a questionnaire', by: '2026-12-15' },
  ],
} as const

const NO_MACHINES = { status: 'not_applicable', reason: 'no machines' } as const
const PHOTO = { kind: 'link', url: 'https://example.jp/a', expires: '2026-12-01' } as const
const OLD_WORDING = '1-00000000'

const LOG = logOn(
  ['2026-09-15', answered('CK-02', 'done')],
  ['2026-10-14', answered('CK-01', 'done')],
  ['2026-10-20', { kind: 'answered', ...about('CK-29'), answer: NO_MACHINES }],
  ['2026-10-27', answered('CK-17', 'done')],
  ['2026-10-28', answered('CK-21', 'done')],
  ['2026-11-03', { kind: 'due_set', ...about('CK-05'), due: '2026-11-20' }],
  ['2026-11-03', { kind: 'due_set', ...about('CK-06'), due: '2026-11-21' }],
  ['2026-11-03', { kind: 'due_set', ...about('CK-09'), due: '2026-11-30' }],
  ['2026-11-04', answered('CK-08', 'dont_know')],
  ['2026-11-04', answered('CK-15', 'dont_know')],
  ['2026-11-05', { kind: 'answered', item: 'CK-03', revision: OLD_WORDING, answer: { status: 'done' } }],
  ['2026-11-05', { kind: 'evidence_added', ...about('CK-03'), evidence: PHOTO }],
  ['2026-11-18', answered('CK-04', 'done')],
  ['2026-11-19', answered('CK-10', 'done')],
  ['2026-11-20', answered('CK-12', 'done')],
  ['2026-11-20', answered('CK-07', 'not_yet')],
)

/** A week in which everything there is to say is said. */
export const fullWeek = (lang: Lang): Digest =>
  digest({
    log: LOG,
    firm: { ...firm, profile: { requests: REQUESTS[lang] } },
    unanswered: { questions: 7, people: 4 },
  })
