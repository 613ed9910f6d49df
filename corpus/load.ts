import { CORE_SCHEMA, load, YAMLException } from 'js-yaml'
import type { z } from 'zod'
import { type CorpusFile, readCorpusFiles, readTexts, versionOf } from './files.ts'
import { formatProblem, type Problem } from './problem.ts'
import {
  askedSchema,
  beyondSchema,
  checklistChangesSchema,
  checklistItemSchema,
  clauseSchema,
  contactSchema,
  crosswalkSchema,
  documentSchema,
  ipaItemSchema,
  onwardSchema,
  outsideSchema,
  pageSchema,
  playbookSchema,
  scsItemSchema,
  termSchema,
  type Asked,
  type Beyond,
  type ChecklistChanges,
  type ChecklistItem,
  type Clause,
  type Contact,
  type Crosswalk,
  type IpaItem,
  type Onward,
  type Outside,
  type Page,
  type Playbook,
  type ScsItem,
  type SourceDocument,
  type Term,
} from './schema.ts'

/** A parsed file: `id` is the file's name without its ending. */
export type Filed<T> = Readonly<{ path: string; id: string; body: T }>

export type Corpus = Readonly<{
  version: string
  clauses: readonly Filed<Clause>[]
  asked: readonly Filed<Asked>[]
  onward: readonly Filed<Onward>[]
  outside: readonly Filed<Outside>[]
  pages: readonly Filed<Page>[]
  scs: readonly Filed<ScsItem>[]
  ipa: readonly Filed<IpaItem>[]
  playbooks: readonly Filed<Playbook>[]
  contacts: readonly Filed<Contact>[]
  terms: readonly Filed<Term>[]
  checklist: readonly Filed<ChecklistItem>[]
  checklistChanges: readonly Filed<ChecklistChanges>[]
  beyond: readonly Filed<Beyond>[]
  crosswalks: readonly Filed<Crosswalk>[]
  documents: readonly Filed<SourceDocument>[]
}>

/** Which folder holds what; a more specific path comes first. */
const SHELVES = [
  { shelf: 'pages', matches: /^(cpsf|scs|ipa)\/pages\/|^guidance\//u, schema: pageSchema },
  { shelf: 'clauses', matches: /^cpsf\//u, schema: clauseSchema },
  { shelf: 'asked', matches: /^asked\//u, schema: askedSchema },
  { shelf: 'onward', matches: /^onward\//u, schema: onwardSchema },
  { shelf: 'outside', matches: /^outside\//u, schema: outsideSchema },
  { shelf: 'scs', matches: /^scs\//u, schema: scsItemSchema },
  { shelf: 'ipa', matches: /^ipa\//u, schema: ipaItemSchema },
  { shelf: 'playbooks', matches: /^incident\//u, schema: playbookSchema },
  { shelf: 'contacts', matches: /^contacts\//u, schema: contactSchema },
  { shelf: 'terms', matches: /^glossary\//u, schema: termSchema },
  { shelf: 'beyond', matches: /^checklist\/beyond\.yaml$/u, schema: beyondSchema },
  { shelf: 'checklistChanges', matches: /^checklist\/changes\.yaml$/u, schema: checklistChangesSchema },
  { shelf: 'checklist', matches: /^checklist\//u, schema: checklistItemSchema },
  { shelf: 'crosswalks', matches: /^crosswalk\//u, schema: crosswalkSchema },
  { shelf: 'documents', matches: /^documents\//u, schema: documentSchema },
] as const satisfies readonly { shelf: Exclude<keyof Corpus, 'version'>; matches: RegExp; schema: z.ZodType }[]

/** Parses every file and keeps what is right; what is wrong is listed, file by file, nothing is skipped silently. */
export function parseCorpus(files: readonly CorpusFile[]): { corpus: Corpus; problems: readonly Problem[] } {
  const shelves = Object.fromEntries(SHELVES.map(({ shelf }) => [shelf, [] as Filed<unknown>[]]))
  const problems: Problem[] = []
  for (const file of files) {
    const place = SHELVES.find(({ matches }) => matches.test(file.path))
    if (place === undefined) {
      const fix = 'move it to one of the folders docs/corpus.md names'
      problems.push({ path: file.path, at: '', value: '', wrong: 'no kind of corpus file lives here', fix })
      continue
    }
    const read = readOne(file, place.schema)
    problems.push(...read.problems)
    if (read.body !== undefined) shelves[place.shelf]?.push({ path: file.path, id: idOf(file.path), body: read.body })
  }
  // Each shelf was filled through its own schema just above.
  return { corpus: { version: versionOf(files), ...shelves } as unknown as Corpus, problems }
}

/** What is kept from one start to the next. `read` gives what was written under the very same key, whole, or nothing. */
export interface Kept {
  read(key: string): Promise<Uint8Array | undefined>
  write(key: string, value: Uint8Array): Promise<void>
}

const KEEPS_NOTHING: Kept = { read: () => Promise.resolve(undefined), write: () => Promise.resolve() }

/**
 * The corpus for a running bot: a file that does not parse stops the start, and all of them are named. Reading YAML takes
 * most of a second, so what came out is kept, under the bytes of every file and of the code that read them.
 */
export async function loadCorpus(root: string, kept: Kept = KEEPS_NOTHING): Promise<Corpus> {
  const files = await readCorpusFiles(root)
  const key = `corpus ${versionOf(files)} read by ${versionOf(await readTexts(import.meta.dirname, READING))}`
  const known = await kept.read(key)
  // Written below, from a corpus that parsed.
  if (known !== undefined) return JSON.parse(Buffer.from(known).toString()) as Corpus
  const corpus = parseOrStop(root, files)
  await kept.write(key, Buffer.from(JSON.stringify(corpus)))
  return corpus
}

/** The files of this folder that decide what a corpus file is read as. */
const READING = /^(?:load|schema)\.ts$/u

function parseOrStop(root: string, files: readonly CorpusFile[]): Corpus {
  const { corpus, problems } = parseCorpus(files)
  if (problems.length > 0) {
    throw new Error(
      `The corpus in ${root} has problems:\n${problems.map((problem) => `  ${formatProblem(problem)}`).join('\n')}`,
    )
  }
  return corpus
}

function readOne(file: CorpusFile, schema: z.ZodType): { body?: unknown; problems: Problem[] } {
  const { path } = file
  const yaml = readYaml(file.text)
  if (yaml.kind === 'wrong') {
    const fix = 'mend the YAML; a text with ": " or a leading special character needs quotes'
    return { problems: [{ path, at: '', value: '', wrong: yaml.wrong, fix }] }
  }
  const parsed = schema.safeParse(yaml.value, { reportInput: true })
  if (parsed.success) return { body: parsed.data, problems: [] }
  return { problems: parsed.error.issues.map((issue) => problemOf(path, issue)) }
}

type Yaml = Readonly<{ kind: 'read'; value: unknown } | { kind: 'wrong'; wrong: string }>

function readYaml(text: string): Yaml {
  try {
    return { kind: 'read', value: load(text, { schema: CORE_SCHEMA }) }
  } catch (cause) {
    if (cause instanceof YAMLException) return { kind: 'wrong', wrong: cause.message.trim() }
    throw cause
  }
}

function problemOf(path: string, issue: z.core.$ZodIssue): Problem {
  return {
    path,
    at: issue.path.join('.'),
    value: issue.input === undefined ? '' : JSON.stringify(issue.input),
    wrong: issue.message,
    fix: 'see docs/corpus.md for what goes there',
  }
}

const idOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/u, '')
