import type { Because } from '../../checklist/fold/standing.ts'
import type { NextBecause } from '../../checklist/next.ts'
import { formsEn } from './forms-en.ts'
import type { ChecklistWords } from './vocabulary.ts'

const EFFORT = {
  1: 'Up to 8 hours of your people’s time, about a day',
  2: '8 to 40 hours of your people’s time, about a week in all, spread over a month or two',
  3: 'More than 40 hours of your people’s time, with outside help over several months',
}
const COST = { 1: 'nothing to ¥30,000', 2: '¥30,000 to ¥300,000', 3: 'more than ¥300,000' }

const STAGES = { start: 'Start', basics: 'Basics', show: 'Show' }

/** What a firm said of itself, as the reason why an item is asked again. */
const CONDITIONS: Readonly<Record<string, string>> = {
  customer_asks: 'a customer asks for something',
  internet_line: 'there is an internet line',
  wifi_or_factory: 'there is Wi-Fi or a shop-floor network',
  factory_machines: 'there are machines on the network',
  cloud_or_portal: 'cloud services or customers’ sites are used',
  outsourcing: 'work is given to others',
}
const condition = (when: string): string => CONDITIONS[when] ?? when

export const en: ChecklistWords = {
  ...formsEn,
  status: {
    done: 'Done',
    partly: 'Partly',
    not_yet: 'Not yet',
    dont_know: 'Don’t know',
    not_applicable: 'Doesn’t apply',
    open: 'Not answered',
  },
  stage: STAGES,
  party: { us: 'Us', vendor: 'Vendor', shared: 'Us and the vendor' },
  happened: {
    answered: (what) => `Answer: ${what}`,
    noted: (text) => (text === '' ? 'Note removed' : `Note: ${text}`),
    evidence_added: (what) => `Evidence added: ${what}`,
    evidence_removed: 'Evidence removed',
    owner: (name) => (name === undefined ? 'Nobody in charge any more' : `In charge: ${name}`),
    due: (date) => (date === undefined ? 'Due date removed' : `Due: ${date}`),
    putOff: (until) => `Put off until ${until}`,
    responsible: (party) => (party === undefined ? 'Who does it: as proposed again' : `Who does it: ${party}`),
    confirmed: 'Answer confirmed',
    sent_back: (reason) => `Sent back: ${reason}`,
    reopened: (when) => `Opened again, because something has changed at the firm (${condition(when)})`,
  },

  answer: 'Answer',
  before: 'Answer before',
  met: 'Already there',
  reason: 'Reason',
  confirmedBy: 'Confirmed',
  sentBackBy: 'Sent back',
  owner: 'In charge',
  due: 'Due',
  dueIn: (date, days) => {
    if (days === 0) return `${date} (today)`
    return days < 0 ? `${date} (${daysEn(-days)} ago)` : `${date} (${daysEn(days)} left)`
  },
  responsible: 'Who does it',
  note: 'Note',
  evidence: (n) => `Evidence ${n}`,
  validUntil: (what, { until, over }) => `${what} (${over ? 'expired, was valid' : 'valid'} until ${until})`,
  metOf: (met, all) => `${met} of ${all}`,
  signed: (what, signature) => `${what} (${signature})`,
  whoWhen: (who, date) => `${who}, ${date}`,
  withReason: (what, reason) => `${what} (${reason})`,
  because,
  reworded:
    'The wording of this question has changed since it was answered. The answer stands; please look again and answer anew if it’s no longer right.',
  apart:
    'This item isn’t counted, because of what your firm said about itself. If that has changed, please say so in the firm’s settings.',
  firstStep: 'What to do first (Shirube’s suggestion)',
  bands: 'Time and money',
  bandsOf: (effort, cost) =>
    `${EFFORT[effort]}; ${COST[cost]} paid to others in the first year. Shirube’s own rough estimate`,
  restsOn: 'Clauses behind it',
  restsOnCounts: ({ cpsf, scs, ipa }) => {
    const counts = [
      ...(cpsf > 0 ? [`${cpsf} of the CPSF`] : []),
      ...(scs > 0 ? [`${scs} of SCS ★3`] : []),
      ...(ipa > 0 ? [`${ipa} of IPA’s`] : []),
    ]
    return `${counts.join(', ')} (see “More”)`
  },
  yourAnswer: 'Press what comes closest today',

  allSteps: 'How to go about it (Shirube’s suggestion)',
  evidenceIdeas: 'What shows that it’s done (Shirube’s suggestion)',
  criteria: 'Criteria of SCS ★3 (in Shirube’s words)',
  fromFramework: { cpsf: 'Rests on: CPSF', scs: 'Rests on: SCS ★3 criteria', ipa: 'Rests on: IPA' },
  comma: ', ',
  touchedIsNotMet: 'The question touches these. Answering “Done” doesn’t mean that all of what they ask is there.',
  noVendorMessage: 'There is no message to the vendor for this item.',

  open: 'Open this item',
  more: 'More',
  details: 'Who, by when, evidence',
  vendorMessage: 'Message to the vendor',
  vendorMessageIn: { ja: 'In Japanese', en: 'In English' },
  history: 'History',
  confirm: 'Confirm the answer',
  sendBack: 'Send back',
  undo: 'Take it back',
  putBack: 'Put it back again',
  backToItem: 'Back to the item',
  removeEvidence: (n) => `Remove evidence ${n}`,
  checklist: 'List of items',
  progress: 'Progress',
  unknowns: (n) => `Don’t know (${n})`,
  mine: (n) => `Mine (${n})`,
  expired: (n) => `Evidence expired (${n})`,
  overdue: (n) => `Past due (${n})`,
  projection: { ipa: 'As IPA’s self-check', scs: 'By the criteria of SCS ★3', cpsf: 'By CPSF category' },
  row: (standing, question) => `[${standing}] ${question}`,
  dueRow: (standing, date) => `${standing}, due ${date}`,
  stageButton: (stage, { all, assessed }) => `${stage} (${assessed}/${all})`,

  answered: {
    done: 'Noted as “Done”.',
    partly: 'Noted as “Partly”.',
    not_yet: 'Noted as “Not yet”. One thing at a time from here is fine.',
    dont_know: 'Noted as “Don’t know”. Here is how to find out.',
    not_applicable: 'Noted as “Doesn’t apply”. The item isn’t counted, and the reason is kept with it.',
  },
  allMet: 'Everything in its list is ticked. If nothing else is missing, you can change the answer to “Done”.',
  nextStep: 'Next step',
  afterNext: 'After that',
  nextBecause: (because) => `Why this one: ${nextBecause(because)}`,
  nothingNext:
    'By today’s answers there’s no next item to suggest. Go through the list once a year on your review day.',
  saved: 'Noted.',
  nothingChanged: 'Nothing was changed.',
  confirmed: 'Noted that you confirm this answer.',
  sentBack: 'Sent back. The item is open again; the answer before and your reason are kept.',
  answerMoved: 'The answer has changed in the meantime. Please look at it as it is now and press again.',
  noSuchItem: (item) => `There is no item ${item} in today’s checklist.`,

  findOut: 'Two minutes to find out: does your firm have any of these?',
  findOutThen:
    'If you find one, change the answer to “Done” or “Partly”. If not, change it to “Not yet”, which is a perfectly good answer.',
  vendorReady: 'A message to your vendor, ready to send',

  welcome: (items) =>
    `Let’s go through ${items} questions about security at your firm, one by one. If you don’t know, press “Don’t know”. You can change every answer later, and the one before is kept.`,
  stageIntro: {
    start: 'What you can do right now, alone or with one mail to your vendor.',
    basics: 'Lists and rules that make it last.',
    show: 'What customers ask to see.',
  },
  otherStages: 'Other stages',
  byStage: ({ all, assessed, inPlace }) => `${assessed} of ${all} answered, ${inPlace} in place`,
  leftOut: 'Answered with “Doesn’t apply”',
  apartList: 'Not counted, because of what your firm said about itself',
  noProof: 'These numbers count your own answers. They are no proof of any level.',
  otherViews: 'The same answers seen from elsewhere',
  noUnknowns: 'No item is answered with “Don’t know”.',
  unknownsIntro: 'These were answered with “Don’t know”. Let’s find out, one at a time.',
  otherUnknowns: 'The others',
  mineIntro: 'Items you’re in charge of that aren’t in place yet.',
  noneMine: 'Nothing is left that you’re in charge of.',
  overdueIntro: 'Items past their date. Setting a new date is a step, too.',
  expiredIntro:
    'Items with evidence that has run out. Add a new one under “Who, by when, evidence”; take the old one away under “History”.',
  noneExpired: 'No evidence has run out.',
  noneOverdue: 'No item is past its date.',

  item: 'Item',
  undoWhat: 'Take back what you did last?',
  undone: 'Taken back. It’s as it was before.',
  putBackDone: 'Put back.',
  nothingToUndo: 'There’s nothing to take back.',
  notYours: 'Somebody else wrote this, and only they can take it back.',
  tookBack: (what) => `${what} (taken back)`,
  noHistory: 'Nothing has been written yet.',
}

const daysEn = (days: number): string => (days === 1 ? '1 day' : `${days} days`)

function because(because: Because): string {
  switch (because.kind) {
    case 'sent_back':
      return 'This was sent back. Please read the reason and answer again.'
    case 'profile':
      return `Something has changed at your firm, so we ask again (${condition(because.appliesWhen)}).`
    case 'reworded':
      return 'The question asks for something else than before, so we ask again. The earlier answer is kept.'
    case 'split':
      return 'An earlier question was split up. Please answer this part of it.'
    case 'merged':
      return 'Several questions were put into one. Please answer it as a whole.'
  }
}

function nextBecause(because: NextBecause): string {
  switch (because.kind) {
    case 'only':
      return 'it’s the only one left.'
    case 'stage':
      return `“${STAGES[because.stage]}” comes first.`
    case 'unanswered':
      return 'it has no answer yet, and it’s good to see how things are before setting to work.'
    case 'ten_minutes':
      return 'you can make a start in the first ten minutes.'
    case 'due':
      return `it’s due first (${because.due}).`
    case 'worth':
      return 'it prevents much harm for little effort, as far as Shirube can judge.'
    case 'cheap':
      return 'it costs less than others that matter as much, as far as Shirube can judge.'
    case 'order':
      return 'it’s next in the checklist.'
  }
}
