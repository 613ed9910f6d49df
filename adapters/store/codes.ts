import { createHash, randomInt } from 'node:crypto'
import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import { CODE_ALPHABET, CODE_LENGTH, spelledCode, TRIES, TRIES_MINUTES } from '../../bot/firms/codes.ts'
import type { CodeEntered, CodeOutcome, CodeRefusal, Codes, CodeWanted } from '../../bot/ports.ts'
import { grantCode } from './code-grants.ts'
import type { Tables } from './tables.ts'
import { asKey } from './text.ts'

const MINUTE_MS = 60_000

export function createCodes(db: Kysely<Tables>): Codes {
  return {
    issue: (wanted) => db.transaction().execute((system) => issue(system, wanted)),
    redeem: (entered) => db.transaction().execute((system) => redeem(system, entered)),
  }
}

async function issue(system: Transaction<Tables>, wanted: CodeWanted): Promise<string> {
  const { purpose, firm, member = null, at, minutes } = wanted
  await system
    .deleteFrom('code')
    .where('firm_id', '=', firm)
    .where('purpose', '=', purpose)
    .where('member_id', 'is not distinct from', member)
    .where('used', '=', false)
    .execute()
  const code = randomCode()
  const expires_at = new Date(at.getTime() + minutes * MINUTE_MS)
  await system
    .insertInto('code')
    .values({ hash: hashOf(code), firm_id: firm, purpose, member_id: member, expires_at })
    .execute()
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex')

const randomCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('')

/** A refusal is an outcome, not an error, so that a wrong entry stays counted. */
async function redeem(system: Transaction<Tables>, entered: CodeEntered): Promise<CodeOutcome> {
  const tried = await lockTries(system, entered)
  if (tried.length >= TRIES) return refused('too_many')
  const hash = hashOf(spelledCode(entered.code))
  const code = await system.selectFrom('code').selectAll().where('hash', '=', hash).forUpdate().executeTakeFirst()
  if (code === undefined) {
    await countTry(system, entered)
    return refused('unknown')
  }
  const refusal = await refusalOf(system, code, entered)
  if (refusal !== undefined) return refused(refusal)
  await system.updateTable('code').set({ used: true }).where('hash', '=', hash).execute()
  return { kind: 'granted', purpose: code.purpose, visitor: await grantCode(system, code, entered.speaker) }
}

const refused = (because: CodeRefusal): CodeOutcome => ({ kind: 'refused', because })

/** The wrong entries that still count. One person's entries go one after the other, so that many at once are no more tries. */
async function lockTries(system: Transaction<Tables>, { speaker, at }: CodeEntered): Promise<readonly Date[]> {
  const since = new Date(at.getTime() - TRIES_MINUTES * MINUTE_MS).toISOString()
  const { rows } = await sql<{ tried_at: readonly Date[] }>`
    insert into code_tries (person, tried_at) values (${asKey(speaker.person)}, '{}')
    on conflict (person) do update set tried_at =
      array(select one from unnest(code_tries.tried_at) as one where one > ${since}::timestamptz)
    returning tried_at`.execute(system)
  return rows.flatMap(({ tried_at }) => tried_at)
}

async function countTry(system: Transaction<Tables>, { speaker, at }: CodeEntered): Promise<void> {
  await sql`
    update code_tries set tried_at = tried_at || ${at.toISOString()}::timestamptz
    where person = ${asKey(speaker.person)}`.execute(system)
}

type Code = Selectable<Tables['code']>

async function refusalOf(
  system: Transaction<Tables>,
  code: Code,
  { speaker, at }: CodeEntered,
): Promise<CodeRefusal | undefined> {
  if (code.used) return 'used'
  if (at >= code.expires_at) return 'expired'
  const { workspace } = speaker
  const home = await system
    .selectFrom('workspace')
    .select('firm_id')
    .where('id', '=', asKey(workspace))
    .executeTakeFirst()
  const isInside = home?.firm_id === code.firm_id
  switch (code.purpose) {
    case 'manager':
    case 'link':
      return isInside ? undefined : 'other_firm'
    case 'supporter':
      return isInside ? 'own_firm' : undefined
    case 'workspace':
      return isInside || home === undefined || (await isBlank(system, home.firm_id)) ? undefined : 'in_use'
  }
}

/** Whether a firm can be left behind: nothing was written in it, and nobody manages it. Nothing can be until this is over. */
async function isBlank(system: Transaction<Tables>, firm: string): Promise<boolean> {
  const count = await system
    .selectFrom('checklist_count')
    .select('entries')
    .where('firm_id', '=', firm)
    .forUpdate()
    .executeTakeFirst()
  const members = await system.selectFrom('member').select('facts').where('firm_id', '=', firm).execute()
  return count?.entries === 0 && !members.some(({ facts }) => facts.roles.includes('manager'))
}
