import type { Member } from '../firms/firm.ts'

/** The member an id stands for, who may have turned out to be another one. */
export function personOf(id: string, members: readonly Member[]): Member | undefined {
  const found = members.find((member) => member.id === id)
  return found?.is === undefined || found.is === id ? found : personOf(found.is, members)
}

/** Who can be put in charge of something: everybody who is here, from outside only who does nothing but support aside. */
export const peopleHere = (members: readonly Member[]): readonly Member[] =>
  members.filter(
    ({ left, is, name, roles }) =>
      !left && is === undefined && name !== '' && roles.some((role) => role !== 'supporter'),
  )

/** Whether a member did something, also as who they were before two of their accounts were joined. */
export const isBy = ({ by }: Readonly<{ by: string }>, member: Member, members: readonly Member[]): boolean =>
  by === member.id || personOf(by, members)?.id === member.id
