import { asOf, type Logged } from '../checklist/log.ts'
import type { Dated, Named, Requested } from './deadlines.ts'

type Told = Readonly<{
  overdue: readonly Dated[]
  soon: readonly Dated[]
  expiring: readonly Dated[]
  requests: readonly Requested[]
  changed: readonly Named[]
  unanswered: number | undefined
}>

type Week = Readonly<{
  log: readonly Logged[]
  planned: Readonly<{ at: Date }>
  corpus: string
  previous: Readonly<{ at: Date; corpus: string }> | undefined
}>

/** A customer's date is news from here on, in days. */
const NEAR = 30

/** Nothing was done since the previous digest, nothing has a date that presses, and no question has changed. */
export function isQuietWeek(told: Told, { log, planned, previous, corpus }: Week): boolean {
  if (previous === undefined || told.unanswered !== undefined) return false
  const happened = asOf(log, planned.at).length > asOf(log, previous.at).length
  const changed = told.changed.length > 0 && previous.corpus !== corpus
  const dates = told.overdue.length + told.soon.length + told.expiring.length
  return !happened && !changed && dates === 0 && !told.requests.some(({ days }) => days !== undefined && days <= NEAR)
}
