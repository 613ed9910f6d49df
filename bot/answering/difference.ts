import type { Lang } from '../../corpus/schema.ts'
import type { Entry } from '../ports.ts'

export type Difference = Readonly<{ says: string; seenFrom: Entry }>

/** How two clauses differ, in the corpus's own sentence, where either of them says so of the other. */
export function differenceOf(one: Entry, other: Entry, lang: Lang): Difference | undefined {
  const said = (seenFrom: Entry, sibling: Entry): Difference | undefined => {
    const found =
      seenFrom.kind === 'clause' ? seenFrom.body.differs.find(({ from }) => from === sibling.body.id) : undefined
    return found === undefined ? undefined : { says: found[lang], seenFrom }
  }
  return said(one, other) ?? said(other, one)
}
