import { sql, type Selectable, type Transaction } from 'kysely'
import type { Speaker } from '../../bot/event.ts'
import type { Member, Role, Visitor } from '../../bot/firms/firm.ts'
import { removeFirm } from './erase.ts'
import { become, becomeFirm } from './roles.ts'
import type { Tables } from './tables.ts'
import { asJson, asKey } from './text.ts'
import { visitorsOf } from './visitors.ts'

type Code = Selectable<Tables['code']>

/** Gives what a code was made for; who the speaker is from then on. */
export async function grantCode(system: Transaction<Tables>, code: Code, speaker: Speaker): Promise<Visitor> {
  if (code.purpose === 'workspace') await moveWorkspace(system, speaker.workspace, code.firm_id)
  await becomeFirm(system, code.firm_id)
  const here = await visitorHere(system, code, speaker)
  switch (code.purpose) {
    case 'manager':
      await addRoles(system, here?.member, ['manager'])
      break
    case 'workspace':
    case 'link':
      await link(system, code, { speaker, here: here?.member })
      break
    case 'supporter':
      await letIn(system, code, { speaker, here: here?.member })
  }
  const now = await visitorHere(system, code, speaker)
  if (now === undefined)
    throw new Error(`Whoever enters a code of firm ${code.firm_id} must have been welcomed there first`)
  return now
}

/** As the firm, which sees nobody else's accounts. */
const visitorHere = async (own: Transaction<Tables>, code: Code, { person }: Speaker): Promise<Visitor | undefined> =>
  (await visitorsOf(own, person)).find(({ firm }) => firm.id === code.firm_id)

/** The firm that is left without a workspace is gone with everybody in it; the caller has seen that it is blank. */
async function moveWorkspace(system: Transaction<Tables>, workspace: string, firm: string): Promise<void> {
  const id = asKey(workspace)
  const before = await system.selectFrom('workspace').select('firm_id').where('id', '=', id).executeTakeFirst()
  if (before?.firm_id === firm) return
  await system
    .insertInto('workspace')
    .values({ id, firm_id: firm })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ firm_id: firm }))
    .execute()
  if (before === undefined) return
  const others = await system.selectFrom('workspace').select('id').where('firm_id', '=', before.firm_id).execute()
  if (others.length > 0) return
  await become(system, 'shirube_keeper')
  await removeFirm(system, before.firm_id)
}

async function addRoles(own: Transaction<Tables>, member: Member | undefined, more: readonly Role[]): Promise<void> {
  if (member !== undefined) await put(own, { ...member, roles: [...new Set([...member.roles, ...more])] })
}

async function put(own: Transaction<Tables>, { id, ...facts }: Member): Promise<void> {
  await own
    .updateTable('member')
    .set({ facts: asJson(facts) })
    .where('id', '=', id)
    .execute()
}

type Entering = Readonly<{ speaker: Speaker; here: Member | undefined }>

/** From now on the speaker's account is the member for whom the code was made. */
async function link(own: Transaction<Tables>, code: Code, { speaker, here }: Entering): Promise<void> {
  const row = await own.selectFrom('member').selectAll().where('id', '=', code.member_id).executeTakeFirst()
  if (row === undefined) throw new Error(`The code of firm ${code.firm_id} was made for nobody`)
  const member = { id: row.id, ...row.facts }
  if (here?.id === member.id) return
  await own
    .insertInto('account')
    .values({ firm_id: code.firm_id, person: asKey(speaker.person), member_id: member.id })
    .onConflict((conflict) => conflict.columns(['person', 'firm_id']).doUpdateSet({ member_id: member.id }))
    .execute()
  if (here === undefined) return
  await put(own, { ...here, roles: [], is: member.id })
  await addRoles(own, member, here.roles)
}

/** A supporter who was let in before is the same member again. */
async function letIn(own: Transaction<Tables>, code: Code, { speaker, here }: Entering): Promise<void> {
  if (here !== undefined) return put(own, { ...here, roles: ['supporter'], left: false })
  const facts: Omit<Member, 'id'> = { name: speaker.name, roles: ['supporter'], left: false }
  await sql`
    with known as (
      insert into account (person, firm_id, member_id)
      values (${asKey(speaker.person)}, ${code.firm_id}, gen_random_uuid()) returning firm_id, member_id
    )
    insert into member (firm_id, id, facts) select firm_id, member_id, ${asJson(facts)}::jsonb from known`.execute(own)
}
