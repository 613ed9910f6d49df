import { sql } from 'kysely'

/**
 * How long before the next try, from the row's `tries`: as long as was asked for, twice as long each time up to an hour, and up to
 * half as long again, so that what a platform sent away together does not come back together.
 */
export const waitOf = (seconds: number) =>
  sql`make_interval(secs => greatest(${seconds}::float, least(power(2, tries), 3600)) * (1 + random() / 2))`
