import type { FormValues } from '../event.ts'
import type { Block, Button, Form, Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import { firmWordsIn } from '../words/firms.ts'
import { peopleWordsIn } from '../words/people.ts'
import { buttons, card, danger, heading, main, notice, plain, text } from './card.ts'
import { CODE_PURPOSES } from './codes.ts'
import type { Member, Role } from './firm.ts'
import { isLastManager } from './last-manager.ts'
import { mayDo } from './permissions.ts'
import { refuse } from './refusal.ts'

const LONGEST_NAME = 60

/** Everybody of the firm, and codes to let more people in. */
export async function showPeople(visit: Visit): Promise<Reply> {
  const words = peopleWordsIn(visit.lang)
  const members = (await visit.room.members()).filter(({ name, is }) => name !== '' && is === undefined)
  const facts = members.map((one) => ({ label: one.name, value: standingOf(one, visit) }))
  return card(visit, 'people', [
    heading(words.people),
    { kind: 'facts', facts },
    memberButtons(members, visit),
    codeButtons(visit),
  ])
}

function standingOf({ left, roles }: Member, { lang }: Visit): string {
  const { roles: names } = firmWordsIn(lang)
  return left ? peopleWordsIn(lang).hasLeft : roles.map((role) => names[role]).join(lang === 'ja' ? '・' : ', ')
}

const memberButtons = (members: readonly Member[], { lang }: Visit): Block =>
  buttons(
    peopleWordsIn(lang).change,
    members.map(({ id, name }) => plain(name, { kind: 'member', member: id })),
  )

function codeButtons({ lang }: Visit): Block {
  const words = peopleWordsIn(lang)
  const made = CODE_PURPOSES.map((purpose) => plain(words.makeCode[purpose], { kind: 'make_code', purpose }))
  return buttons(words.codes, [...made, plain(firmWordsIn(lang).enterCode, { kind: 'enter_code' })])
}

export async function showMember(id: string, visit: Visit): Promise<Reply> {
  const words = peopleWordsIn(visit.lang)
  const member = await memberIn(visit, id)
  if (member === undefined) return card(visit, 'people', [notice(words.noSuchMember)])
  const form: Block = { kind: 'form', form: memberForm(member, visit) }
  return card(visit, 'people', [
    ...(isPlain(member) ? [form] : [text(member.name)]),
    buttons('', partings(member, visit)),
  ])
}

const memberIn = async ({ room }: Visit, id: string): Promise<Member | undefined> =>
  (await room.members()).find((one) => one.id === id && one.name !== '')

const isPlain = ({ left, roles }: Member): boolean => !left && !roles.includes('supporter')

function partings({ id, left }: Member, { lang }: Visit): readonly Button[] {
  const words = peopleWordsIn(lang)
  return [
    left
      ? plain(words.bringBack, { kind: 'bring_back', member: id })
      : plain(words.remove, { kind: 'remove_member', member: id, sure: false }),
    danger(words.forget, { kind: 'forget_member', member: id, sure: false }),
    plain(words.back, { kind: 'people' }),
  ]
}

/** Roles besides `staff`, which everybody inside has. */
const GIVEN: readonly Role[] = ['manager', 'admin']

function memberForm(member: Member, { lang, member: by }: Visit, problem?: string): Form {
  const words = peopleWordsIn(lang)
  const roles = mayDo(by.roles, 'change_manager') ? GIVEN : GIVEN.filter((role) => role !== 'manager')
  return {
    title: member.name,
    intro: words.memberIntro,
    fields: [
      { id: 'name', kind: 'text', label: words.name, longest: LONGEST_NAME, optional: false, value: member.name },
      {
        id: 'roles',
        kind: 'choices',
        label: words.roles,
        hint: words.rolesHint,
        optional: true,
        options: roles.map((value) => ({ value, label: firmWordsIn(lang).roles[value] })),
        value: member.roles.join('\n'),
        ...(problem !== undefined && { problem }),
      },
    ],
    submit: main(words.save, { kind: 'save_member', member: member.id }),
  }
}

export async function saveMember(id: string, values: FormValues, visit: Visit): Promise<Reply> {
  const member = await memberIn(visit, id)
  if (member === undefined) return card(visit, 'people', [notice(peopleWordsIn(visit.lang).noSuchMember)])
  const asked = (values['roles'] ?? '').split('\n')
  const name = (values['name'] ?? '').trim().slice(0, LONGEST_NAME) || member.name
  const roles = rolesFrom(asked, member, visit)
  if (asked.includes('manager') && !roles.includes('manager')) return refuse('change_manager', visit)
  const after = { ...member, name, roles }
  if (!roles.includes('manager') && (await isLastManager(member, visit))) {
    const form = memberForm(after, visit, peopleWordsIn(visit.lang).lastManager)
    return card(visit, 'people', [{ kind: 'form', form }])
  }
  await visit.room.changeMember(id, (before) => ({ ...before, name, roles }))
  return showPeople(visit)
}

/** A supporter stays one, and only a manager makes or unmakes a manager. */
function rolesFrom(asked: readonly string[], { roles }: Member, { member: by }: Visit): readonly Role[] {
  if (roles.includes('supporter')) return roles
  const mayManage = mayDo(by.roles, 'change_manager')
  const isManager = mayManage ? asked.includes('manager') : roles.includes('manager')
  return ['staff', ...(isManager ? ['manager' as const] : []), ...(asked.includes('admin') ? ['admin' as const] : [])]
}
