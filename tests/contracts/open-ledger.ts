import type { Store } from '../../adapters/store/store.ts'
import type { Known } from '../../bot/delivery/address-book.ts'
import { somebody } from './open-firms.ts'
import type { Ledger } from '../../bot/digest/ledger.ts'

/** Somebody of a firm who can be written to. */
export type Reachable = Readonly<{ firm: string; member: string; way: Known }>

/** One ledger and the processes that have it open. */
export type OpenLedger = Readonly<{
  ledgers(): readonly [Ledger, ...Ledger[]]
  /** A new firm with one person, whose address is known. */
  somebody(): Promise<Reachable>
  /** Somebody else of that firm, whose address the platform refuses. */
  colleague(of: Reachable): Promise<Reachable>
  /** As if every lease so far had run out. */
  later(): Promise<void>
  erase(firm: string): Promise<void>
  close(): Promise<void>
}>

type Opened = Readonly<{
  stores(): readonly [Store, ...Store[]]
  leasesRunOut(): Promise<void>
  close(): Promise<void>
}>

/** The ledger of stores that have one database open. */
export function openLedger({ stores, leasesRunOut, close }: Opened): OpenLedger {
  const one = (): Store => stores()[0]
  async function enter(workspace?: string): Promise<Reachable> {
    const speaker = somebody(workspace, 'owner')
    const visitor = await one().firms.welcome(speaker)
    if (visitor === undefined) throw new Error('nobody was welcomed')
    const { person, workspace: home } = speaker
    const way: Known = { person, platform: 'test', workspace: home, address: { to: person } }
    await one().addressBook.remember(way)
    return { firm: visitor.firm.id, member: visitor.member.id, way }
  }
  return {
    ledgers() {
      const [first, ...others] = stores()
      return [first.ledger, ...others.map(({ ledger }) => ledger)]
    },
    somebody: () => enter(),
    async colleague({ way }) {
      const entered = await enter(way.workspace)
      await one().addressBook.broken(entered.way.person, 'user_not_found')
      return entered
    },
    later: leasesRunOut,
    async erase(firm) {
      await one().firms.erase(firm)
    },
    close,
  }
}

/** As if every lease so far had run out, in a store that is open here alone. */
export async function endLeases({ queue }: Store): Promise<void> {
  await queue?.run(END_LEASES, [])
}

export const END_LEASES = `update letter set lease_until = now() - interval '1 second' where lease_until is not null`
