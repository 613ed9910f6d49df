import type { Arrival, Hold, Mailroom, Posted, Work } from '../../bot/delivery/mailroom.ts'
import type { Reply } from '../../bot/reply.ts'
import { MOST_TAKES } from '../../bot/set-aside.ts'
import { asJson } from '../../adapters/store/text.ts'

type State = 'waiting' | 'answered' | 'posting' | 'sent' | 'failed' | 'uncertain' | 'set_aside'
type Kept = { readonly arrival: Arrival; state: State; due: number; doubts: number; takes: number; reply?: Reply }

const LEASE = 60_000
const dueFor = (hold: Hold, at: number): number => (hold === 'held' ? at + LEASE : at)
const OPEN: ReadonlySet<State> = new Set(['waiting', 'answered', 'posting'])

/** A mailroom in memory. `now` is in milliseconds; `states` says what became of every event. */
export function createFakeMailroom(
  now: () => number = Date.now,
): Mailroom & Readonly<{ states: () => ReadonlyMap<string, State> }> {
  const kept = new Map<string, Kept>()
  const found = (id: string): Kept => {
    const row = kept.get(id)
    if (row === undefined) throw new Error(`event ${id} was never accepted`)
    return row
  }
  const oldestOpen = (row: Kept): boolean =>
    row ===
    [...kept.values()].find(
      (other) =>
        OPEN.has(other.state) &&
        other.arrival.platform === row.arrival.platform &&
        other.arrival.event.thread === row.arrival.event.thread,
    )
  return {
    accept(arrival, hold = 'open') {
      const before = kept.get(arrival.event.id)
      if (before !== undefined && !mayComeAgain(before)) return Promise.resolve(false)
      const fresh = { due: dueFor(hold, now()), doubts: 0, takes: hold === 'held' ? 1 : 0 }
      kept.set(arrival.event.id, { arrival: copyOf(arrival), state: 'waiting', ...fresh })
      return Promise.resolve(true)
    },
    take(platform, limit) {
      const due = [...kept.values()]
        .filter((row) => row.arrival.platform === platform && OPEN.has(row.state) && row.due <= now())
        .filter(oldestOpen)
        .filter(oneSuspect([...kept.values()], now()))
        .slice(0, limit)
      return Promise.resolve(due.flatMap((row) => handedOut(row, now())))
    },
    answered({ id }, reply, hold) {
      const row = kept.get(id)
      if (row === undefined) return Promise.resolve(undefined)
      if (row.state === 'waiting') {
        Object.assign(row, { state: 'answered', reply: copyOf(reply) })
        if (hold !== undefined) row.due = dueFor(hold, now())
      }
      return Promise.resolve(copyOf(row.reply ?? reply))
    },
    posting({ id }) {
      const row = found(id)
      if (row.state === 'answered' || row.state === 'posting')
        Object.assign(row, { state: 'posting', due: now() + LEASE })
      return Promise.resolve()
    },
    settle({ id }, posted) {
      const row = found(id)
      if (row.state === 'posting') Object.assign(row, settled(row, posted, now()))
      return Promise.resolve()
    },
    states: () => new Map([...kept].map(([id, { state }]) => [id, state])),
  }
}

const mayComeAgain = ({ state, reply, takes }: Kept): boolean =>
  !OPEN.has(state) && reply?.outcome === 'error' && takes <= MOST_TAKES

/** Of what was left unanswered the piece that was taken up least, and that only while none is out. */
const oneSuspect =
  (all: readonly Kept[], at: number) =>
  (row: Kept, _: number, ready: readonly Kept[]): boolean => {
    const [first] = ready.filter(isSuspect).toSorted((a, b) => a.takes - b.takes)
    const isOut = all.some(({ state, takes, due }) => state === 'waiting' && takes > 1 && due > at)
    return !isSuspect(row) || (row === first && !isOut)
  }

const isSuspect = ({ state, takes }: Kept): boolean => state === 'waiting' && takes > 0

function handedOut(row: Kept, at: number): readonly Work[] {
  row.due = at + LEASE
  if (row.state === 'waiting') {
    if (row.takes > MOST_TAKES) row.state = 'set_aside'
    row.takes += 1
  }
  if (row.state === 'posting') {
    row.doubts += 1
    row.state = row.doubts > 1 ? 'uncertain' : 'answered'
  }
  const { arrival, state, reply, doubts, takes } = row
  return OPEN.has(state) ? [{ ...copyOf(arrival), reply, doubtful: doubts > 0, takes }] : []
}

function settled({ doubts }: Kept, posted: Posted, at: number): Partial<Kept> {
  switch (posted.kind) {
    case 'sent':
    case 'failed':
      return { state: posted.kind }
    case 'later':
      return { state: 'answered', due: at + posted.seconds * 1_000 * (1 + Math.random() / 2) }
    case 'uncertain':
      return { state: doubts > 0 ? 'uncertain' : 'answered', doubts: doubts + 1, due: at + 2_000 }
  }
}

/** By way of JSON, as in a database: nobody can change what is kept, and what cannot be stored is not. */
const copyOf = <T extends object>(value: T): T => JSON.parse(asJson(value)) as T
