import { sql, type Kysely } from 'kysely'
import { MOST_IN_HAND } from '../../bot/delivery/crowd.ts'
import type { Work } from '../../bot/delivery/mailroom.ts'
import type { Reply } from '../../bot/reply.ts'
import { MOST_TAKES } from '../../bot/set-aside.ts'
import type { Tables } from './tables.ts'

/** Answering and posting take less than this, a model's time included; after it the holder is taken for dead. */
export const LEASE = sql`interval '60 seconds'`

/**
 * Due work in the order of its turns, taken by moving its due time a lease ahead. Locked rows are somebody else's. A row found
 * `posting` was left by somebody who died in the middle: doubtful the first time, uncertain for good the second.
 */
export async function take(db: Kysely<Tables>, platform: string, limit: number): Promise<readonly Work[]> {
  const { rows } = await sql<Row>`
    with ${readyOn(platform)}, ${TURNS},
    due as (
      select delivery.event_id from delivery join fair on fair.event_id = delivery.event_id
      where due_at <= now() and (not suspect or ${IS_NEXT_SUSPECT})
      order by fair.workspace_turn, fair.arrival limit ${limit} for update of delivery skip locked)
    update delivery set
      due_at = now() + ${LEASE},
      takes = takes + case when state = 'waiting' then 1 else 0 end,
      doubts = doubts + case when state = 'posting' then 1 else 0 end,
      state = case
        when state = 'waiting' and takes > ${MOST_TAKES} then 'set_aside'
        when state = 'posting' then case when doubts > 0 then 'uncertain' else 'answered' end
        else state end,
      problem = case when state = 'posting' and doubts > 0 then 'nobody knows whether it was posted' else problem end
    from due where delivery.event_id = due.event_id
    returning platform, event, address, reply, state, doubts, takes, crowded`.execute(db)
  return rows.filter(({ state }) => state !== 'uncertain' && state !== 'set_aside').map(workFrom)
}

type Row = Omit<Work, 'reply' | 'doubtful'> & Readonly<{ reply: Reply | null; state: string; doubts: number }>

const workFrom = ({ platform, event, address, reply, doubts, takes, crowded }: Row): Work => ({
  ...{ platform, event, address, takes, crowded },
  reply: reply ?? undefined,
  doubtful: doubts > 0,
})

/** The oldest of each thread, if it is due. Whoever is to be asked to wait hears it at once. */
const readyOn = (platform: string) => sql`
  ready as (
    select event_id, arrival, takes, person, workspace, crowded, state = 'waiting' and takes > 0 as suspect
    from delivery as mine
    where platform = ${platform} and state in ('waiting', 'answered', 'posting') and due_at <= now()
      and (crowded or not exists (
        select 1 from delivery as earlier
        where earlier.platform = mine.platform and earlier.thread = mine.thread and earlier.arrival < mine.arrival
          and earlier.state in ('waiting', 'answered', 'posting'))))`

/** Whose turn it is: a person's second after everybody's first, then a workspace's; what is out already counts. */
const TURNS = sql`
  held as (select person, workspace from delivery where state in ('waiting', 'posting') and due_at > now()),
  of_person as (
    select *, case when crowded or person is null then 0 else
      row_number() over (partition by person, crowded order by arrival)
      + (select count(*) from held where held.person = ready.person) end as turn
    from ready),
  fair as (
    select *, case when workspace is null then 0 else
      row_number() over (partition by workspace order by turn, arrival)
      + (select count(*) from held where held.workspace = of_person.workspace) end as workspace_turn
    from of_person where turn <= ${MOST_IN_HAND})`

/** What waits though it was taken before is a suspect: the one taken up least is out alone. */
const IS_NEXT_SUSPECT = sql`(
  delivery.event_id = (select event_id from fair where suspect order by takes, arrival limit 1)
  and not exists (select 1 from delivery as out where out.state = 'waiting' and out.takes > 1 and out.due_at > now()))`
