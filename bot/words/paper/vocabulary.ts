import type { PaperKind } from '../../firms/paper/page.ts'

type Band = 1 | 2 | 3

/** What stands on printed pages and in exports. */
export interface PaperWords {
  titles: Record<PaperKind, string>
  sample: string
  unnamed: string
  asOf: (day: string) => string
  print: string
  printHint: string
  /** The call sheet. */
  first: string
  firstSteps: readonly string[]
  never: string
  nevers: readonly string[]
  inside: string
  insideIntro: string
  outside: string
  outsideIntro: string
  customers: string
  customersIntro: string
  check: string
  checked: (day: string) => string
  writeCheckedOn: string
  /** The president's page. */
  whatItIs: string
  whatItIsText: string
  asked: string
  stands: string
  toDecide: string
  /** The question of the checklist that a step leads to. */
  toAnswer: (question: string) => string
  columns: Readonly<{ what: string; why: string; hours: string; yen: string }>
  hours: Record<Band, string>
  yen: Record<Band, string>
  bands: string
  signature: readonly string[]
  nothingLeft: string
  /** The monthly page. */
  monthIntro: string
  monthSignature: readonly string[]
  labelled: (label: string, value: string) => string
  /** The status of every item. */
  stages: Record<'start' | 'basics' | 'show', string>
  statusColumns: readonly string[]
  note: string
  reason: string
  evidence: string
  confirmed: (who: string, day: string) => string
  apart: string
  parties: Record<'us' | 'vendor' | 'shared', string>
  noProof: string
  /** Exports. */
  sheets: Readonly<{ items: string; history: string; members: string }>
  itemColumns: readonly string[]
  historyColumns: readonly string[]
  memberColumns: readonly string[]
  fileName: string
}
