import { sql, type Kysely } from 'kysely'
import type { Speaker } from '../../bot/event.ts'
import type { Firm, Member } from '../../bot/firms/firm.ts'
import type { Firms } from '../../bot/ports.ts'
import { eraseFirm } from './erase.ts'
import { createFirmRoom } from './firm-room.ts'
import { restoreFirm } from './restore-firm.ts'
import type { Tables } from './tables.ts'
import { asJson, asKey } from './text.ts'
import { visitorIn, visitorsOf } from './visitors.ts'

export function createFirms(db: Kysely<Tables>): Firms {
  return {
    async welcome(speaker) {
      if (speaker.standing === 'guest') return undefined
      const known = await visitorIn(db, speaker.workspace, speaker.person)
      if (known !== undefined) return known
      await found(db, speaker.workspace)
      await enter(db, speaker)
      return visitorIn(db, speaker.workspace, speaker.person)
    },

    async supportedBy({ person, standing }) {
      if (standing === 'guest') return []
      const visitors = await visitorsOf(db, person)
      return visitors.filter(({ member }) => member.roles.includes('supporter') && !member.left)
    },

    async find(firm) {
      const found = await db.selectFrom('firm').select('facts').where('id', '=', firm).executeTakeFirst()
      return found && { id: firm, ...found.facts }
    },

    room: (firm) => createFirmRoom(db, firm),
    erase: (firm) => eraseFirm(db, firm),
    restore: (whole) => restoreFirm(db, whole),
  }
}

const NEW_FIRM: Omit<Firm, 'id'> = { name: '', lang: 'ja', timeZone: 'Asia/Tokyo', profile: {}, settings: {} }

/** One statement, so that of many who speak first in one workspace exactly one founds its firm. */
async function found(db: Kysely<Tables>, workspace: string): Promise<void> {
  await sql`
    with linked as (
      insert into workspace (id, firm_id) values (${asKey(workspace)}, gen_random_uuid())
      on conflict do nothing returning firm_id
    ), counted as (
      insert into checklist_count (firm_id, entries) select firm_id, 0 from linked
    )
    insert into firm (id, facts) select firm_id, ${asJson(NEW_FIRM)}::jsonb from linked`.execute(db)
}

/** Likewise for a person. */
async function enter(db: Kysely<Tables>, { workspace, person, name, standing }: Speaker): Promise<void> {
  const facts: Omit<Member, 'id'> = { name, roles: [standing === 'owner' ? 'manager' : 'staff'], left: false }
  await sql`
    with known as (
      insert into account (person, firm_id, member_id)
      select ${asKey(person)}, firm_id, gen_random_uuid() from workspace where id = ${asKey(workspace)}
      on conflict do nothing returning firm_id, member_id
    )
    insert into member (firm_id, id, facts) select firm_id, member_id, ${asJson(facts)}::jsonb from known`.execute(db)
}
