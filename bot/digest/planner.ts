import type { Firm, Member } from '../firms/firm.ts'
import type { Clock } from '../ports.ts'
import { digestReaders, hoursOf, scheduleOf, wantsMonthly } from './firm-schedule.ts'
import type { FirmToPlan, Letter, Planning, Turn } from './ledger.ts'
import {
  dueDigests,
  dueReminders,
  nextDigest,
  nextMonthly,
  nextReminders,
  type PlannedDigest,
  type PlannedReminders,
  type Schedule,
} from './schedule.ts'

export type PlannerNeeds = Readonly<{
  planning: Planning
  members: (firm: string) => Promise<readonly Member[]>
  clock: Clock
  report: (cause: unknown) => void
}>

/** Letters taken up in one run; the rest are next minute's. */
const AT_ONCE = 5_000

/**
 * Writes down what has come due since the last run, and answers which letters are to be sent now, those that others left included. Runs
 * any number of times and in any number of processes: a letter is written once. A firm that cannot be planned holds up no other.
 */
export function createPlanner({ planning, members, clock, report }: PlannerNeeds): () => Promise<readonly string[]> {
  const isIdle = rememberIdle()
  return async () => {
    const now = clock()
    const planned: Planned[] = []
    const trouble: string[] = []
    for (const found of await planning.firms()) {
      const { firm } = found
      try {
        if (!isIdle(found, now)) planned.push(await planFirm(found, { now, members }))
      } catch (cause) {
        report(cause)
        trouble.push(`${firm.id}: ${cause instanceof Error ? cause.message : String(cause)}`)
      }
    }
    await planning.plan({
      letters: planned.flatMap(({ letters }) => letters),
      turns: planned.flatMap(({ turn }) => turn ?? []),
      now,
      trouble: trouble.length === 0 ? undefined : trouble.join('\n'),
    })
    return planning.due(now, AT_ONCE)
  }
}

type Planned = Readonly<{ letters: readonly Letter[]; turn: Turn | undefined }>
type Around = Readonly<{ now: Date; members: PlannerNeeds['members'] }>

const NOTHING: Planned = { letters: [], turn: undefined }

/**
 * Another day, time or time zone counts from now on; quiet hours and snoozes as they are. While one kind is held back for what comes
 * later on the day, the turn stays, so that the later one knows what it stands in for; what is planned again meanwhile is there.
 */
async function planFirm(found: FirmToPlan, { now, members }: Around): Promise<Planned> {
  const { firm, turn } = found
  const schedule = scheduleIn(firm)
  const begun = { firm: firm.id, schedule: nameOf(firm), after: now }
  if (turn?.schedule !== begun.schedule) return { letters: [], turn: begun }
  if (schedule === undefined) return NOTHING
  const due = dueOf(found, schedule, { after: turn.after, now })
  if (due.length === 0) return NOTHING
  const isHeld = nextOf(found, schedule, turn.after).some(
    ({ kind, at }) => at <= now && !due.some((one) => one.kind === kind),
  )
  const people = await members(firm.id)
  const letters = due.flatMap((one) => {
    const instead = one.kind === 'day' ? [] : missed(one, schedule, turn)
    return readersOf(one, people).map(({ id }): Letter => ({ ...one, instead, firm: firm.id, recipient: id }))
  })
  return { letters, turn: isHeld ? undefined : begun }
}

/** Made-up firms are for looking round. Reminders keep the hours of a digest that is off. */
const scheduleIn = (firm: Firm): Schedule | undefined => (firm.settings.sample === 'shown' ? undefined : hoursOf(firm))

const wantsDigest = (firm: Firm): boolean => scheduleOf(firm) !== undefined

function nameOf(firm: Firm): string {
  const schedule = scheduleIn(firm)
  if (schedule === undefined) return 'off'
  const hours = `${schedule.day} ${schedule.time} ${schedule.timeZone}`
  return wantsDigest(firm) ? hours : `${hours} off`
}

type Due = PlannedDigest | PlannedReminders

function dueOf({ firm, reminds }: FirmToPlan, schedule: Schedule, span: Readonly<{ after: Date; now: Date }>) {
  const digests: readonly Due[] = wantsDigest(firm)
    ? dueDigests(schedule, span).filter(({ kind }) => kind === 'week' || wantsMonthly(firm))
    : []
  const reminders = reminds ? dueReminders(schedule, span) : undefined
  return reminders === undefined ? digests : [...digests, reminders]
}

const readersOf = ({ kind }: Due, people: readonly Member[]): readonly Member[] =>
  kind === 'day' ? people.filter(({ reminders, left }) => reminders === 'on' && !left) : digestReaders(people)

/** What nobody was there to plan before it. */
function missed({ kind, at }: PlannedDigest, schedule: Schedule, { after }: Turn): readonly string[] {
  const next = kind === 'week' ? nextDigest : nextMonthly
  const periods: string[] = []
  let one = next(schedule, after)
  while (one !== undefined && one.at < at) {
    periods.push(one.period)
    one = next(schedule, one.at)
  }
  return periods
}

/** Working out a firm's next date takes longer than anything else here, so it is remembered until something of it changes. */
function rememberIdle(): (found: FirmToPlan, now: Date) => boolean {
  const known = new Map<string, Readonly<{ rests: string; until: number }>>()
  return (found, now) => {
    const { firm, turn, reminds } = found
    const { digest, sample } = firm.settings
    const rests = JSON.stringify([digest, sample, firm.timeZone, turn?.schedule, turn?.after.getTime(), reminds])
    const before = known.get(firm.id)
    const until = before?.rests === rests ? before.until : idleUntil(found)
    if (before?.rests !== rests) known.set(firm.id, { rests, until })
    return now.getTime() < until
  }
}

/** Milliseconds; nothing comes due before. */
function idleUntil(found: FirmToPlan): number {
  const { firm, turn } = found
  const schedule = scheduleIn(firm)
  if (turn?.schedule !== nameOf(firm)) return 0
  if (schedule === undefined) return Infinity
  return Math.min(...nextOf(found, schedule, turn.after).map(({ at }) => at.getTime()))
}

/** Of each kind that the firm wants. */
function nextOf({ firm, reminds }: FirmToPlan, schedule: Schedule, after: Date): readonly Due[] {
  const week = wantsDigest(firm) ? nextDigest(schedule, after) : undefined
  const month = wantsDigest(firm) && wantsMonthly(firm) ? nextMonthly(schedule, after) : undefined
  const reminders = reminds ? nextReminders(schedule, after) : undefined
  return [week, month, reminders].filter((planned) => planned !== undefined)
}
