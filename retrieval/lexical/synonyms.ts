import { normalise } from '../text/normalise.ts'
import { tokenise, weightOf, type Token } from '../text/tokenise.ts'

/** One thing people have several words for: its spellings, and the tokens of all of them. */
export type Synonyms = Readonly<{ spellings: readonly Spelling[]; tokens: readonly Token[] }>

type Spelling = Readonly<{ marked: string; weight: number }>

export const synonymsOf = (terms: readonly (readonly string[])[]): readonly Synonyms[] =>
  terms.map((spellings) => ({
    spellings: spellings.map((one) => ({ marked: markWords(one), weight: weightOf(tokenise(one)) })),
    tokens: withoutRepeats(spellings.flatMap(tokenise)),
  }))

/** Together, the other words for what makes up the whole of a question weigh as much as so many words of it. */
const MOST = 4

/**
 * Other words for what was asked. They count by how much of the question the word makes up: in "VPN" alone nearly all is
 * said by its synonyms; in a long story that mentions one, hardly anything.
 */
export function otherWordsFor(question: string, asked: readonly Token[], all: readonly Synonyms[]): readonly Token[] {
  const marked = markWords(question)
  const said = new Set(asked.map(({ term }) => term))
  return all.flatMap(({ spellings, tokens }) => {
    const met = spellings.filter((spelling) => marked.includes(spelling.marked))
    if (met.length === 0) return []
    const share = Math.min(1, Math.max(...met.map(({ weight }) => weight)) / Math.max(1, weightOf(asked)))
    const others = tokens.filter(({ term }) => !said.has(term))
    const scale = (MOST * share) / Math.max(1, weightOf(others))
    return others.map(({ term, weight }) => ({ term, weight: weight * scale }))
  })
}

/** Latin words stand between blanks, so that "log" isn't met in "login"; Japanese has no such bounds. */
const markWords = (text: string): string =>
  normalise(text)
    .replaceAll(/[a-z0-9]+(?:[ '-][a-z0-9]+)*/gu, (words) => ` ${words.replaceAll(/['-]/gu, ' ')} `)
    .replaceAll(/s (?=\s|$)/gu, ' ')

const withoutRepeats = (tokens: readonly Token[]): readonly Token[] => [
  ...new Map(tokens.map((token) => [token.term, token])).values(),
]
