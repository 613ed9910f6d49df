import { CompiledQuery, Kysely, sql, type Dialect } from 'kysely'
import type { AddressBook, Installations } from '../../bot/delivery/address-book.ts'
import type { Mailroom } from '../../bot/delivery/mailroom.ts'
import type { Codes, Firms, Inbox } from '../../bot/ports.ts'
import { createAddressBook } from './address-book.ts'
import { backUp, type BackedUp } from './backup/back-up.ts'
import { restore, type Restored, type Restoring } from './backup/restore.ts'
import { createCodes } from './codes.ts'
import { createFirms } from './firms.ts'
import { createInbox } from './inbox.ts'
import { createInstallations } from './installations.ts'
import { createMailroom } from './mailroom.ts'
import { migrate } from './migrate.ts'
import { prepareRoles } from './roles.ts'
import type { Tables } from './tables.ts'

/**
 * Everything the bot keeps. Every method rejects when the database is out of reach, and nothing was kept then.
 * `healthy` rejects with what is wrong and what to do. `close` may be called more than once.
 */
export type Store = Readonly<{
  inbox: Inbox
  mailroom: Mailroom
  addressBook: AddressBook
  /** Throws for a key that is none. */
  installations(key: string): Installations
  firms: Firms
  codes: Codes
  /** Writes everything, as it is at one moment, to a new file; `at` is the clock port's time. */
  backUp(file: string, at: Date): Promise<BackedUp>
  healthy(): Promise<void>
  close(): Promise<void>
}>

/**
 * `dialect` opens connections that begin with `first`, or as the tables' owner without it.
 * `name` and `advice` go into errors for the person who runs the bot; neither may hold a password.
 */
export type Database = Readonly<{ dialect: (first?: CompiledQuery) => Dialect; name: string; advice: string }>

/** Rejects when the tables cannot be brought up to date; the dialect is closed then. */
export async function createStore(database: Database): Promise<Store> {
  await asOwner(database, (owner) => migrate(owner).catch(saying(database, 'could not be prepared')))
  const db = new Kysely<Tables>({ dialect: database.dialect(CompiledQuery.raw('set role shirube_system')) })
  return {
    inbox: createInbox(db),
    mailroom: createMailroom(db),
    addressBook: createAddressBook(db),
    installations: (key) => createInstallations(db, key),
    firms: createFirms(db),
    codes: createCodes(db),
    backUp: (file, at) => backUp(db, file, at),
    healthy: () => answers(db, database),
    close: () => db.destroy(),
  }
}

/** Puts a backup in place of what the database keeps, or changes nothing. */
export const restoreStore = (database: Database, restoring: Restoring): Promise<Restored> =>
  asOwner(database, (owner) => restore(owner, restoring))

async function asOwner<T>(database: Database, work: (owner: Kysely<Tables>) => Promise<T>): Promise<T> {
  const owner = new Kysely<Tables>({ dialect: database.dialect() })
  try {
    await answers(owner, database)
    await prepareRoles(owner).catch(saying(database, 'could not be prepared'))
    return await work(owner)
  } finally {
    await owner.destroy()
  }
}

async function answers(db: Kysely<Tables>, database: Database): Promise<void> {
  await sql`select 1`.execute(db).catch(saying(database, 'does not answer'))
}

const saying =
  ({ name, advice }: Database, problem: string) =>
  (cause: unknown) => {
    throw new Error(`${name} ${problem}: ${reasonOf(cause)}. ${advice}`, { cause })
  }

/** The innermost message. A refused connection has an empty one when several addresses were tried, but always a code. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause !== undefined) return `${error.message}: ${reasonOf(error.cause)}`
  if (error.message !== '') return error.message
  return 'code' in error ? String(error.code) : error.name
}
