import { z } from 'zod'
import type { FormValues } from '../../event.ts'
import type { Reply } from '../../reply.ts'
import type { ChecklistAction } from '../actions.ts'
import { readFileReference } from '../file-reference.ts'
import { detailsForm, NONE, valuesOf, type Problems } from '../forms/details-form.ts'
import { LONGEST_NOTE, PARTIES, webLink, type Done } from '../log.ts'
import { itemIn, noSuchItem, write, type Sheet } from '../sheet.ts'
import { showItem } from '../show-item.ts'
import { stateOf, type ItemState } from '../state.ts'

type Saving = Extract<ChecklistAction, { kind: 'save_details' }>

/**
 * Writes down what was changed in the form, all of it or, where something is wrong, nothing. Changed is what differs from what the
 * form began with: a field that somebody else has changed in the meantime and this person did not touch stays as it is now.
 */
export async function saveDetails({ item, seen }: Saving, values: FormValues, sheet: Sheet): Promise<Reply> {
  const { words, visit } = sheet
  const state = itemIn(sheet.state, item)
  if (state === undefined) return noSuchItem(item, visit)
  const filled = tidy(values)
  const problems = problemsIn(filled, sheet)
  if (Object.keys(problems).length > 0) return detailsForm(state, { sheet, seen, filled, problems })
  const done = changesIn(filled, before(state, { seen, sheet }))
  const after = await write(done, visit)
  return showItem(item, after, [{ kind: 'notice', text: done.length === 0 ? words.nothingChanged : words.saved }])
}

const tidy = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value.trim()]))

function problemsIn(filled: FormValues, { words, members }: Sheet): Problems {
  const problems = {
    owner: wrong(filled['owner'], (id) => id === NONE || members.some((member) => member.id === id), words.wrongMember),
    due: wrong(filled['due'], isDay, words.wrongDate),
    responsible: wrong(filled['responsible'], (party) => party === NONE || isParty(party), words.wrongChoice),
    note: wrong(filled['note'], (note) => note.length <= LONGEST_NOTE, words.tooLong),
    link: wrong(filled['link'], (link) => webLink.safeParse(link).success, words.wrongLink),
    file: wrong(filled['file'], (file) => readFileReference(file) !== undefined, words.wrongFile),
    expires:
      wrong(filled['expires'], isDay, words.wrongDate) ??
      wrong(filled['expires'], () => `${filled['link'] ?? ''}${filled['file'] ?? ''}` !== '', words.expiryAlone),
  }
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined))
}

/** An empty field is never wrong. */
const wrong = (value = '', isRight: (value: string) => boolean, problem: string): string | undefined =>
  value === '' || isRight(value) ? undefined : problem

const isDay = (value: string): boolean => z.iso.date().safeParse(value).success
const isParty = (value: string): boolean => partyIn(value) !== undefined

const partyIn = (value: string) => PARTIES.find((party) => party === value)

/** The item as the form knew it. */
function before(state: ItemState, { seen, sheet }: Readonly<{ seen: number; sheet: Sheet }>): ItemState {
  const { checklist, firm } = sheet.visit
  const log = sheet.log.filter(({ seq }) => seq <= seen)
  return itemIn(stateOf({ checklist, profile: firm.profile }, log), state.item.id) ?? state
}

function changesIn(filled: FormValues, known: ItemState): readonly Done[] {
  const about = { item: known.item.id, revision: known.revision }
  const began = valuesOf(known)
  const changed = (field: string): string | undefined => (filled[field] === began[field] ? undefined : filled[field])
  const owner = changed('owner')
  const due = changed('due')
  const responsible = changed('responsible')
  const note = changed('note')
  return [
    ...(owner === undefined ? [] : [ownerChange(owner, about)]),
    ...(due === undefined ? [] : [dueChange(due, about)]),
    ...(responsible === undefined ? [] : [responsibleChange(responsible, about)]),
    ...(note === undefined ? [] : [{ kind: 'noted', ...about, text: note } as const]),
    ...evidenceIn(filled, about),
  ]
}

type About = Readonly<{ item: string; revision: string }>

const ownerChange = (owner: string, about: About): Done =>
  owner === NONE ? { kind: 'owner_cleared', ...about } : { kind: 'owner_set', ...about, owner }

function responsibleChange(chosen: string, about: About): Done {
  const party = partyIn(chosen)
  return party === undefined ? { kind: 'responsible_cleared', ...about } : { kind: 'responsible_set', ...about, party }
}

const dueChange = (due: string, about: About): Done =>
  due === '' ? { kind: 'due_cleared', ...about } : { kind: 'due_set', ...about, due }

/** A link, a file or both; the date is for whatever was given. */
function evidenceIn({ link: url = '', file: named = '', expires = '' }: FormValues, about: About): readonly Done[] {
  const file = readFileReference(named)
  const until = expires === '' ? {} : { expires }
  return [
    ...(url === '' ? [] : [{ kind: 'link', url, ...until } as const]),
    ...(file === undefined ? [] : [{ kind: 'file', ...file, ...until } as const]),
  ].map((evidence) => ({ kind: 'evidence_added', ...about, evidence }))
}
