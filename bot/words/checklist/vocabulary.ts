import type { ChecklistItem, Lang } from '../../../corpus/schema.ts'
import type { Status } from '../../checklist/answer.ts'
import type { Because } from '../../checklist/fold/standing.ts'
import type { Party } from '../../checklist/log.ts'
import type { NextBecause } from '../../checklist/next.ts'

type Stage = ChecklistItem['stage']
type Counts = Readonly<{ all: number; assessed: number; inPlace: number }>

/** What was done, for the history. What people wrote goes into these, so that they stand in facts only. */
export interface HappenedWords {
  answered: (what: string) => string
  noted: (text: string) => string
  evidence_added: (what: string) => string
  evidence_removed: string
  owner: (name: string | undefined) => string
  due: (date: string | undefined) => string
  putOff: (until: string) => string
  responsible: (party: string | undefined) => string
  confirmed: string
  sent_back: (reason: string) => string
  reopened: (condition: string) => string
}

/** Labels and texts of the forms. */
export interface FormWords {
  saveAs: (status: string) => string
  save: string
  partlyIntro: Record<'scs' | 'step', string>
  partlyField: string
  notApplicableIntro: string
  whyNot: string
  whyNotHint: string
  reasonMissing: string
  detailsIntro: string
  nobodyYet: string
  asProposed: (party: string) => string
  linkField: string
  linkHint: (longest: number) => string
  fileField: string
  fileHint: string
  expiresField: string
  expiresHint: string
  wrongDate: string
  wrongLink: string
  wrongFile: string
  wrongChoice: string
  wrongMember: string
  expiryAlone: string
  tooLong: string
  sendBackIntro: string
  sendBackField: string
  sendBackMissing: string
}

/** What Shirube says about the checklist. */
export interface ChecklistWords extends FormWords {
  status: Record<Status | 'open', string>
  stage: Record<Stage, string>
  party: Record<Party, string>
  happened: HappenedWords

  // A card
  answer: string
  before: string
  met: string
  reason: string
  confirmedBy: string
  sentBackBy: string
  owner: string
  due: string
  dueIn: (date: string, days: number) => string
  responsible: string
  note: string
  evidence: (n: number) => string
  validUntil: (what: string, validity: Readonly<{ until: string; over: boolean }>) => string
  metOf: (met: number, all: number) => string
  signed: (what: string, signature: string) => string
  whoWhen: (who: string, date: string) => string
  withReason: (what: string, reason: string) => string
  because: (because: Because) => string
  reworded: string
  apart: string
  firstStep: string
  bands: string
  bandsOf: (effort: ChecklistItem['effort'], cost: ChecklistItem['cost']) => string
  restsOn: string
  restsOnCounts: (counts: Readonly<{ cpsf: number; scs: number; ipa: number }>) => string
  yourAnswer: string

  // More about an item
  allSteps: string
  evidenceIdeas: string
  criteria: string
  fromFramework: Record<'cpsf' | 'scs' | 'ipa', string>
  comma: string
  touchedIsNotMet: string
  noVendorMessage: string

  // Buttons
  open: string
  more: string
  details: string
  vendorMessage: string
  vendorMessageIn: Record<Lang, string>
  history: string
  confirm: string
  sendBack: string
  undo: string
  putBack: string
  backToItem: string
  removeEvidence: (n: number) => string
  checklist: string
  progress: string
  unknowns: (n: number) => string
  mine: (n: number) => string
  overdue: (n: number) => string
  expired: (n: number) => string
  projection: Record<'ipa' | 'scs' | 'cpsf', string>
  row: (standing: string, question: string) => string
  dueRow: (standing: string, date: string) => string
  stageButton: (stage: string, counts: Counts) => string

  // After a press
  answered: Record<Status, string>
  allMet: string
  nextStep: string
  afterNext: string
  /** A due date comes in words. */
  nextBecause: (because: NextBecause) => string
  nothingNext: string
  saved: string
  nothingChanged: string
  confirmed: string
  sentBack: string
  answerMoved: string
  noSuchItem: (item: string) => string

  // Don't know
  findOut: string
  findOutThen: string
  vendorReady: string

  // Views
  welcome: (items: number) => string
  stageIntro: Record<Stage, string>
  otherStages: string
  byStage: (counts: Counts) => string
  leftOut: string
  apartList: string
  noProof: string
  otherViews: string
  noUnknowns: string
  unknownsIntro: string
  otherUnknowns: string
  mineIntro: string
  noneMine: string
  overdueIntro: string
  noneOverdue: string
  expiredIntro: string
  noneExpired: string

  // Undo and history
  item: string
  undoWhat: string
  undone: string
  putBackDone: string
  nothingToUndo: string
  notYours: string
  tookBack: (what: string) => string
  noHistory: string
}
