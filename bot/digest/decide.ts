import { z } from 'zod'
import { dayWords } from '../checklist/cards/dates.ts'
import { openButton } from '../checklist/cards/item.ts'
import type { Done } from '../checklist/log.ts'
import { peopleHere } from '../checklist/people.ts'
import { itemIn, noSuchItem, replyWith, write, type Sheet } from '../checklist/sheet.ts'
import { shownAs } from '../checklist/show-item.ts'
import type { ItemState } from '../checklist/state.ts'
import type { FormValues } from '../event.ts'
import { buttons, main, notice, plain } from '../firms/card.ts'
import type { Block, Button, Field, Reply } from '../reply.ts'
import { digestWordsIn } from '../words/digest.ts'
import type { DigestAction } from './actions.ts'
import { plusDays } from './calendar/days.ts'

type Deciding = Pick<Extract<DigestAction, { kind: 'decide' }>, 'item' | 'on'>

/** One question: who, or by when. */
export function showDecideForm(deciding: Deciding, sheet: Sheet): Reply {
  const state = itemIn(sheet.state, deciding.item)
  return state === undefined ? noSuchItem(deciding.item, sheet.visit) : decideForm(state, deciding, { sheet })
}

type Tried = Readonly<{ sheet: Sheet; filled?: string; problem?: string }>

function decideForm(state: ItemState, { item, on }: Deciding, { sheet, filled, problem }: Tried): Reply {
  const words = digestWordsIn(sheet.visit.lang)
  const form = {
    title: state.item.title[sheet.visit.lang],
    intro: state.item.question[sheet.visit.lang],
    fields: [
      {
        ...(on === 'owner' ? ownerField(state, sheet) : dueField(state, sheet)),
        ...(filled !== undefined && { value: filled }),
        ...(problem !== undefined && { problem }),
      },
    ],
    submit: main(words.decideOn[on], { kind: 'decide', item, on }),
  }
  return replyWith([{ kind: 'form', form }], sheet.visit, shownAs(item))
}

function ownerField({ owner }: ItemState, { members, words }: Sheet): Field {
  const options = peopleHere(members).map(({ id, name }) => ({ value: id, label: name }))
  return {
    id: 'owner',
    kind: 'choice',
    label: words.owner,
    optional: false,
    options,
    ...(owner !== undefined && { value: owner }),
  }
}

/** In days, by effort: a day's work in two weeks, a week's in two months, more in three. */
const DAYS_NEEDED = { 1: 14, 2: 56, 3: 91 } as const

const dueField = ({ due, item }: ItemState, { words, today }: Sheet): Field => ({
  id: 'due',
  kind: 'date',
  label: words.due,
  optional: false,
  value: due ?? plusDays(today, DAYS_NEEDED[item.effort]),
})

/** Writes down who or by when. */
export async function decide(deciding: Deciding, values: FormValues, sheet: Sheet): Promise<Reply> {
  const { item, on } = deciding
  const state = itemIn(sheet.state, item)
  if (state === undefined) return noSuchItem(item, sheet.visit)
  const filled = (values[on] ?? '').trim()
  const problem = problemWith(filled, on, sheet)
  if (problem !== undefined) return decideForm(state, deciding, { sheet, filled, problem })
  const about = { item, revision: state.revision }
  const done: Done =
    on === 'owner' ? { kind: 'owner_set', ...about, owner: filled } : { kind: 'due_set', ...about, due: filled }
  return decided(item, sheet.words.saved, await write([done], sheet.visit))
}

function problemWith(filled: string, on: Deciding['on'], { members, words }: Sheet): string | undefined {
  if (on === 'due') return z.iso.date().safeParse(filled).success ? undefined : words.wrongDate
  return peopleHere(members).some(({ id }) => id === filled) ? undefined : words.wrongMember
}

const WEEKS_OFF = 4

/** Not now; it comes up again on a day that is said. */
export async function putOff(item: string, sheet: Sheet): Promise<Reply> {
  const state = itemIn(sheet.state, item)
  if (state === undefined) return noSuchItem(item, sheet.visit)
  const until = plusDays(sheet.today, WEEKS_OFF * 7)
  const after = await write([{ kind: 'put_off', item, revision: state.revision, until }], sheet.visit)
  const { lang } = sheet.visit
  return decided(item, digestWordsIn(lang).putOffTo(dayWords(until, lang)), after)
}

/** What was written, and what is still to be settled about the item. */
function decided(item: string, said: string, sheet: Sheet): Reply {
  const state = itemIn(sheet.state, item)
  if (state === undefined) return noSuchItem(item, sheet.visit)
  const { lang, event } = sheet.visit
  const { owner, due, putOff: until } = state
  const written = sheet.log.find((entry) => entry.event === event)
  const open = until === undefined
  const row: readonly Button[] = [
    ...(open && owner === undefined ? [decideButton(item, 'owner', lang)] : []),
    ...(open && due === undefined ? [decideButton(item, 'due', lang)] : []),
    ...(written === undefined ? [] : [plain(sheet.words.undo, { kind: 'undo', seq: written.seq })]),
    openButton(state, sheet.words.open),
  ]
  const title: Block = { kind: 'heading', text: state.item.title[lang] }
  return replyWith([title, notice(said), buttons('', row)], sheet.visit, shownAs(item))
}

/** Opens the form that asks who, or by when. */
export const decideButton = (item: string, on: Deciding['on'], lang: Reply['lang']): Button =>
  plain(digestWordsIn(lang).decideOn[on], { kind: 'decide_form', item, on })
