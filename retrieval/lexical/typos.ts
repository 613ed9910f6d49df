/** Shorter words have too many neighbours for a slip to be told from another word. */
const SHORTEST_WITH_TYPO = 5
const SHORTEST_WITH_TWO_TYPOS = 9
const MOST_NEIGHBOURS = 3

/**
 * Known words one slip away (two for long words): a letter missing, added, changed, or two swapped. The first letter is
 * taken as right, as it nearly always is, which keeps the search to a fraction of the vocabulary.
 */
export function closestTerms(terms: ReadonlyMap<string, number>, token: string): readonly string[] {
  if (token.length < SHORTEST_WITH_TYPO) return []
  const most = token.length >= SHORTEST_WITH_TWO_TYPOS ? 2 : 1
  const found: { term: string; slips: number }[] = []
  for (const term of termsByLetter(terms).get(token.charAt(0)) ?? []) {
    if (Math.abs(term.length - token.length) > most) continue
    const slips = slipsBetween(term, token, most)
    if (slips <= most) found.push({ term, slips })
  }
  const fewest = Math.min(...found.map(({ slips }) => slips))
  return found
    .filter(({ slips }) => slips === fewest)
    .slice(0, MOST_NEIGHBOURS)
    .map(({ term }) => term)
}

/** Made when the first misspelt word comes along, and kept as long as the vocabulary is. */
const LETTERS = new WeakMap<ReadonlyMap<string, number>, ReadonlyMap<string, readonly string[]>>()

function termsByLetter(terms: ReadonlyMap<string, number>): ReadonlyMap<string, readonly string[]> {
  const known = LETTERS.get(terms)
  if (known !== undefined) return known
  const made = Map.groupBy(terms.keys(), (term) => term.charAt(0))
  LETTERS.set(terms, made)
  return made
}

/** Damerau's edit distance (optimal string alignment), given up once it exceeds `most`. */
function slipsBetween(a: string, b: string, most: number): number {
  let before: readonly number[] = []
  let previous: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const current = nextRow({ a, b, row, previous, before })
    if (Math.min(...current) > most) return most + 1
    before = previous
    previous = current
  }
  return previous[b.length] ?? 0
}

type Row = Readonly<{ a: string; b: string; row: number; previous: readonly number[]; before: readonly number[] }>

function nextRow({ a, b, row, previous, before }: Row): readonly number[] {
  const current = [row]
  for (let column = 1; column <= b.length; column += 1) {
    const at = (slips: readonly number[], back: number): number => slips[column - back] ?? Infinity
    const changed = at(previous, 1) + (a[row - 1] === b[column - 1] ? 0 : 1)
    const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
    current.push(Math.min(at(previous, 0) + 1, at(current, 1) + 1, changed, isSwap ? at(before, 2) + 1 : Infinity))
  }
  return current
}
