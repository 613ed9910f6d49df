import type { Corpus } from '../corpus/load.ts'
import type { Bilingual, Clause, IpaItem, Page, ScsItem } from '../corpus/schema.ts'

/** Whose an entry is. The last three are what people say that nothing in the corpus answers. */
export type Shelf = 'cpsf' | 'scs' | 'ipa' | 'guidance' | 'outside' | 'smalltalk' | 'claim' | 'plain'

/** False for what is kept only to know it from the corpus: other topics, small talk, wishes to be called certified. */
export const isEntry = (shelf: Shelf): boolean => shelf !== 'outside' && shelf !== 'smalltalk' && shelf !== 'claim'

/** Something that can be found: its texts by field. The lexical side weighs fields; the dense side takes every text. */
export type Indexable = Readonly<{
  id: string
  shelf: Shelf
  /** `item`: one of another framework's many small items, which say what clauses say. */
  kind: 'item' | 'topic'
  fields: Readonly<Record<string, readonly string[]>>
  /** The glossary terms that lead here, each in all its spellings: one array per term, the same one in every entry. */
  terms?: readonly (readonly string[])[]
}>

export function indexablesOf(corpus: Corpus): readonly Indexable[] {
  const asked = new Map(corpus.asked.map(({ body }) => [body.id, [...body.en, ...body.ja]]))
  const terms = spellingsByEntry(corpus)
  const withAsked = ({ fields, ...entry }: Indexable): Indexable => ({
    ...entry,
    fields: { ...fields, questions: [...(fields['questions'] ?? []), ...(asked.get(entry.id) ?? [])] },
    terms: terms.get(entry.id) ?? [],
  })
  return [
    ...corpus.clauses.map(({ body }) =>
      withAsked({ id: body.id, shelf: 'cpsf', kind: 'topic', fields: clauseFields(body) }),
    ),
    ...corpus.pages.map(({ path, body }) =>
      withAsked({ id: body.id, shelf: shelfOf(path), kind: 'topic', fields: pageFields(body) }),
    ),
    ...corpus.scs.map(({ body }) => withAsked({ id: body.id, shelf: 'scs', kind: 'item', fields: scsFields(body) })),
    ...corpus.ipa.map(({ body }) => withAsked({ id: body.id, shelf: 'ipa', kind: 'item', fields: ipaFields(body) })),
    ...corpus.outside.map(({ body }): Indexable => {
      return {
        id: body.id,
        shelf: body.kind,
        kind: 'topic',
        fields: { questions: [...body.questions.en, ...body.questions.ja] },
      }
    }),
  ]
}

/** The spellings of glossary terms, by the entries they lead to. */
function spellingsByEntry({ terms }: Corpus): ReadonlyMap<string, readonly (readonly string[])[]> {
  const byEntry = new Map<string, (readonly string[])[]>()
  for (const { body } of terms) {
    const spellings = [...both(body.term), ...body.spellings.en, ...body.spellings.ja]
    for (const id of body.related) byEntry.set(id, [...(byEntry.get(id) ?? []), spellings])
  }
  return byEntry
}

/** Every text once. Terms aren't among them: a word alone says too little of what an entry is about. */
export const sentencesOf = ({ fields }: Indexable): readonly string[] => [...new Set(Object.values(fields).flat())]

const both = ({ en, ja }: Bilingual): string[] => [en, ja]
const all = (texts: readonly Bilingual[]): string[] => texts.flatMap(both)

function shelfOf(path: string): Shelf {
  const [folder] = path.split('/')
  return folder === 'cpsf' || folder === 'scs' || folder === 'ipa' ? folder : 'guidance'
}

function clauseFields({ title, asks, why, start, evidence, outsourced, questions }: Clause): Indexable['fields'] {
  return {
    title: both(title),
    asks: both(asks),
    advice: [...all(start), ...all(evidence), ...all(Object.values(outsourced))],
    story: both(why),
    questions: [...questions.en, ...questions.ja],
  }
}

function pageFields({ title, summary, points, questions }: Page): Indexable['fields'] {
  return { title: both(title), asks: both(summary), advice: all(points), questions: [...questions.en, ...questions.ja] }
}

function scsFields({ title, asks, why, start, criteria, questions }: ScsItem): Indexable['fields'] {
  const advice = [...all(start), ...all(criteria.map(({ says }) => says))]
  return {
    title: both(title),
    asks: both(asks),
    advice,
    story: both(why),
    questions: [...questions.en, ...questions.ja],
  }
}

function ipaFields({ title, asks, start, questions }: IpaItem): Indexable['fields'] {
  return { title: both(title), asks: both(asks), advice: all(start), questions: [...questions.en, ...questions.ja] }
}
