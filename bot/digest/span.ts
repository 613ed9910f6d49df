import { asOf, type Logged } from '../checklist/log.ts'
import type { Firm } from '../firms/firm.ts'
import { momentAt } from './calendar/zoned-time.ts'
import { nextMonth } from './calendar/days.ts'
import type { PlannedDigest } from './schedule.ts'

/** What a digest tells of; `from` is undefined where nothing was there before. */
export type Span = Readonly<{ from: Date | undefined; to: Date }>

type Spanning = Readonly<{
  planned: PlannedDigest
  firm: Firm
  log: readonly Logged[]
  previous: Readonly<{ at: Date }> | undefined
}>

/** A week: since the previous digest. A month: that month, in the firm's time zone, as far as it is over. */
export function spanOf({ planned, firm, log, previous }: Spanning): Span {
  switch (planned.kind) {
    case 'week':
      return { from: previous?.at, to: planned.at }
    case 'month': {
      const first = `${planned.period}-01`
      const [from, end] = [first, nextMonth(first)].map((day) => momentAt({ day, time: '00:00' }, firm.timeZone))
      const began = from !== undefined && asOf(log, from).length > 0
      return { from: began ? from : undefined, to: end !== undefined && end < planned.at ? end : planned.at }
    }
  }
}
