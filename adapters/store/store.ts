import { CompiledQuery, Kysely, sql, type Dialect } from 'kysely'
import type { AddressBook, Installations } from '../../bot/delivery/address-book.ts'
import type { Ledger, Unanswered } from '../../bot/digest/ledger.ts'
import type { Feedback } from '../../bot/feedback.ts'
import type { Mailroom } from '../../bot/delivery/mailroom.ts'
import type { Sent } from '../../bot/delivery/sent.ts'
import type { Codes, FindReader, Firms, Inbox, Operators } from '../../bot/ports.ts'
import type { Ends } from '../../bot/retention.ts'
import { createAddressBook } from './address-book.ts'
import { restore, type Restored, type Restoring } from './backup/restore.ts'
import { createCodes } from './codes.ts'
import { createFeedback } from './feedback.ts'
import { createFirms } from './firms.ts'
import { createInbox } from './inbox.ts'
import { createInstallations } from './installations.ts'
import { createArchive } from './letters/archive.ts'
import { createPlanning } from './letters/planning.ts'
import { createRecord } from './letters/record.ts'
import { createSending } from './letters/sending.ts'
import { createMailroom } from './mailroom.ts'
import { standingOf, type Standing } from './messages.ts'
import { createOperator, type Operator, type OperatorNeeds } from './operator/operator.ts'
import { createOperators } from './operators.ts'
import type { QueueDoor } from './queue-door.ts'
import { reasonOf } from './reason.ts'
import { migrate } from './migrate.ts'
import { forget, type Forgotten } from './retention.ts'
import { prepareRoles } from './roles.ts'
import { createSent } from './sent.ts'
import type { Tables } from './tables.ts'
import { countUnanswered, type Span } from './unanswered.ts'
import { readerOf } from './visitors.ts'

/**
 * Everything the bot keeps. Every method rejects when the database is out of reach, and nothing was kept then.
 * `healthy` rejects with what is wrong and what to do. `close` may be called more than once.
 */
export type Store = Readonly<{
  inbox: Inbox
  mailroom: Mailroom
  sent: Sent
  addressBook: AddressBook
  /** Throws for a key that is none. */
  installations(key: string): Installations
  feedback: Feedback
  firms: Firms
  findReader: FindReader
  codes: Codes
  operators: Operators
  ledger: Ledger
  /** How many messages wait, and for what. */
  standing(): Promise<Standing>
  /** See `countUnanswered`. */
  unanswered(firm: string, span: Span): Promise<Unanswered>
  /** Removes what has been kept long enough; see bot/retention.ts. */
  forget(ends: Ends): Promise<Forgotten>
  /** For the queue, where this process alone has the database open; a server lets the queue in by itself. */
  queue: QueueDoor | undefined
  /** The commands of whoever runs the deployment. */
  operator(needs: OperatorNeeds): Operator
  healthy(): Promise<void>
  close(): Promise<void>
}>

/**
 * `dialect` opens connections that begin with `first`, or as the tables' owner without it.
 * `name` and `advice` go into errors for the person who runs the bot; neither may hold a password.
 */
export type Database = Readonly<{
  dialect: (first?: CompiledQuery) => Dialect
  name: string
  advice: string
  queue?: (db: Kysely<Tables>) => QueueDoor
}>

/** Rejects when the tables cannot be brought up to date; the dialect is closed then. */
export async function createStore(database: Database): Promise<Store> {
  await asOwner(database, (owner) => migrate(owner).catch(saying(database, 'could not be prepared')))
  const db = new Kysely<Tables>({ dialect: database.dialect(CompiledQuery.raw('set role shirube_system')) })
  return {
    inbox: createInbox(db),
    mailroom: createMailroom(db),
    sent: createSent(db),
    addressBook: createAddressBook(db),
    installations: (key) => createInstallations(db, key),
    feedback: createFeedback(db),
    firms: createFirms(db),
    findReader: (speaker) => readerOf(db, speaker),
    codes: createCodes(db),
    operators: createOperators(db),
    ledger: {
      planning: createPlanning(db),
      sending: createSending(db),
      record: createRecord(db),
      archive: createArchive(db),
    },
    forget: (ends) => forget(db, ends),
    standing: () => standingOf(db),
    unanswered: (firm, span) => countUnanswered(db, firm, span),
    queue: database.queue?.(db),
    operator: (needs) => createOperator({ ...needs, db, firms: createFirms(db), codes: createCodes(db) }),
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
