import { sql, type Kysely } from 'kysely'
import {
  MOST_TRIES,
  type LetterData,
  type Sending,
  type Settled,
  type Taken,
  type Told,
  type Way,
} from '../../../bot/digest/ledger.ts'
import type { Address } from '../../../bot/delivery/mailroom.ts'
import { asFirm } from '../roles.ts'
import type { Tables } from '../tables.ts'
import { asJson, asText, fromKey } from '../text.ts'
import { hashOfTold } from '../told-hash.ts'
import { waitOf } from '../wait.ts'

/** Writing, posting and filling one letter take less than this; after it the holder is taken for dead. */
const LEASE = sql<Date>`now() + interval '60 seconds'`

export function createSending(db: Kysely<Tables>): Sending {
  const mine = ({ id, attempt }: Taken) => db.updateTable('letter').where('id', '=', id).where('attempt', '=', attempt)
  return {
    take: (id, now) => take(db, id, now),
    keep: (taken, data) => keep(db, taken, data),

    async posting(taken, { platform, address }) {
      const { numUpdatedRows } = await mine(taken)
        .where('state', '=', 'sending')
        .set({ posting: true, platform, address: asJson(address), lease_until: LEASE })
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },

    /** Whoever took so long that the letter became uncertain knows better. */
    async posted(taken, message) {
      const { numUpdatedRows } = await mine(taken)
        .where('state', 'in', ['sending', 'uncertain'])
        .set({ state: 'sending', posting: false, message, reason: null, settled_at: null, lease_until: LEASE })
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },

    async settle(taken, settled, now) {
      await mine(taken)
        .where('state', 'in', ['sending', 'uncertain'])
        .set({ posting: false, lease_until: null, ...outcomeOf(settled, now) })
        .execute()
    },
  }
}

/** A letter whose taker died while posting its stub changes to uncertain and goes to nobody. */
async function take(db: Kysely<Tables>, id: string, now: Date): Promise<Taken | undefined> {
  const { rows } = await sql<Row>`
    with found as (
      select id, state = 'sending' and posting as doubtful from letter
      where id = ${id} and ((state = 'planned' and due_at <= ${now}) or (state = 'sending' and lease_until <= now()))
      for update)
    update letter set
      state = case when doubtful then 'uncertain' else 'sending' end,
      reason = case when doubtful then 'its sender ended while posting it' else reason end,
      settled_at = case when doubtful then ${now}::timestamptz end,
      attempt = attempt + case when doubtful then 0 else 1 end,
      tries = tries + case when doubtful then 0 else 1 end,
      lease_until = case when doubtful then null else ${LEASE} end
    from found where letter.id = found.id
    returning letter.*, (${WAYS}) as ways, (${PREVIOUS}) as previous`.execute(db)
  const [row] = rows
  return row === undefined || row.state === 'uncertain' ? undefined : takenFrom(row)
}

/** The firm's own workspaces alone: nobody is written to about one firm in the chat of another. */
const WAYS = sql`
  select coalesce(jsonb_agg(jsonb_build_object('person', a.person, 'platform', a.platform, 'workspace', a.workspace,
    'address', a.address, 'broken', a.broken) order by a.seen_at desc), '[]')
  from account join address a on a.person = account.person
  join workspace on workspace.id = a.workspace and workspace.firm_id = account.firm_id
  where account.firm_id = letter.firm_id and account.member_id = letter.recipient`

const PREVIOUS = sql`
  select jsonb_build_object('at', before.at, 'corpus', before.corpus) from letter before
  where before.firm_id = letter.firm_id and before.kind = letter.kind and before.state = 'sent' and before.at < letter.at
    and (before.kind <> 'day' or before.recipient = letter.recipient)
  order by before.at desc limit 1`

type Row = Readonly<{
  id: string
  firm_id: string
  kind: Taken['kind']
  period: string
  recipient: string
  at: Date
  instead: readonly string[]
  state: string
  attempt: number
  tries: number
  platform: string | null
  address: Address | null
  message: string | null
  ways: readonly (Omit<Way, 'broken'> & Readonly<{ broken: string | null }>)[]
  previous: Readonly<{ at: string; corpus: string }> | null
}>

function takenFrom(row: Row): Taken {
  const { id, firm_id: firm, kind, period, recipient, at, instead, attempt, tries, platform, address, message } = row
  const stub = platform !== null && address !== null && message !== null ? { platform, address, message } : undefined
  const ways = row.ways.map((way) => ({
    ...way,
    person: fromKey(way.person),
    workspace: fromKey(way.workspace),
    broken: way.broken ?? undefined,
  }))
  const previous = row.previous === null ? undefined : { ...row.previous, at: new Date(row.previous.at) }
  return { id, firm, kind, period, recipient, at, instead, attempt, tries, stub, ways, previous }
}

async function keep(db: Kysely<Tables>, { firm, kind, period, recipient }: Taken, data: LetterData): Promise<Told> {
  const key = { firm_id: firm, kind, period, about: kind === 'day' ? recipient : '' }
  const told = asJson(data)
  return asFirm(db, firm, async (own) => {
    await own
      .insertInto('letter_told')
      .values({ ...key, told, hash: hashOfTold(JSON.parse(told) as object) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const kept = await own
      .selectFrom('letter_told')
      .select(['told', 'hash'])
      .where('firm_id', '=', key.firm_id)
      .where('kind', '=', key.kind)
      .where('period', '=', key.period)
      .where('about', '=', key.about)
      .executeTakeFirstOrThrow()
    return { data: kept.told, hash: kept.hash }
  })
}

function outcomeOf(settled: Settled, now: Date) {
  switch (settled.kind) {
    case 'sent':
      return { state: 'sent' as const, corpus: settled.corpus, hash: settled.hash, reason: null, settled_at: now }
    case 'skipped':
      return { state: 'skipped' as const, reason: settled.because, settled_at: now }
    case 'failed':
    case 'uncertain':
      return { state: settled.kind, reason: asText(settled.reason), settled_at: now }
    case 'later':
      return laterOf(settled, now)
  }
}

/** How often it was tried is the row's to say, so the wait is worked out there. */
const laterOf = ({ seconds, reason }: Extract<Settled, { kind: 'later' }>, now: Date) => ({
  state: sql<'planned' | 'failed'>`case when tries >= ${MOST_TRIES} then 'failed' else 'planned' end`,
  due_at: sql<Date>`${now}::timestamptz + ${waitOf(seconds)}`,
  settled_at: sql<Date | null>`case when tries >= ${MOST_TRIES} then ${now}::timestamptz end`,
  reason: asText(reason),
})
