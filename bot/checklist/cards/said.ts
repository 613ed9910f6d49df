import { nameOf } from '../../firms/names.ts'
import type { Block } from '../../reply.ts'
import { showFileReference } from '../file-reference.ts'
import type { Evidence, Given, Reopened, Signed } from '../fold/standing.ts'
import type { Sheet } from '../sheet.ts'
import type { ItemState } from '../state.ts'
import { dateWords, dayWords, daysBetween } from './dates.ts'

export type Fact = Extract<Block, { kind: 'facts' }>['facts'][number]

/** What the firm's people said about an item, a line each; what nobody said has no line. */
export function saidFacts(state: ItemState, sheet: Sheet): readonly Fact[] {
  const { words } = sheet
  return [
    ...answerFacts(state, sheet),
    ...(state.reopened === undefined ? [] : reopenedFacts(state.reopened, sheet)),
    ...(state.confirmed === undefined ? [] : [{ label: words.confirmedBy, value: signature(state.confirmed, sheet) }]),
    ...workFacts(state, sheet),
    ...(state.note === undefined ? [] : [{ label: words.note, value: state.note }]),
    ...state.evidence.map((one, n) => ({ label: words.evidence(n + 1), value: evidenceWords(one, sheet) })),
  ]
}

function answerFacts({ status, given, criteria }: ItemState, sheet: Sheet): readonly Fact[] {
  const { words } = sheet
  const value = given === undefined ? words.status[status] : answerWords(given, sheet)
  const met = given?.status === 'partly' ? criteria.filter(({ id }) => given.met.includes(id)).length : 0
  return [
    { label: words.answer, value },
    ...(given?.status === 'partly' && met > 0 ? [{ label: words.met, value: words.metOf(met, criteria.length) }] : []),
    ...(given?.status === 'not_applicable' ? [{ label: words.reason, value: given.reason }] : []),
  ]
}

function reopenedFacts({ because, was }: Reopened, sheet: Sheet): readonly Fact[] {
  const { words } = sheet
  const before = was.map((given) => ({ label: words.before, value: answerWords(given, sheet) }))
  if (because.kind !== 'sent_back') return before
  const sentBack = { label: words.sentBackBy, value: signature(because, sheet) }
  return [...before, sentBack, { label: words.reason, value: because.reason }]
}

function workFacts({ owner, due, responsible, status }: ItemState, sheet: Sheet): readonly Fact[] {
  const { words, today, visit } = sheet
  const days = due === undefined ? 0 : daysBetween(today, due)
  const settled = status === 'done' || status === 'not_applicable'
  return [
    ...(owner === undefined ? [] : [{ label: words.owner, value: nameIn(owner, sheet) }]),
    ...(due === undefined
      ? []
      : [
          {
            label: words.due,
            value: settled ? dayWords(due, visit.lang) : words.dueIn(dayWords(due, visit.lang), days),
          },
        ]),
    ...(responsible === undefined ? [] : [{ label: words.responsible, value: words.party[responsible] }]),
  ]
}

export const answerWords = (given: Given, sheet: Sheet): string =>
  sheet.words.signed(sheet.words.status[given.status], signature(given, sheet))

export const signature = ({ by, at }: Signed, sheet: Sheet): string => {
  const { visit, words } = sheet
  return words.whoWhen(nameIn(by, sheet), dateWords(new Date(at), { lang: visit.lang, timeZone: visit.firm.timeZone }))
}

export const nameIn = (member: string, { members, visit }: Sheet): string => nameOf(member, members, visit.lang)

export function evidenceWords(evidence: Evidence, { words, visit, today }: Sheet): string {
  const { expires } = evidence
  const what = evidence.kind === 'link' ? evidence.url : showFileReference(evidence)
  return expires === undefined
    ? what
    : words.validUntil(what, { until: dayWords(expires, visit.lang), over: expires < today })
}
