import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../adapters/store/store.ts'
import { answered, doing } from './doings.ts'
import { somebody } from './open-firms.ts'

export type Row = Readonly<Record<string, unknown>>

/** A connection of somebody who writes SQL by hand, as the user that the store connects with. */
export type ByHand = Readonly<{
  query(statement: string): Promise<readonly Row[]>
  close(): Promise<void>
}>

type Opened = Readonly<{ store: Store; byHand(): Promise<ByHand> }>

const NO_SUCH_ROWS = /row-level security policy|permission denied/
const UNPROTECTED = `
  select c.table_name::text as name from information_schema.columns c
  join pg_class on pg_class.oid = format('%I.%I', c.table_schema, c.table_name)::regclass
  where c.table_schema = 'public' and (c.column_name = 'firm_id' or c.table_name = 'firm')
    and not (relrowsecurity and relforcerowsecurity)`

/** The database itself keeps firms apart. `byHand` may close the store. */
export function isolationContract(name: string, open: () => Promise<Opened>): void {
  describe(`handwritten SQL: ${name}`, () => {
    let hand: ByHand
    let mine = ''
    let other = ''
    beforeAll(async () => {
      const { store, byHand } = await open()
      const found = async () => (await store.firms.welcome(somebody()))?.firm.id ?? ''
      mine = await found()
      other = await found()
      for (const firm of [mine, other]) {
        await store.firms.room(firm).append(doing(answered('CK-01'), answered('CK-02')))
        await store.codes.issue({ purpose: 'manager', firm, at: new Date(), minutes: 10 })
      }
      hand = await byHand()
    })
    afterAll(() => hand.close())

    /** What becomes of it in a transaction of its own, which is then undone. */
    async function attempt(role: string, firm: string, statement: string) {
      await hand.query('begin')
      try {
        await hand.query(`set local role ${role}`)
        await hand.query(`select set_config('shirube.firm', '${firm}', true)`)
        return await hand.query(statement)
      } finally {
        await hand.query('rollback')
      }
    }
    const asMine = (statement: string) => attempt('shirube_firm', mine, statement)

    it('shows a firm its own rows of every table that has any, and no other', async () => {
      for (const table of ['workspace', 'member', 'account', 'checklist_count', 'checklist_log'])
        expect(await asMine(`select distinct firm_id from ${table}`)).toEqual([{ firm_id: mine }])
      expect(await asMine(`select id from firm`)).toEqual([{ id: mine }])
    })

    it('shows nothing at all to a firm that is not named', async () => {
      for (const nobody of ['', 'nobody'])
        expect(await attempt('shirube_firm', nobody, 'select * from checklist_log')).toEqual([])
    })

    it.each([
      `insert into checklist_log (firm_id, seq, event, n, at, by, done) values ('OTHER', 9, 'x', 1, now(), 'x', '{}')`,
      `insert into member (firm_id, id, facts) values ('OTHER', 'x', '{}')`,
      `update member set firm_id = 'OTHER'`,
      `update account set firm_id = 'OTHER'`,
      `insert into workspace (id, firm_id) values ('x', 'OTHER')`,
      `delete from checklist_log`,
      `update checklist_log set done = '{}'`,
      `truncate checklist_log`,
      `delete from member`,
      `delete from firm`,
      `select * from code`,
      `select * from inbox`,
      `select * from delivery`,
      `select * from installation`,
      `update letter set state = 'planned'`,
      `update letter_told set told = '{}'`,
    ])('refuses a firm: %s', async (statement) => {
      await expect(asMine(statement.replace('OTHER', other))).rejects.toThrow(NO_SUCH_ROWS)
    })

    it.each([
      `update member set facts = '{}' where firm_id = 'OTHER' returning id`,
      `update firm set facts = '{}' where id = 'OTHER' returning id`,
      `update checklist_count set entries = 0 where firm_id = 'OTHER' returning entries`,
      `delete from account where firm_id = 'OTHER' returning person`,
    ])('finds nothing to change: %s', async (statement) => {
      expect(await asMine(statement.replace('OTHER', other))).toEqual([])
    })

    it('shows no checklist to what the bot is before it knows whose turn it is', async () => {
      for (const table of ['checklist_log', 'letter_told'])
        await expect(attempt('shirube_system', '', `select * from ${table}`)).rejects.toThrow('permission denied')
    })

    it('changes and removes no entry of a log for the keeper, who sees every firm’s', async () => {
      expect(await attempt('shirube_keeper', '', 'select distinct firm_id from checklist_log')).toHaveLength(2)
      for (const statement of [`update checklist_log set n = 7`, `delete from checklist_log`])
        await expect(attempt('shirube_keeper', '', statement)).rejects.toThrow('only ever added to')
    })

    it('empties no log for the tables’ owner', async () => {
      await expect(attempt('none', '', `truncate checklist_log`)).rejects.toThrow('only ever added to')
    })

    it('tells two firms apart in whatever order they look and write', async () => {
      const step = fc.record({ own: fc.boolean(), aim: fc.boolean(), write: fc.boolean() })
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
          for (const { own, aim, write } of steps) {
            const [self, target] = [own ? mine : other, aim ? mine : other]
            const statement = write
              ? `update member set facts = facts where firm_id = '${target}' returning firm_id`
              : `select firm_id from checklist_log where firm_id = '${target}'`
            const rows = await attempt('shirube_firm', self, statement)
            expect(rows.length > 0).toBe(self === target)
            for (const row of rows) expect(row).toEqual({ firm_id: self })
          }
        }),
        { numRuns: 25 },
      )
    })

    it('finds forced row-level security on every table with rows of firms, and would find one without', async () => {
      expect(await hand.query(UNPROTECTED)).toEqual([])
      await hand.query('begin')
      await hand.query('create table forgotten (firm_id text)')
      expect(await hand.query(UNPROTECTED)).toEqual([{ name: 'forgotten' }])
      await hand.query('rollback')
    })

    it('finds no table that a backup would leave out', async () => {
      const left = await hand.query(
        `select relname::text from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
          and relname not like 'kysely\\_%' and not (has_table_privilege('shirube_keeper', oid, 'select') and has_table_privilege('shirube_keeper', oid, 'insert'))`,
      )
      expect(left).toEqual([])
    })

    it('finds three roles that may neither log in nor pass by row-level security', async () => {
      const roles = await hand.query(
        `select rolname, rolcanlogin or rolbypassrls or rolsuper as may from pg_roles where rolname like 'shirube\\_%' order by 1`,
      )
      expect(roles).toEqual(
        ['shirube_firm', 'shirube_keeper', 'shirube_system'].map((rolname) => ({ rolname, may: false })),
      )
    })
  })
}
