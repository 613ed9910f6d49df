import { readFile } from 'node:fs/promises'
import { sql, type Kysely } from 'kysely'
import { z } from 'zod'
import type { Clock, Codes, Firms, WholeFirm } from '../../../bot/ports.ts'
import { backUp } from '../backup/back-up.ts'
import { eraseFirm } from '../erase.ts'
import { createFeedback } from '../feedback.ts'
import { createOperators } from '../operators.ts'
import { LETTER_ANSWERS } from './letter-answers.ts'
import { createLetterDesk } from './letters.ts'
import { createMessageDesk, MESSAGE_ANSWERS } from './messages.ts'
import { asKeeper } from '../roles.ts'
import type { Tables } from '../tables.ts'
import { fromKey } from '../text.ts'
import { FIRST_CODE_MINUTES, firstCode } from './first-code.ts'

/** What whoever runs the deployment may know of a firm without looking into it. `entries`: things done to its checklist. */
export type FirmLine = z.infer<typeof firmLine>
const firmLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  lang: z.string(),
  timeZone: z.string(),
  workspaces: z.array(z.string()),
  members: z.int(),
  entries: z.int(),
  founded: z.iso.datetime(),
  latest: z.iso.datetime().nullable(),
})

export type Opinions = z.infer<typeof opinions>
const opinions = z.strictObject({
  about: z.string(),
  helped: z.int(),
  didNotHelp: z.int(),
  reasons: z.array(z.string()).readonly(),
})

const counts = z.record(z.string(), z.int())

/** What can be asked, each about one thing named by a text, and what is answered. Nothing else can, SQL least of all. */
export const ANSWERS = {
  list: z.array(firmLine),
  show: firmLine,
  /** A file with everything the firm has of its own. */
  export: z.string(),
  /** How much of everything is gone for good. */
  erase: z.strictObject({ members: z.int(), entries: z.int(), codes: z.int(), turns: z.int() }),
  /** A one-time code; see first-code.ts. */
  makeCode: z.strictObject({ code: z.string(), minutes: z.int() }),
  /** What a file that was exported held, now a firm here. */
  import: z.strictObject({ id: z.string(), members: z.int(), entries: z.int() }),
  /** Whether answers helped, by what they rest on; of all firms together, and pointing to nobody. */
  feedback: z.array(opinions),
  ...LETTER_ANSWERS,
  /** Who was made operator by command, first come first. */
  operators: z.array(z.strictObject({ person: z.string(), since: z.iso.datetime() })),
  addOperator: z.strictObject({ added: z.boolean(), since: z.iso.datetime() }),
  /** Rejects where the person is none. */
  removeOperator: z.strictObject({ person: z.string() }),
  ...MESSAGE_ANSWERS,
  backUp: z.strictObject({ file: z.string(), rows: counts, bytes: z.int() }),
} as const
export type Ask = keyof typeof ANSWERS

/** The operator's commands on the store, in this process or in the one that has it open. Each rejects with what to do. */
export type Operator = { readonly [A in Ask]: (about: string) => Promise<z.infer<(typeof ANSWERS)[A]>> }

/** `write` makes the file of a firm that is exported, `read` takes one in; `now` is the clock port. */
export type OperatorNeeds = Readonly<{
  write: (firm: WholeFirm, at: Date) => string
  read: (text: string) => WholeFirm
  now: Clock
}>
type Needs = OperatorNeeds & Readonly<{ db: Kysely<Tables>; firms: Firms; codes: Codes }>

export function createOperator({ db, firms, codes, write, read, now }: Needs): Operator {
  const show = async (id: string): Promise<FirmLine> => {
    const [line] = await linesOf(db, id)
    if (line === undefined) throw nowhere(id)
    return line
  }
  return {
    list: () => linesOf(db),
    show,
    export: async (id) => {
      const firm = await firms.find(id)
      if (firm === undefined) throw nowhere(id)
      const room = firms.room(id)
      return write({ firm, members: await room.members(), log: await room.log() }, now())
    },
    erase: async (id) => {
      await show(id)
      return eraseFirm(db, id)
    },
    makeCode: async (id) => {
      const { workspaces } = await show(id)
      const code = await codes.issue(firstCode(id, { workspaces, members: await firms.room(id).members(), at: now() }))
      return { code, minutes: FIRST_CODE_MINUTES }
    },
    import: async (file) => {
      const whole = read(await readFile(file, 'utf8'))
      await firms.restore(whole)
      return { id: whole.firm.id, members: whole.members.length, entries: whole.log.length }
    },
    feedback: async () => [...(await createFeedback(db).counts())],
    ...createLetterDesk(db, now),
    ...createOperatorList(db, now),
    ...createMessageDesk(db),
    backUp: (file) => backUp(db, file, now()),
  }
}

function createOperatorList(db: Kysely<Tables>, now: Clock) {
  const operators = createOperators(db)
  const list = async () => (await operators.list()).map(({ person, since }) => ({ person, since: since.toISOString() }))
  return {
    operators: list,
    async addOperator(person: string) {
      const added = await operators.add(person, now())
      const found = (await list()).find((one) => one.person === person)
      return { added, since: found?.since ?? now().toISOString() }
    },
    async removeOperator(person: string) {
      if (!(await operators.remove(person)))
        throw new Error(`${person} was not made operator by command; operator list shows those there are.`)
      return { person }
    },
  }
}

const nowhere = (id: string): Error => new Error(`There is no firm ${id}; firm list shows those there are.`)

/** Oldest first; of one firm, or of all. */
const linesOf = (db: Kysely<Tables>, id?: string): Promise<FirmLine[]> =>
  asKeeper(db, async (keeper) => {
    const { rows } = await sql<Counted>`
      select id, facts, created_at,
        array(select id from workspace where firm_id = firm.id order by id) as workspaces,
        (select count(*)::int from member where firm_id = firm.id) as members,
        (select count(*)::int from checklist_log where firm_id = firm.id) as entries,
        (select max(at) from checklist_log where firm_id = firm.id) as latest
      from firm ${id === undefined ? sql`` : sql`where id = ${id}`} order by created_at, id`.execute(keeper)
    return rows.map(lineFrom)
  })

type Counted = Readonly<{
  id: string
  facts: Readonly<{ name: string; lang: string; timeZone: string }>
  created_at: Date
  workspaces: readonly string[]
  members: number
  entries: number
  latest: Date | null
}>

const lineFrom = ({ id, facts, created_at, workspaces, members, entries, latest }: Counted): FirmLine => ({
  id,
  name: facts.name,
  lang: facts.lang,
  timeZone: facts.timeZone,
  workspaces: workspaces.map(fromKey),
  members,
  entries,
  founded: created_at.toISOString(),
  latest: latest?.toISOString() ?? null,
})
