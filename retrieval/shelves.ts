import type { Shelf } from './indexable.ts'

const ALWAYS: readonly Shelf[] = ['cpsf', 'guidance', 'outside', 'smalltalk', 'claim', 'plain']

/** Words by which people ask for another framework than the CPSF. */
const NAMED: readonly { shelf: Shelf; words: RegExp }[] = [
  {
    shelf: 'scs',
    words:
      /★|☆|\bscs\b|[3-5３-５三四五]\s*つ?星|星[3-5３-５三四五]つ?|(?:three|four|five|[345])[\s-]*stars?|評価制度|supply[\s-]chain (?:security )?(?:rating|evaluation)/iu,
  },
  {
    shelf: 'ipa',
    words:
      /\bipa\b|自社診断|self[\s-]?(?:check|assessment|diagnosis)|security\s*action|セキュリティ\s*アクション|6か条|六か条|5か条|五か条|25項目|一つ星|二つ星|5分でできる/iu,
  },
]

/** The shelves a question names; none for most questions. */
export function namedShelves(question: string): ReadonlySet<Shelf> {
  const plain = question.normalize('NFKC')
  return new Set(NAMED.filter(({ words }) => words.test(plain)).map(({ shelf }) => shelf))
}

/** Whether a question is answered from a shelf: the CPSF and guidance always, another framework where it is named. */
export const isSearched = (shelf: Shelf, named: ReadonlySet<Shelf>): boolean =>
  ALWAYS.includes(shelf) || named.has(shelf)
