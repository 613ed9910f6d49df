import { nextDigest, type PlannedDigest, type Schedule } from './schedule.ts'

/** Longer ago is nobody's week any more. */
const LONGEST_AGO_MS = 14 * 86_400_000

/** The week's digest whose time came last; undefined where none has for two weeks. */
export function latestDue(schedule: Schedule, now: Date): PlannedDigest | undefined {
  let due: PlannedDigest | undefined
  let next = nextDigest(schedule, new Date(now.getTime() - LONGEST_AGO_MS))
  while (next !== undefined && next.at <= now) {
    due = next
    next = nextDigest(schedule, next.at)
  }
  return due
}
