import type { Kysely } from 'kysely'
import type { Speaker } from '../../bot/event.ts'
import type { Member, Visitor } from '../../bot/firms/firm.ts'
import type { Reader } from '../../bot/ports.ts'
import type { Tables } from './tables.ts'
import { asKey } from './text.ts'

/** Who a person is, in every firm that knows them. */
export async function visitorsOf(db: Kysely<Tables>, person: string): Promise<readonly Visitor[]> {
  const rows = await visits(db).where('account.person', '=', asKey(person)).orderBy('member.arrival').execute()
  return rows.map(visitorFrom)
}

/** Who a person is in the firm of that workspace. */
export async function visitorIn(db: Kysely<Tables>, workspace: string, person: string): Promise<Visitor | undefined> {
  const row = await visits(db)
    .innerJoin('workspace', 'workspace.firm_id', 'firm.id')
    .where('workspace.id', '=', asKey(workspace))
    .where('account.person', '=', asKey(person))
    .executeTakeFirst()
  return row && visitorFrom(row)
}

/** How they want to be answered there. */
export async function readerOf(db: Kysely<Tables>, speaker: Speaker): Promise<Reader | undefined> {
  const visitor = speaker.standing === 'guest' ? undefined : await visitorIn(db, speaker.workspace, speaker.person)
  return visitor?.member.left === false ? visitor.member : undefined
}

const visits = (db: Kysely<Tables>) =>
  db
    .selectFrom('account')
    .innerJoin('firm', 'firm.id', 'account.firm_id')
    .innerJoin('member', (on) =>
      on.onRef('member.firm_id', '=', 'account.firm_id').onRef('member.id', '=', 'account.member_id'),
    )
    .select(['firm.id as firm', 'firm.facts as firmFacts', 'member.id as member', 'member.facts as memberFacts'])

type Visit = Readonly<{
  firm: string
  firmFacts: Omit<Visitor['firm'], 'id'>
  member: string
  memberFacts: Omit<Member, 'id'>
}>

const visitorFrom = ({ firm, firmFacts, member, memberFacts }: Visit): Visitor => ({
  firm: { id: firm, ...firmFacts },
  member: { id: member, ...memberFacts },
})
