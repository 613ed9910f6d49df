import { createInMemoryFirms } from '../../../../adapters/store/in-memory-firms.ts'
import type { AddressBook } from '../../../../bot/delivery/address-book.ts'
import type { Ledger } from '../../../../bot/digest/ledger.ts'
import type { Firm } from '../../../../bot/firms/firm.ts'
import type { Firms } from '../../../../bot/ports.ts'
import { createInMemoryLedger } from '../../../fakes/ledger.ts'

/** What two processes share. `clock` is moved by whoever lives in the world; `leasesRunOut` as if a minute of the database's had gone by. */
export type World = Readonly<{
  firms: Firms
  ledgers: readonly [Ledger, Ledger]
  addressBook: Pick<AddressBook, 'remember' | 'broken'>
  leasesRunOut(): Promise<void>
  close(): Promise<void>
}>

export const workspaceOf = (firm: number): string => `year:${firm}`
export const personOf = (firm: number, n: number): string => `${workspaceOf(firm)}:${n}`

/** In this process, as fast as it goes. */
export function createInMemoryWorld(): World {
  const { firms } = createInMemoryFirms()
  const founded = new Map<string, Firm>()
  const broken = new Map<string, string>()
  const people = new Map<string, string>()
  const reminded = new Set<string>()
  let databaseNow = 0
  const seen: Firms = {
    ...firms,
    async welcome(speaker) {
      const visitor = await firms.welcome(speaker)
      if (visitor !== undefined) {
        founded.set(visitor.firm.id, visitor.firm)
        people.set(`${visitor.firm.id} ${visitor.member.id}`, speaker.person)
      }
      return visitor
    },
    room(firm) {
      const room = firms.room(firm)
      return {
        ...room,
        async changeFirm(change) {
          const changed = await room.changeFirm(change)
          founded.set(firm, changed)
          return changed
        },
        async changeMember(member, change) {
          const changed = await room.changeMember(member, change)
          if (changed?.reminders === 'on') reminded.add(firm)
          return changed
        },
      }
    },
  }
  const ledger = createInMemoryLedger({
    firms: () => [...founded.values()],
    ways(firm, member) {
      const person = people.get(`${firm} ${member}`)
      if (person === undefined) return undefined
      return [{ person, platform: 'test', workspace: '', address: { to: person }, broken: broken.get(person) }]
    },
    databaseNow: () => databaseNow,
    reminds: (firm) => reminded.has(firm),
  })
  return {
    firms: seen,
    ledgers: [ledger, ledger],
    addressBook: {
      remember({ person }) {
        broken.delete(person)
        return Promise.resolve()
      },
      broken(person, because) {
        broken.set(person, because)
        return Promise.resolve()
      },
    },
    leasesRunOut() {
      databaseNow += 61_000
      return Promise.resolve()
    },
    close: () => Promise.resolve(),
  }
}
