import { z } from 'zod'
import { answerSchema, idSchema } from './answer.ts'

export const LONGEST_NOTE = 1_000
export const LONGEST_LINK = 1_000

const seq = z.number().int().positive()
const day = z.iso.date()

/** `revision`: how the item read when this was done; see revision.ts. */
const about = { item: idSchema, revision: z.string().regex(/^\d+-[0-9a-f]{8}$/u) }

const expires = day.exactOptional()
export const webLink = z.url({ protocol: /^https?$/u }).max(LONGEST_LINK)

/** What shows that an item is done. `expires`: the last day on which it still does. A file is named, never kept here. */
const evidence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('link'), url: webLink, expires }),
  z.strictObject({ kind: z.literal('file'), name: z.string().min(1).max(300), sha256: z.hash('sha256'), expires }),
])

export const PARTIES = ['us', 'vendor', 'shared'] as const
const party = z.enum(PARTIES)
export type Party = z.infer<typeof party>

/** Something the firm said about itself has changed, and the item has its place again. */
const profileChange = z.strictObject({ kind: z.literal('profile'), applies_when: z.string().min(1).max(40) })

/**
 * Something a person did to the firm's checklist. Entries are never changed and never removed: undoing adds one.
 * `confirmed`, `sent_back` and `reopened` name the answer they are about (`answer`, a `seq`) and say nothing of a later one.
 */
export const doneSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answered'), ...about, answer: answerSchema }),
  /** An empty text takes the note away. */
  z.strictObject({ kind: z.literal('noted'), ...about, text: z.string().max(LONGEST_NOTE) }),
  z.strictObject({ kind: z.literal('evidence_added'), ...about, evidence }),
  z.strictObject({ kind: z.literal('evidence_removed'), ...about, added: seq }),
  z.strictObject({ kind: z.literal('owner_set'), ...about, owner: z.string().min(1).max(200) }),
  z.strictObject({ kind: z.literal('owner_cleared'), ...about }),
  z.strictObject({ kind: z.literal('due_set'), ...about, due: day }),
  z.strictObject({ kind: z.literal('due_cleared'), ...about }),
  /** A manager was asked to decide on it and doesn't yet; it is recommended again from `until` on. */
  z.strictObject({ kind: z.literal('put_off'), ...about, until: day }),
  z.strictObject({ kind: z.literal('responsible_set'), ...about, party }),
  z.strictObject({ kind: z.literal('responsible_cleared'), ...about }),
  z.strictObject({ kind: z.literal('confirmed'), ...about, answer: seq }),
  z.strictObject({ kind: z.literal('sent_back'), ...about, answer: seq, reason: z.string().min(1).max(LONGEST_NOTE) }),
  z.strictObject({ kind: z.literal('reopened'), ...about, answer: seq, because: profileChange }),
  /** `undoes` is the `seq` of the entry that counts no longer. Undoing that entry in turn makes it count again. */
  z.strictObject({ kind: z.literal('undone'), undoes: seq }),
])
export type Done = Readonly<z.infer<typeof doneSchema>>
export type DoneToItem = Exclude<Done, { kind: 'undone' }>

/**
 * One entry of the append-only log. `seq` counts up within the firm; `at` is the clock port's time in ISO 8601; `by` a member id;
 * `event` the ChatEvent it came from.
 */
export type Logged<D extends Done = Done> = Readonly<{ seq: number; at: string; by: string; event: string; done: D }>

/** The log as it was at a moment: what came later, undoing included, had not happened yet. */
export const asOf = (log: readonly Logged[], moment: Date): readonly Logged[] =>
  log.filter(({ at }) => Date.parse(at) <= moment.getTime())
