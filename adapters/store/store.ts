import { Kysely, sql, type Dialect } from 'kysely'
import type { AddressBook, Installations } from '../../bot/delivery/address-book.ts'
import type { Mailroom } from '../../bot/delivery/mailroom.ts'
import type { Inbox } from '../../bot/ports.ts'
import { createAddressBook } from './address-book.ts'
import { createInbox } from './inbox.ts'
import { createInstallations } from './installations.ts'
import { createMailroom } from './mailroom.ts'
import { migrate } from './migrate.ts'
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
  healthy(): Promise<void>
  close(): Promise<void>
}>

/** `name` and `advice` go into errors for the person who runs the bot; neither may hold a password. */
type Database = Readonly<{ dialect: Dialect; name: string; advice: string }>

/** Rejects when the tables cannot be brought up to date; the dialect is closed then. */
export async function createStore({ dialect, name, advice }: Database): Promise<Store> {
  const db = new Kysely<Tables>({ dialect })
  const saying = (problem: string) => (cause: unknown) => {
    throw new Error(`${name} ${problem}: ${reasonOf(cause)}. ${advice}`, { cause })
  }
  const healthy = async () => {
    await sql`select 1`.execute(db).catch(saying('does not answer'))
  }
  try {
    await healthy()
    await migrate(db).catch(saying('could not be prepared'))
  } catch (error) {
    await db.destroy()
    throw error
  }
  return {
    inbox: createInbox(db),
    mailroom: createMailroom(db),
    addressBook: createAddressBook(db),
    installations: (key) => createInstallations(db, key),
    healthy,
    close: () => db.destroy(),
  }
}

/** The innermost message. A refused connection has an empty one when several addresses were tried, but always a code. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause !== undefined) return `${error.message}: ${reasonOf(error.cause)}`
  if (error.message !== '') return error.message
  return 'code' in error ? String(error.code) : error.name
}
