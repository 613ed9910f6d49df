import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { giveToFirms, giveToSystem } from '../grants.ts'

/**
 * What is sent without being asked for. Whoever delivers sees a letter's way; what it tells is the firm's alone. The queue keeps
 * tables of its own, with ids of letters and nothing else, in a schema of its own.
 */
export const letters: Migration = {
  async up(db: Kysely<unknown>) {
    await createLetters(db)
    await createTold(db)
    await createPlanner(db)
    await sql`create schema if not exists shirube_queue`.execute(db)
    await sql`grant usage, create on schema shirube_queue to shirube_system`.execute(db)
  },
}

/**
 * `due_at` is the clock port's time, `lease_until` the database's. `posting`: a stub is being posted in this attempt. `attempt`
 * counts takers, `tries` those since it was planned or resent.
 */
async function createLetters(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('letter')
    .addColumn('id', 'text', (column) => column.primaryKey().defaultTo(sql`gen_random_uuid()`))
    .addColumn('firm_id', 'text', (column) => column.notNull().references('firm.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .addColumn('instead', sql`text[]`, (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull().defaultTo('planned'))
    .addColumn('due_at', 'timestamptz', (column) => column.notNull())
    .addColumn('lease_until', 'timestamptz')
    .addColumn('attempt', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('posting', 'boolean', (column) => column.notNull().defaultTo(false))
    .addColumn('platform', 'text')
    .addColumn('address', 'jsonb')
    .addColumn('message', 'text')
    .addColumn('corpus', 'text')
    .addColumn('hash', 'text')
    .addColumn('reason', 'text')
    .addColumn('settled_at', 'timestamptz')
    .addUniqueConstraint('letter_once', ['firm_id', 'kind', 'period', 'recipient'])
    .addForeignKeyConstraint('letter_recipient', ['firm_id', 'recipient'], 'member', ['firm_id', 'id'])
    .addCheckConstraint('letter_state', sql`state in ('planned', 'sending', 'sent', 'uncertain', 'failed', 'skipped')`)
    .addCheckConstraint('letter_sent_somewhere', sql`state <> 'sent' or (message is not null and hash is not null)`)
    .execute()
  await sql`create index letter_open on letter (due_at) where state in ('planned', 'sending')`.execute(db)
  await sql`create index letter_stuck on letter (at) where state in ('uncertain', 'failed')`.execute(db)
  await giveToFirms(db, 'letter', { firm: ['select'], system: ['select', 'insert', 'update'] })
}

/** `about`: the member whom a reminder is for; empty where every recipient is told the same. */
async function createTold(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('letter_told')
    .addColumn('firm_id', 'text', (column) => column.notNull().references('firm.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('told', 'jsonb', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('letter_told_pkey', ['firm_id', 'kind', 'period', 'about'])
    .execute()
  await giveToFirms(db, 'letter_told', { firm: ['select', 'insert'], system: [] })
}

/** `planned_until`: see `Turn`. Of the planner's runs the last is kept. */
async function createPlanner(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('letter_turn')
    .addColumn('firm_id', 'text', (column) => column.primaryKey().references('firm.id'))
    .addColumn('schedule', 'text', (column) => column.notNull())
    .addColumn('planned_until', 'timestamptz', (column) => column.notNull())
    .execute()
  await giveToFirms(db, 'letter_turn', { firm: [], system: ['select', 'insert', 'update'] })
  await db.schema
    .createTable('planner_run')
    .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
    .addColumn('ran_at', 'timestamptz', (column) => column.notNull())
    .addColumn('letters', 'integer', (column) => column.notNull())
    .addColumn('trouble', 'text')
    .execute()
  await giveToSystem(db, 'planner_run')
}
