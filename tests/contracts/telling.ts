import type { LetterData } from '../../bot/digest/ledger.ts'

/** A digest of a firm of that name. */
export const telling = (firm: string): LetterData => ({
  kind: 'week',
  period: '2027-W02',
  at: '2027-01-12T01:00:00.000Z',
  corpus: 'corpus-1',
  firm,
  today: '2027-01-12',
  now: { applicable: 30, assessed: 5, inPlace: 4, unknown: 1, notApplicable: 0, apart: 0 },
  before: undefined,
  since: undefined,
  trend: [3, 4],
  done: [{ id: 'CK-01', title: { ja: 'OSを新しくしておく', en: 'Keep systems up to date' } }],
  waiting: { us: 3, vendor: 1, shared: 0 },
  overdue: [],
  soon: [],
  unknowns: [],
  requests: [],
  expiring: [],
  changed: [],
  unanswered: undefined,
  decision: undefined,
  quiet: false,
})

export const NOTHING_DUE: LetterData = { kind: 'day', items: [] }
