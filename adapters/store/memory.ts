import type { Firm, Member, Visitor } from '../../bot/firms/firm.ts'
import type { Logged } from '../../bot/checklist/log.ts'

/** One firm as this process keeps it. */
export type Kept = { firm: Firm; log: readonly Logged[]; members: readonly Member[] }

/** Somebody's account on one platform, and who that is in which firm. A supporter has one for every firm. */
export type Account = Readonly<{ person: string; firm: string; member: string }>

/** Everything about firms in this process. */
export type Memory = {
  readonly firms: Map<string, Kept>
  readonly workspaces: Map<string, string>
  accounts: readonly Account[]
}

export function join(memory: Memory, firm: string, { person, member }: { person: string; member: Member }): void {
  const kept = keptIn(memory, firm)
  kept.members = [...kept.members, member]
  memory.accounts = [...memory.accounts, { person, firm, member: member.id }]
}

export function keptIn(memory: Memory, firm: string): Kept {
  const kept = memory.firms.get(firm)
  if (kept === undefined) throw new Error(`There is no firm ${firm}; it was deleted meanwhile`)
  return kept
}

export const visitorsOf = (memory: Memory, person: string): readonly Visitor[] =>
  memory.accounts
    .filter((account) => account.person === person)
    .flatMap(({ firm, member: id }) => {
      const kept = keptIn(memory, firm)
      const member = kept.members.find((one) => one.id === id)
      return member === undefined ? [] : [{ firm: kept.firm, member }]
    })

export function putMember(memory: Memory, firm: string, after: Member): void {
  const kept = keptIn(memory, firm)
  kept.members = kept.members.map((one) => (one.id === after.id ? after : one))
  if (after.name === '') memory.accounts = memory.accounts.filter(({ member }) => member !== after.id)
}
