import { ASKED_LATELY, MOST_IN_HAND, MOST_WAITING } from '../../bot/delivery/crowd.ts'
import type { Arrival, Hold, Mailroom, Posted, Work } from '../../bot/delivery/mailroom.ts'
import type { Reply } from '../../bot/reply.ts'
import { MOST_TAKES } from '../../bot/set-aside.ts'
import { leftOfQuestion } from '../../bot/retention.ts'
import { asJson } from '../../adapters/store/text.ts'

type State = 'waiting' | 'answered' | 'posting' | 'sent' | 'failed' | 'uncertain' | 'set_aside' | 'declined'
type Kept = {
  readonly arrival: Arrival
  readonly crowded: boolean
  readonly at: number
  state: State
  due: number
  doubts: number
  takes: number
  reply?: Reply
}

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
    row.crowded ||
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
      const [crowded, asked] = hold === 'held' ? [false, false] : crowdOf(arrival, [...kept.values()], now())
      const fresh = { due: dueFor(hold, now()), doubts: 0, takes: hold === 'held' ? 1 : 0, at: now(), crowded }
      const { event } = arrival
      if (crowded && asked)
        kept.set(event.id, {
          arrival: copyOf({ ...arrival, event: { ...event, ...leftOfQuestion(event) } }),
          state: 'declined',
          ...fresh,
        })
      else kept.set(event.id, { arrival: copyOf(arrival), state: 'waiting', ...fresh })
      return Promise.resolve(true)
    },
    take(platform, limit) {
      const due = [...kept.values()]
        .filter((row) => row.arrival.platform === platform && OPEN.has(row.state) && row.due <= now())
        .filter(oldestOpen)
      const inTurn = fairly(due, [...kept.values()].filter(isOut(now())))
        .filter(oneSuspect([...kept.values()], now()))
        .slice(0, limit)
      return Promise.resolve(inTurn.flatMap((row) => handedOut(row, now())))
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

/** Whether a question comes while too much of its sender's waits, and whether they were asked to wait lately. */
function crowdOf({ event }: Arrival, all: readonly Kept[], at: number): readonly [crowded: boolean, asked: boolean] {
  const { speaker } = event
  if (speaker === undefined || event.kind !== 'message') return [false, false]
  const waiting = all.filter(({ state }) => state === 'waiting')
  const ofPerson = waiting.filter(({ arrival }) => arrival.event.speaker?.person === speaker.person)
  const ofWorkspace = waiting.filter(({ arrival }) => arrival.event.speaker?.workspace === speaker.workspace)
  const asked = all.some(
    (row) => row.crowded && row.arrival.event.speaker?.person === speaker.person && row.at > at - ASKED_LATELY * 1_000,
  )
  return [ofPerson.length >= MOST_WAITING.person || ofWorkspace.length >= MOST_WAITING.workspace, asked]
}

const isOut =
  (at: number) =>
  ({ state, due }: Kept): boolean =>
    (state === 'waiting' || state === 'posting') && due > at

/** A person's second after everybody's first, then a workspace's; what is out counts. */
function fairly(due: readonly Kept[], out: readonly Kept[]): readonly Kept[] {
  const personOf = ({ arrival }: Kept) => arrival.event.speaker?.person
  const workspaceOf = ({ arrival }: Kept) => arrival.event.speaker?.workspace
  const turn = (row: Kept): number =>
    row.crowded ? 0 : placeOf(row, personOf, { among: due.filter(({ crowded }) => !crowded), out })
  const mine = due
    .map((row) => ({ row, turn: turn(row) }))
    .filter((one) => one.turn <= MOST_IN_HAND)
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ row }) => row)
  return mine
    .map((row) => ({ row, turn: placeOf(row, workspaceOf, { among: mine, out }) }))
    .toSorted((a, b) => a.turn - b.turn || due.indexOf(a.row) - due.indexOf(b.row))
    .map(({ row }) => row)
}

function placeOf(
  row: Kept,
  ownerOf: (row: Kept) => string | undefined,
  { among, out }: Readonly<{ among: readonly Kept[]; out: readonly Kept[] }>,
): number {
  const owner = ownerOf(row)
  const isOwned = (other: Kept): boolean => ownerOf(other) === owner
  return owner === undefined ? 0 : among.filter(isOwned).indexOf(row) + 1 + out.filter(isOwned).length
}

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
  const { arrival, state, reply, doubts, takes, crowded } = row
  return OPEN.has(state) ? [{ ...copyOf(arrival), reply, doubtful: doubts > 0, takes, crowded }] : []
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
