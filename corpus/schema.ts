/**
 * The shape of every corpus file. All corpus types are inferred from here.
 * A file's path is its id: `data/cpsf/CPS.AC-1.yaml` holds the clause `CPS.AC-1`.
 */
import { z } from 'zod'

export const LANGS = ['ja', 'en'] as const
export type Lang = (typeof LANGS)[number]

const text = z.string().trim().min(1)
const date = z.iso.date()

/** The same thing said in both languages. */
const bilingual = z.strictObject({ en: text, ja: text })
export type Bilingual = Readonly<z.infer<typeof bilingual>>

/** `seen`: compared with an official text. `recollected`: not yet compared. */
const basis = z.enum(['seen', 'recollected'])
export type Basis = z.infer<typeof basis>

/** `paraphrase`: the source said in our words. `official`: imported wording. `own`: Shirube's own advice. */
const wording = z.enum(['paraphrase', 'official', 'own'])
export type Wording = z.infer<typeof wording>

const source = z.strictObject({ document: text, wording, basis })

/** Shirube's own words, resting on nothing else: what an entry without a `source` is. */
const ownSource = source.default({ document: 'shirube', wording: 'own', basis: 'recollected' })

/** When somebody last compared the entry with its source, and when that should be done again. */
const dated = { checked_on: date.optional(), expires: date.optional() }

/** How people really ask, never the clause's own words only. Used for finding, never for scoring. */
const questions = z.strictObject({ en: z.array(text), ja: z.array(text) })
export type Questions = Readonly<z.infer<typeof questions>>

const findable = {
  id: text,
  title: bilingual,
  questions,
  related: z.array(text).default([]),
  source,
}

const outsourced = z.strictObject({ you: bilingual, vendor: bilingual, agree: bilingual })

/** How this clause differs from a sibling that people confuse it with. */
const differs = z.strictObject({ from: text, en: text, ja: text })

export const clauseSchema = z.strictObject({
  ...findable,
  asks: bilingual,
  why: bilingual,
  start: z.array(bilingual).min(1),
  evidence: z.array(bilingual).min(1),
  outsourced,
  differs: z.array(differs).default([]),
})
/** A requirement of the CPSF, explained. */
export type Clause = Readonly<z.infer<typeof clauseSchema>>

export const pageSchema = z.strictObject({
  ...findable,
  summary: bilingual,
  points: z.array(bilingual).default([]),
  ...dated,
})
/** Something explained that is no clause: an overview, a piece of guidance. */
export type Page = Readonly<z.infer<typeof pageSchema>>

const criterion = z.strictObject({ id: text, star: z.union([z.literal(3), z.literal(4)]), says: bilingual })

export const scsItemSchema = z.strictObject({
  ...findable,
  asks: bilingual,
  why: bilingual,
  start: z.array(bilingual).min(1),
  star: z.union([z.literal(3), z.literal(4)]),
  domain: bilingual,
  criteria: z.array(criterion).default([]),
  ...dated,
})
/** An item of METI's supply-chain rating (SCS). `star` is the lowest star that asks for it. */
export type ScsItem = Readonly<z.infer<typeof scsItemSchema>>

export const ipaItemSchema = z.strictObject({
  ...findable,
  asks: bilingual,
  start: z.array(bilingual).min(1),
  set: z.enum(['rule', 'self-check', 'principle', 'action']),
  number: z.number().int().positive(),
  follows: text,
  ...dated,
})
/**
 * One of IPA's 6 basic rules, 25 self-check items, 3 principles or 7 actions for the president. `follows` names the edition
 * the item follows.
 */
export type IpaItem = Readonly<z.infer<typeof ipaItemSchema>>

export const playbookSchema = z.strictObject({
  ...findable,
  summary: bilingual,
  steps: z.array(bilingual).min(1),
  never: z.array(bilingual).min(1),
  call: z.array(text).min(1),
})
/** What to do when it is happening now. `call` names contacts, in order. */
export type Playbook = Readonly<z.infer<typeof playbookSchema>>

export const contactSchema = z.strictObject({
  id: text,
  name: bilingual,
  helps_with: bilingual,
  phone: text.optional(),
  reach: bilingual.optional(),
  hours: bilingual.optional(),
  link: z.url(),
  basis,
  ...dated,
})
/** Somebody to call. Shown with "check before relying" until `checked_on` is there. */
export type Contact = Readonly<z.infer<typeof contactSchema>>

export const termSchema = z.strictObject({
  id: text,
  term: bilingual,
  means: bilingual,
  spellings: z.strictObject({ en: z.array(text).default([]), ja: z.array(text).default([]) }),
  related: z.array(text).default([]),
  source: ownSource,
})
/** A glossary term with the spellings people use for it. */
export type Term = Readonly<z.infer<typeof termSchema>>

const scale = z.union([z.literal(1), z.literal(2), z.literal(3)])

export const checklistItemSchema = z.strictObject({
  id: text,
  /** Raised when the question asks for something else than before: answers to an earlier version are opened again. */
  version: z.number().int().positive().default(1),
  stage: z.enum(['start', 'basics', 'show']),
  first_ten_minutes: z.boolean(),
  /** What the item is called where there is no room for its question. */
  title: bilingual,
  question: bilingual,
  why: bilingual,
  steps: z.array(bilingual).min(1),
  evidence: z.array(bilingual).min(1),
  vendor_message: bilingual.optional(),
  rests_on: z.strictObject({
    cpsf: z.array(text),
    scs_criteria: z.array(text),
    scs_items: z.array(text),
    ipa: z.array(text),
  }),
  effort: scale,
  cost: scale,
  impact: scale,
  applies_when: z.enum([
    'always',
    'customer_asks',
    'internet_line',
    'wifi_or_factory',
    'factory_machines',
    'cloud_or_portal',
    'outsourcing',
  ]),
  who_does: z.enum(['us', 'vendor', 'shared']),
  source: ownSource,
  ...dated,
})
/** An item of the simplified checklist. `effort` and `cost` are bands: 1 low, 3 high; see docs/corpus.md. */
export type ChecklistItem = Readonly<z.infer<typeof checklistItemSchema>>

const gone = { since: date, because: bilingual }

const checklistChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('split'), from: text, to: z.array(text).min(2), ...gone }),
  z.strictObject({ kind: z.literal('merged'), from: z.array(text).min(2), to: text, ...gone }),
  z.strictObject({ kind: z.literal('retired'), from: text, ...gone }),
])
/** What became of a checklist item that is there no longer. Ids are never used again; a reworded item keeps its own. */
export type ChecklistChange = Readonly<z.infer<typeof checklistChange>>

export const checklistChangesSchema = z.strictObject({ changes: z.array(checklistChange) })
export type ChecklistChanges = Readonly<z.infer<typeof checklistChangesSchema>>

export const beyondSchema = z.strictObject({
  reasons: z.array(z.strictObject({ ids: z.array(text).min(1), because: bilingual })),
})
/** Requirements the checklist leaves out, with the reason. */
export type Beyond = Readonly<z.infer<typeof beyondSchema>>

export const crosswalkSchema = z.strictObject({
  from: text,
  to: text,
  comes_from: bilingual,
  pairs: z.array(
    z.strictObject({
      from: text,
      to: z.array(text).min(1),
      relation: z.enum(['equal', 'subset', 'superset', 'intersect', 'related']),
      confidence: z.enum(['high', 'medium', 'low']),
    }),
  ),
})
/** Typed id pairs between two frameworks. */
export type Crosswalk = Readonly<z.infer<typeof crosswalkSchema>>

export const documentSchema = z.strictObject({
  id: text,
  framework: z.enum(['cpsf', 'scs', 'ipa', 'guidance']),
  title: bilingual,
  publisher: bilingual,
  edition: text,
  url: z.strictObject({ en: z.url(), ja: z.url() }),
  licence: bilingual,
  credit: bilingual.optional(),
  published: date.optional(),
  checked_on: date.optional(),
})
/** A published document the corpus speaks about. */
export type SourceDocument = Readonly<z.infer<typeof documentSchema>>

export const askedSchema = z.strictObject({ id: text, ...questions.shape })
/** More ways people ask about an entry than its own file has room for. */
export type Asked = Readonly<z.infer<typeof askedSchema>>

export const onwardSchema = z.strictObject({
  id: text,
  stays: questions,
  leads: z.array(z.strictObject({ to: text, ...questions.shape })).min(1),
})
/**
 * What people go on to ask after an answer on a clause. `stays`: and still mean it. `leads`: and mean another one. Nobody
 * would understand these by themselves ("and the software on it?"), so search by itself doesn't know them.
 */
export type Onward = Readonly<z.infer<typeof onwardSchema>>

export const outsideSchema = z.strictObject({
  id: text,
  kind: z.enum(['outside', 'smalltalk', 'claim']),
  questions,
})
/**
 * What people say to a chat bot that no entry answers: other topics, small talk, and asking to be told that they are
 * certified or safe. Knowing these is how search tells a question the corpus covers from one it does not.
 */
export type Outside = Readonly<z.infer<typeof outsideSchema>>
