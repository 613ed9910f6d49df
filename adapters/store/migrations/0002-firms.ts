import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { giveToFirms, giveToSystem } from '../grants.ts'

export const firms: Migration = {
  async up(db: Kysely<unknown>) {
    await createPeople(db)
    await createCodes(db)
    await createChecklist(db)
    for (const statement of APPEND_ONLY) await sql.raw(statement).execute(db)
    await sql`alter table inbox add column workspace text generated always as (event -> 'speaker' ->> 'workspace') stored`.execute(
      db,
    )
    await db.schema.createIndex('inbox_workspace').on('inbox').column('workspace').execute()
    await giveRights(db)
  },
}

async function createPeople(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('firm')
    .addColumn('id', 'text', (column) => column.primaryKey().check(sql`id <> ''`))
    .addColumn('facts', 'jsonb', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
    .execute()
  await db.schema
    .createTable('workspace')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('firm_id', 'text', (column) => column.notNull().references('firm.id'))
    .execute()
  await db.schema.createIndex('workspace_firm').on('workspace').column('firm_id').execute()
  await db.schema
    .createTable('member')
    .addColumn('firm_id', 'text', (column) => column.notNull().references('firm.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('arrival', 'bigint', (column) => column.generatedAlwaysAsIdentity())
    .addColumn('facts', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('member_pkey', ['firm_id', 'id'])
    .execute()
  await db.schema
    .createTable('account')
    .addColumn('firm_id', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('account_pkey', ['person', 'firm_id'])
    .addForeignKeyConstraint('account_member', ['firm_id', 'member_id'], 'member', ['firm_id', 'id'])
    .execute()
  await db.schema.createIndex('account_of_member').on('account').columns(['firm_id', 'member_id']).execute()
}

async function createCodes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('code')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('firm_id', 'text', (column) => column.notNull().references('firm.id'))
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('member_id', 'text')
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .addColumn('used', 'boolean', (column) => column.notNull().defaultTo(false))
    .addForeignKeyConstraint('code_member', ['firm_id', 'member_id'], 'member', ['firm_id', 'id'])
    .execute()
  await db.schema.createIndex('code_firm').on('code').columns(['firm_id', 'member_id']).execute()
  await db.schema
    .createTable('code_tries')
    .addColumn('person', 'text', (column) => column.primaryKey())
    .addColumn('tried_at', sql`timestamptz[]`, (column) => column.notNull())
    .execute()
}

async function createChecklist(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('checklist_count')
    .addColumn('firm_id', 'text', (column) => column.primaryKey().references('firm.id'))
    .addColumn('entries', 'integer', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('checklist_log')
    .addColumn('firm_id', 'text', (column) => column.notNull().references('firm.id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('done', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('checklist_log_pkey', ['firm_id', 'seq'])
    .addUniqueConstraint('checklist_log_once', ['firm_id', 'event', 'n'])
    .execute()
}

/** Holds for everybody, a superuser included. The setting is made in the one transaction that erases a firm. */
const APPEND_ONLY = [
  `create or replace function checklist_log_stays() returns trigger language plpgsql as $$ begin
    if tg_op = 'DELETE' then
      if old.firm_id = current_setting('shirube.erasing', true) then return old; end if;
    end if;
    raise exception 'the checklist log is only ever added to';
  end $$`,
  `create trigger checklist_log_stays before update or delete on checklist_log
    for each row execute function checklist_log_stays()`,
  `create trigger checklist_log_is_not_emptied before truncate on checklist_log
    for each statement execute function checklist_log_stays()`,
]

async function giveRights(db: Kysely<unknown>): Promise<void> {
  const change = ['select', 'insert', 'update'] as const
  const all = ['select', 'insert', 'update', 'delete'] as const
  await giveToFirms(db, 'firm', { key: 'id', firm: ['select', 'update'], system: ['select', 'insert'] })
  await giveToFirms(db, 'workspace', { firm: ['select'], system: change })
  await giveToFirms(db, 'member', { firm: change, system: ['select', 'insert'] })
  await giveToFirms(db, 'account', { firm: all, system: ['select', 'insert'] })
  await giveToFirms(db, 'code', { firm: [], system: all })
  await giveToFirms(db, 'checklist_count', { firm: ['select', 'update'], system: change })
  await giveToFirms(db, 'checklist_log', { firm: ['select', 'insert'], system: [] })
  await giveToSystem(db, 'code_tries')
  await giveToSystem(db, 'inbox')
  // A backup says which migrations its tables went through.
  await sql`grant select on kysely_migration to shirube_keeper`.execute(db)
}
