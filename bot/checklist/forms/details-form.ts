import type { FormValues } from '../../event.ts'
import type { Field, Reply } from '../../reply.ts'
import { LONGEST_FILE } from '../file-reference.ts'
import { LONGEST_LINK, LONGEST_NOTE, PARTIES } from '../log.ts'
import { peopleHere } from '../people.ts'
import { itemIn, noSuchItem, replyWith, type Sheet } from '../sheet.ts'
import { shownAs } from '../show-item.ts'
import type { ItemState } from '../state.ts'

/** The value of "nobody" and "as proposed": platforms don't carry an empty one. */
export const NONE = 'none'

export const showDetailsForm = (item: string, sheet: Sheet): Reply => {
  const state = itemIn(sheet.state, item)
  if (state === undefined) return noSuchItem(item, sheet.visit)
  return detailsForm(state, { sheet, seen: sheet.log.at(-1)?.seq ?? 0 })
}

export type Problems = Readonly<
  Partial<Record<'owner' | 'due' | 'responsible' | 'note' | 'link' | 'file' | 'expires', string>>
>

/** `seen`: up to which entry the form knows the log. `filled` stands in the fields again when there are `problems`. */
type Filling = Readonly<{ sheet: Sheet; seen: number; filled?: FormValues; problems?: Problems }>

export function detailsForm(state: ItemState, { sheet, seen, filled, problems = {} }: Filling): Reply {
  const { words, visit } = sheet
  const values = filled ?? valuesOf(state)
  const fields = fieldsOf(state, sheet).map((field) => {
    const value = values[field.id]
    const problem = problems[field.id as keyof Problems]
    return { ...field, ...(value !== undefined && { value }), ...(problem !== undefined && { problem }) }
  })
  const action = { kind: 'save_details', item: state.item.id, seen } as const
  const submit = { label: words.save, action, tone: 'main' as const }
  const form = { title: state.item.question[visit.lang], intro: words.detailsIntro, fields, submit }
  return replyWith([{ kind: 'form', form }], visit, shownAs(state.item.id))
}

/** What the form begins with; what comes back otherwise was changed by whoever filled it in. */
export const valuesOf = ({ owner, due, responsible, note }: ItemState): FormValues => ({
  owner: owner ?? NONE,
  due: due ?? '',
  responsible: responsible ?? NONE,
  note: note ?? '',
})

function fieldsOf({ item, owner }: ItemState, { words, members }: Sheet): readonly Field[] {
  const here = peopleHere(members)
  const gone = members.filter(({ id, name }) => id === owner && name !== '' && !here.some((one) => one.id === id))
  const people = [...here, ...gone].map(({ id, name }) => ({ value: id, label: name }))
  const parties = PARTIES.map((value) => ({ value, label: words.party[value] }))
  const proposed = words.asProposed(words.party[item.who_does])
  return [
    {
      id: 'owner',
      kind: 'choice',
      label: words.owner,
      optional: true,
      options: [{ value: NONE, label: words.nobodyYet }, ...people],
    },
    { id: 'due', kind: 'date', label: words.due, optional: true },
    {
      id: 'responsible',
      kind: 'choice',
      label: words.responsible,
      optional: true,
      options: [{ value: NONE, label: proposed }, ...parties],
    },
    { id: 'note', kind: 'long_text', label: words.note, longest: LONGEST_NOTE, optional: true },
    { id: 'link', kind: 'link', label: words.linkField, hint: words.linkHint(LONGEST_LINK), optional: true },
    {
      id: 'file',
      kind: 'text',
      label: words.fileField,
      hint: words.fileHint,
      longest: LONGEST_FILE,
      from: 'file',
      optional: true,
    },
    { id: 'expires', kind: 'date', label: words.expiresField, hint: words.expiresHint, optional: true },
  ]
}
