import type { Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import { peopleWordsIn } from '../words/people.ts'
import { buttons, card, danger, notice, plain } from './card.ts'
import type { Member } from './firm.ts'
import { isLastManager } from './last-manager.ts'
import { mayDo } from './permissions.ts'
import { refuse } from './refusal.ts'
import { showPeople } from './people.ts'

type Parting = Readonly<{ member: string; sure: boolean }>

/** Asks first. Whoever leaves sees nothing of the firm any more; what they did stays in its history. */
export async function leave(sure: boolean, visit: Visit): Promise<Reply> {
  const words = peopleWordsIn(visit.lang)
  const { member } = visit
  if (await isLastManager(member, visit)) return card(visit, 'settings', [notice(words.lastManager)])
  if (!sure)
    return card(visit, 'settings', [
      notice(words.sureToLeave),
      buttons('', [danger(words.leave, { kind: 'leave', sure: true }), plain(words.stay, { kind: 'settings' })]),
    ])
  await visit.room.changeMember(member.id, (before) => ({ ...before, left: true }))
  return card(visit, 'settings', [notice(words.left)])
}

export const removeMember = (parting: Parting, visit: Visit): Promise<Reply> =>
  part(parting, visit, {
    ask: peopleWordsIn(visit.lang).sureToRemove,
    label: peopleWordsIn(visit.lang).remove,
    kind: 'remove_member',
    change: (before) => ({ ...before, left: true }),
  })

/** The person's name and accounts are deleted; their entries stay, as a former member's. */
export const forgetMember = (parting: Parting, visit: Visit): Promise<Reply> =>
  part(parting, visit, {
    ask: peopleWordsIn(visit.lang).sureToForget,
    label: peopleWordsIn(visit.lang).forget,
    kind: 'forget_member',
    change: (before) => ({ id: before.id, name: '', roles: [], left: true }),
  })

export async function bringBack(id: string, visit: Visit): Promise<Reply> {
  await visit.room.changeMember(id, (before) => ({ ...before, left: before.name === '' }))
  return showPeople(visit)
}

type Way = Readonly<{
  ask: (name: string) => string
  label: string
  kind: 'remove_member' | 'forget_member'
  change: (before: Member) => Member
}>

async function part({ member: id, sure }: Parting, visit: Visit, way: Way): Promise<Reply> {
  const words = peopleWordsIn(visit.lang)
  const member = (await visit.room.members()).find((one) => one.id === id)
  if (member === undefined) return card(visit, 'people', [notice(words.noSuchMember)])
  if (member.roles.includes('manager') && !mayDo(visit.member.roles, 'change_manager'))
    return refuse('change_manager', visit)
  if (await isLastManager(member, visit)) return card(visit, 'people', [notice(words.lastManager)])
  if (!sure)
    return card(visit, 'people', [
      notice(way.ask(member.name)),
      buttons('', [
        danger(way.label, { kind: way.kind, member: id, sure: true }),
        plain(words.back, { kind: 'people' }),
      ]),
    ])
  await visit.room.changeMember(id, way.change)
  return showPeople(visit)
}
