import type { Lang } from '../../../corpus/schema.ts'
import type { Entry } from '../../ports.ts'
import { quoted } from './composing.ts'

/** How two clauses differ, in the corpus's own sentence with their titles in it; undefined where neither speaks of the other. */
export function differenceOf(one: Entry, other: Entry, lang: Lang): string | undefined {
  const said = (seenFrom: Entry, sibling: Entry): string | undefined => {
    const found =
      seenFrom.kind === 'clause' ? seenFrom.body.differs.find(({ from }) => from === sibling.body.id) : undefined
    if (found === undefined) return undefined
    const [here, there] = [seenFrom, sibling].map(({ body }) => quoted(body.title[lang], lang))
    return named(found[lang], { here: here ?? '', there: there ?? '' }, lang)
  }
  return said(one, other) ?? said(other, one)
}

const HERE: Readonly<Record<Lang, RegExp>> = { en: /\bthis one\b/giu, ja: /こちら/gu }
const THERE: Readonly<Record<Lang, RegExp>> = { en: /\b(?:the other(?! firm)|that one)\b/giu, ja: /あちら/gu }

/** The corpus says "this one" and "the other", seen from the clause it stands in; a reader of both needs their names. */
function named(says: string, { here, there }: Readonly<Record<'here' | 'there', string>>, lang: Lang): string {
  const isOfBoth = says.search(HERE[lang]) !== -1 && says.search(THERE[lang]) !== -1
  return isOfBoth
    ? says.replaceAll(HERE[lang], here).replaceAll(THERE[lang], there)
    : `${here}${lang === 'ja' ? '：' : ': '}${says}`
}
