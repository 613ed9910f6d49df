import { randomUUID } from 'node:crypto'
import { hashOfTold } from '../../adapters/store/told-hash.ts'
import type { Known } from '../../bot/delivery/address-book.ts'
import {
  MOST_TRIES,
  STATES,
  waitAfter,
  type Ledger,
  type Letter,
  type LetterLine,
  type LetterState,
  type PlannerRun,
  type Settled,
  type Stub,
  type Taken,
  type Told,
  type Turn,
  type Way,
} from '../../bot/digest/ledger.ts'
import type { Firm } from '../../bot/firms/firm.ts'

type Row = Letter & {
  readonly id: string
  state: LetterState
  due: number
  lease: number
  attempt: number
  tries: number
  posting: boolean
  way: Known | undefined
  message: string | undefined
  corpus: string
  reason: string | undefined
  settled: Date | undefined
}

/** `ways` to a member of a firm, and undefined for one who isn't there. `databaseNow`: milliseconds, decides leases. */
export type InMemoryLedgerNeeds = Readonly<{
  firms: () => readonly Firm[]
  ways: (firm: string, member: string) => readonly Way[] | undefined
  databaseNow: () => number
  /** Whether somebody there asked for reminders; nobody did by default. */
  reminds?: (firm: string) => boolean
}>

const LEASE_MS = 60_000

/** The ledger in this process; keeps to the same contract as the store's, one thing at a time. */
export function createInMemoryLedger(needs: InMemoryLedgerNeeds): Ledger {
  const rows = new Map<string, Row>()
  const open = new Set<Row>()
  const byId = new Map<string, Row>()
  const told = new Map<string, Told>()
  const turns = new Map<string, Turn>()
  let run: PlannerRun | undefined

  const keyOf = ({ firm, kind, period, recipient }: Omit<Letter, 'at' | 'instead'>) =>
    JSON.stringify([firm, kind, period, recipient])
  const toldKey = ({ kind, recipient, ...letter }: Omit<Letter, 'at' | 'instead'>) =>
    keyOf({ ...letter, kind, recipient: kind === 'day' ? recipient : '' })
  const put = (row: Row, changed: Partial<Row>): void => {
    Object.assign(row, changed)
    if (row.state === 'planned' || row.state === 'sending') open.add(row)
    else open.delete(row)
  }
  const mine = ({ id, attempt }: Taken, ...states: readonly LetterState[]): Row | undefined => {
    const row = byId.get(id)
    return row !== undefined && isThere(row.firm) && row.attempt === attempt && states.includes(row.state)
      ? row
      : undefined
  }
  const isThere = (firm: string): boolean => needs.firms().some(({ id }) => id === firm)
  const isDue = (row: Row, now: Date): boolean =>
    row.state === 'planned' ? row.due <= now.getTime() : row.lease <= needs.databaseNow()

  return {
    planning: {
      firms: () =>
        Promise.resolve(
          needs.firms().map((firm) => ({ firm, turn: turns.get(firm.id), reminds: needs.reminds?.(firm.id) ?? false })),
        ),
      plan({ letters, turns: later, now, trouble }) {
        const written = write(letters, now)
        for (const turn of later) turns.set(turn.firm, turn)
        run = { at: now, letters: written, trouble }
        return Promise.resolve(written)
      },
      write: (letters, now) => Promise.resolve(write(letters, now)),
      due: (now, limit) =>
        Promise.resolve(
          [...open]
            .filter((row) => isDue(row, now))
            .toSorted((one, other) => one.due - other.due)
            .slice(0, limit)
            .map(({ id }) => id),
        ),
      lastRun: () => Promise.resolve(run),
    },
    sending: {
      take(id, now) {
        const row = byId.get(id)
        if (row === undefined || !open.has(row) || !isDue(row, now)) return Promise.resolve(undefined)
        if (row.state === 'sending' && row.posting) {
          put(row, { state: 'uncertain', reason: 'its sender ended while posting it', settled: now })
          return Promise.resolve(undefined)
        }
        const { attempt, tries } = row
        put(row, { state: 'sending', attempt: attempt + 1, tries: tries + 1, lease: needs.databaseNow() + LEASE_MS })
        return Promise.resolve(takenFrom(row))
      },
      keep(taken, data) {
        const key = toldKey(taken)
        const plain = structuredClone(data)
        const kept = told.get(key) ?? { data: plain, hash: hashOfTold(plain) }
        told.set(key, kept)
        return Promise.resolve(kept)
      },
      posting(taken, way) {
        const row = mine(taken, 'sending')
        if (row !== undefined) put(row, { posting: true, way, lease: needs.databaseNow() + LEASE_MS })
        return Promise.resolve(row !== undefined)
      },
      posted(taken, message) {
        const row = mine(taken, 'sending', 'uncertain')
        const anew = { state: 'sending', posting: false, reason: undefined, settled: undefined } as const
        if (row !== undefined) put(row, { ...anew, message, lease: needs.databaseNow() + LEASE_MS })
        return Promise.resolve(row !== undefined)
      },
      settle(taken, settled, now) {
        const row = mine(taken, 'sending', 'uncertain')
        if (row !== undefined) put(row, { posting: false, ...outcomeOf(settled, row, now) })
        return Promise.resolve()
      },
    },
    record: {
      stuck: (limit) =>
        Promise.resolve(
          [...byId.values()]
            .filter(({ state }) => state === 'uncertain' || state === 'failed')
            .toSorted((one, other) => one.at.getTime() - other.at.getTime())
            .slice(0, limit)
            .map(lineFrom),
        ),
      resend(id, now) {
        const row = byId.get(id)
        if (row === undefined || (row.state !== 'uncertain' && row.state !== 'failed'))
          return Promise.resolve(undefined)
        const anew = { state: 'planned', tries: 0, posting: false, reason: undefined } as const
        put(row, { ...anew, due: now.getTime(), attempt: row.attempt + 1, settled: undefined })
        return Promise.resolve(lineFrom(row))
      },
      counts() {
        const count = (state: LetterState) => [...byId.values()].filter((row) => row.state === state).length
        const counted = STATES.map((state) => [state, count(state)])
        return Promise.resolve(Object.fromEntries(counted) as Record<LetterState, number>)
      },
      sent: (firm, limit) =>
        Promise.resolve(
          !isThere(firm)
            ? []
            : [...byId.values()]
                .filter((row) => row.firm === firm)
                .toSorted((one, other) => other.at.getTime() - one.at.getTime())
                .slice(0, limit)
                .map(lineFrom),
        ),
      of: (firm, { kind, period }) =>
        Promise.resolve(
          !isThere(firm)
            ? []
            : [...byId.values()]
                .filter((row) => row.firm === firm && row.kind === kind && row.period === period)
                .map(lineFrom),
        ),
    },
    archive: {
      latest(firm, kind, before) {
        const [last] = [...byId.values()]
          .filter((row) => row.firm === firm && row.kind === kind && row.state === 'sent' && row.at < before)
          .toSorted((one, other) => other.at.getTime() - one.at.getTime())
        return Promise.resolve(last && { period: last.period, at: last.at, corpus: last.corpus })
      },
      told: (letter) => Promise.resolve(isThere(letter.firm) ? told.get(toldKey(letter)) : undefined),
    },
  }

  function write(letters: readonly Letter[], now: Date): number {
    const fresh = letters.filter(
      (letter) => !rows.has(keyOf(letter)) && needs.ways(letter.firm, letter.recipient) !== undefined,
    )
    for (const letter of fresh) add(letter)
    for (const letter of fresh.length > 0 ? letters : []) leaveOut(letter, now)
    return fresh.length
  }

  function add(letter: Letter): void {
    const begun = { state: 'planned', lease: 0, attempt: 0, tries: 0, posting: false, corpus: '' } as const
    const nothing = { way: undefined, message: undefined, reason: undefined, settled: undefined }
    const row: Row = { ...letter, id: randomUUID(), due: letter.at.getTime(), ...begun, ...nothing }
    rows.set(keyOf(letter), row)
    byId.set(row.id, row)
    open.add(row)
  }

  function leaveOut({ firm, kind, recipient, at }: Letter, now: Date): void {
    for (const row of open)
      if (row.state === 'planned' && row.message === undefined && row.firm === firm && row.kind === kind)
        if (row.recipient === recipient && row.at < at)
          put(row, { state: 'skipped', reason: 'superseded', settled: now })
  }

  function takenFrom(row: Row): Taken {
    const { id, firm, kind, period, recipient, at, instead, attempt, tries, way, message } = row
    const stub: Stub | undefined =
      way === undefined || message === undefined ? undefined : { platform: way.platform, address: way.address, message }
    const ways = needs.ways(firm, recipient) ?? []
    return { id, firm, kind, period, recipient, at, instead, attempt, tries, stub, ways, previous: previousOf(row) }
  }

  function previousOf({ firm, kind, recipient, at }: Row): Taken['previous'] {
    const before = [...byId.values()].filter(
      (row) =>
        row.firm === firm &&
        row.kind === kind &&
        row.state === 'sent' &&
        row.at < at &&
        (kind !== 'day' || row.recipient === recipient),
    )
    const last = before.toSorted((one, other) => other.at.getTime() - one.at.getTime())[0]
    return last && { at: last.at, corpus: last.corpus }
  }
}

function outcomeOf(settled: Settled, { tries }: Row, now: Date): Partial<Row> {
  switch (settled.kind) {
    case 'sent':
      return { state: 'sent', corpus: settled.corpus, reason: undefined, settled: now }
    case 'skipped':
      return { state: 'skipped', reason: settled.because, settled: now }
    case 'failed':
    case 'uncertain':
      return { state: settled.kind, reason: settled.reason, settled: now }
    case 'later': {
      if (tries >= MOST_TRIES) return { state: 'failed', reason: settled.reason, settled: now }
      const due = now.getTime() + waitAfter(tries, settled.seconds) * 1_000
      return { state: 'planned', due, reason: settled.reason }
    }
  }
}

const lineFrom = (row: Row): LetterLine => {
  const { id, firm, kind, period, recipient, at, instead, state, tries, reason, settled } = row
  return { id, firm, kind, period, recipient, at, instead, state, tries, reason, settled }
}
