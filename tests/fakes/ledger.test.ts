import { randomUUID } from 'node:crypto'
import { createInMemoryLedger } from './ledger.ts'
import type { Way } from '../../bot/digest/ledger.ts'
import type { Firm } from '../../bot/firms/firm.ts'
import { ledgerContract } from '../contracts/ledger.ts'
import type { Reachable } from '../contracts/open-ledger.ts'

ledgerContract('in memory', () => {
  const firms = new Map<string, Firm>()
  const ways = new Map<string, readonly Way[]>()
  let now = 0
  const keyOf = (firm: string, member: string) => `${firm} ${member}`
  const ledger = createInMemoryLedger({
    firms: () => [...firms.values()],
    ways: (firm, member) => (firms.has(firm) ? ways.get(keyOf(firm, member)) : undefined),
    databaseNow: () => now,
  })
  const enter = (firm: string, broken?: string): Reachable => {
    const member = randomUUID()
    firms.set(firm, { id: firm, name: '', lang: 'ja', timeZone: 'Asia/Tokyo', profile: {}, settings: {} })
    const way = { person: `test:${member}`, platform: 'test', workspace: 'test', address: { to: member } }
    ways.set(keyOf(firm, member), [{ ...way, broken }])
    return { firm, member, way }
  }
  return Promise.resolve({
    ledgers: () => [ledger],
    somebody: () => Promise.resolve(enter(randomUUID())),
    colleague: ({ firm }) => Promise.resolve(enter(firm, 'user_not_found')),
    later() {
      now += 61_000
      return Promise.resolve()
    },
    erase(firm) {
      firms.delete(firm)
      return Promise.resolve()
    },
    close: () => Promise.resolve(),
  })
})
