import type { Entry, Knowledge } from '../ports.ts'
import type { Reply } from '../reply.ts'
import { explain, noSuchClause, type Asking } from './answer.ts'
import type { Elsewhere, OtherFramework } from './compose/other-frameworks.ts'

/** Frameworks as people name them. */
const NAMED: readonly Readonly<{ framework: OtherFramework; words: RegExp }>[] = [
  { framework: 'scs', words: /scs|[★☆]|つ星|\bstars?\b|評価制度/iu },
  { framework: 'ipa', words: /ipa|自社診断|6か条|25項目|security ?action/iu },
  { framework: 'iso', words: /\biso\b|iso\W?2700|27001|isms/iu },
  { framework: 'nist', words: /nist|\bcsf\b/iu },
]

/** What other frameworks have on an entry: the nearest item the corpus links to it, and the entry beside it. */
export function showElsewhere(id: string, text: string, asking: Asking): Reply {
  const entry = asking.knowledge.entry(id)
  if (entry === undefined) return noSuchClause([id], asking)
  const plain = text.normalize('NFKC')
  const named = NAMED.filter(({ words }) => words.test(plain)).map(({ framework }) => framework)
  const nearest = itemsFor(entry, { named, plain }, asking.knowledge)[0]
  const elsewhere: Elsewhere = nearest === undefined ? { kind: 'none', named } : { kind: 'item' }
  const entries = nearest === undefined ? ([entry] as const) : ([nearest, entry] as const)
  return explain(entries, { ...asking, facet: 'elsewhere', elsewhere, confidence: 1 })
}

type Wish = Readonly<{ named: readonly OtherFramework[]; plain: string }>

/** Items of the named frameworks, those first that name the entry first among what they are related to. */
function itemsFor(entry: Entry, { named, plain }: Wish, knowledge: Knowledge): readonly Entry[] {
  const star = /(?:★|☆|\bstars?\D{0,3}|星)\s?([3-5])|([3-5])[\s-]*(?:stars?|つ星)/iu.exec(plain)
  const wanted = star?.[1] ?? star?.[2]
  const place = ({ body }: Entry): number => body.related.indexOf(entry.body.id)
  return knowledge
    .alsoIn(entry.body.id)
    .filter((item) => named.some((framework) => framework === item.kind))
    .filter((item) => wanted === undefined || item.kind !== 'scs' || item.body.star <= Number(wanted))
    .toSorted((a, b) => place(a) - place(b))
}
