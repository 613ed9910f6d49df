import { readFacet } from '../bot/answering/facet.ts'
import { CORPUS_DATA } from '../corpus/files.ts'
import { loadCorpus } from '../corpus/load.ts'
import { LANGS } from '../corpus/schema.ts'
import type { InScope } from '../evals/cases.ts'
import { denseScores } from '../retrieval/dense/scores.ts'
import { loadBagEmbedder, WEIGHTS as EMBEDDER } from '../retrieval/embedder/bag.ts'
import type { Embedder } from '../retrieval/embedder/embedder.ts'
import { fuse, type Asked } from '../retrieval/fuse.ts'
import { buildIndex, type SearchIndex } from '../retrieval/index/search-index.ts'
import { indexablesOf, isEntry, type Indexable } from '../retrieval/indexable.ts'
import { buildBm25, type Bm25Options, type FieldTokens } from '../retrieval/lexical/bm25.ts'
import { buildLexical, fieldTokens, searchLexical, WEIGHTS, type LexicalIndex } from '../retrieval/lexical/lexical.ts'
import { STOP_WORDS } from '../retrieval/text/stop-words.ts'
import { isLatin } from '../retrieval/text/tokenise.ts'
import { clauseQuestions, foundBy, searchRanking, type Ranking } from './found.ts'

/** Each part of search left out, on the development questions about clauses: share whose clause comes first. */
export async function ablation(): Promise<readonly string[]> {
  const corpus = await loadCorpus(CORPUS_DATA)
  const embedder = await loadBagEmbedder(EMBEDDER)
  const groups = groupsOf(await clauseQuestions())
  const names = groups.map(([name]) => name)
  const lines = [
    `| left out | ${names.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(names.length)}`,
    `| (questions) | ${groups.map(([, { length }]) => length).join(' | ')} |`,
  ]
  for await (const [name, rank] of variants(indexablesOf(corpus), embedder)) {
    const shares: string[] = []
    for (const [, asked] of groups) shares.push((await foundBy(rank, asked)).first.toFixed(3))
    lines.push(`| ${name} | ${shares.join(' | ')} |`)
  }
  return lines
}

type Group = readonly [string, readonly InScope[]]

/** The languages; then each language by style. */
function groupsOf(questions: readonly InScope[]): readonly Group[] {
  const styleOf = ({ lang, kind, style }: InScope): string =>
    `${lang} ${kind === 'everyday' ? kind : (style ?? 'plain')}`
  const byLang = LANGS.map((lang): Group => [lang, questions.filter((one) => one.lang === lang)])
  const byStyle = [...Map.groupBy(questions, styleOf)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [...byLang, ...byStyle]
}

async function* variants(entries: readonly Indexable[], embedder: Embedder): AsyncGenerator<[string, Ranking]> {
  const index = await buildIndex(entries, embedder)
  const withLexical = (lexical: LexicalIndex): Ranking => searchRanking({ ...index, lexical }, embedder)
  const whole = searchRanking(index, embedder)
  yield ['nothing', whole]
  yield ['vectors: words alone', searchRanking({ ...index, denseWeight: 0 }, embedder)]
  yield ['words: vectors alone', rankingBy({ index, embedder }, () => new Float32Array(entries.length))]
  yield ['the topic beside the whole question', wholeOnly(index, embedder)]
  yield ['tolerance for typos', (question) => whole(withoutUnknown(question, index.lexical))]
  yield ['other words for what was asked', withLexical({ ...index.lexical, synonyms: [] })]
  yield ['glossary terms altogether', withLexical(buildLexical(entries.map((one) => ({ ...one, terms: [] }))))]
  yield ['stems of English words', unstemmed(entries, { index, embedder })]
  yield ['long runs of kanji or katakana', withLexical(lexicalOf(entries, index, { keep: (term) => term.length <= 2 }))]
  yield ['weights of fields', withLexical(lexicalOf(entries, index, { options: FLAT }))]
  const without = (fields: readonly string[]): Promise<SearchIndex> => buildIndex(entries.map((one) => withoutFields(one, fields)), embedder) // prettier-ignore
  yield ['the questions people ask', searchRanking(await without(['questions']), embedder)]
  yield ['all but the questions', searchRanking(await without(['title', 'asks', 'advice', 'story']), embedder)]
  yield ['things outside the corpus', searchRanking(await buildIndex(entries.filter(({ shelf }) => isEntry(shelf)), embedder), embedder)] // prettier-ignore
}

type Sides = Readonly<{ index: SearchIndex; embedder: Embedder }>

/** As search does it, with other words. */
const rankingBy =
  ({ index, embedder }: Sides, words: (text: string) => Float32Array): Ranking =>
  async (question) => {
    const asked = async (text: string): Promise<Asked> => {
      const [vector = new Float32Array()] = await embedder.embed([text])
      return { lexical: words(text), dense: denseScores(index.nearest, vector) }
    }
    const { topic } = readFacet(question)
    const both = [await asked(question), await asked(topic === '' ? question : topic)]
    return clausesBy(index, fuse(both, index.denseWeight, new Float32Array(index.ids.length)))
  }

const clausesBy = ({ ids, shelves }: SearchIndex, scores: Float32Array): readonly string[] =>
  [...ids.keys()]
    .filter((entry) => shelves[entry] === 'cpsf')
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    .map((entry) => ids[entry] ?? '')

const wholeOnly =
  (index: SearchIndex, embedder: Embedder): Ranking =>
  async (question) => {
    const [vector = new Float32Array()] = await embedder.embed([question])
    const asked = { lexical: searchLexical(index.lexical, question).scores, dense: denseScores(index.nearest, vector) }
    return clausesBy(index, fuse([asked], index.denseWeight, new Float32Array(index.ids.length)))
  }

const LATIN_WORD = /[A-Za-z][A-Za-z'-]*/gu

/** Latin words nobody wrote are all that tolerance looks at. */
const withoutUnknown = (question: string, { terms }: LexicalIndex): string =>
  question.replaceAll(LATIN_WORD, (word) => {
    const stems = fieldTokens({ id: '', shelf: 'plain', kind: 'topic', fields: { word: [word] } })['word'] ?? []
    return stems.every(({ term }) => terms.has(term)) ? word : ''
  })

/** The stemmer knows no ending in "qq", so each word is a stem of its own. */
function unstemmed(entries: readonly Indexable[], sides: Sides): Ranking {
  const mark = (text: string): string =>
    text.replaceAll(LATIN_WORD, (word) => (STOP_WORDS.has(word.toLowerCase()) ? word : `${word}qq`))
  const marked = buildLexical(
    entries.map(({ fields, terms = [], ...rest }) => ({
      ...rest,
      fields: Object.fromEntries(Object.entries(fields).map(([field, texts]) => [field, texts.map(mark)])),
      terms: terms.map((spellings) => spellings.map(mark)),
    })),
  )
  return rankingBy(sides, (text) => searchLexical(marked, mark(text)).scores)
}

const FLAT: Bm25Options = {
  ...WEIGHTS,
  fields: Object.fromEntries(Object.entries(WEIGHTS.fields).map(([field, { b }]) => [field, { weight: 1, b }])),
}

type Changes = Readonly<{ keep?: (term: string) => boolean; options?: Bm25Options }>

function lexicalOf(
  entries: readonly Indexable[],
  { lexical }: SearchIndex,
  { keep = () => true, options = WEIGHTS }: Changes,
): LexicalIndex {
  const kept = (fields: FieldTokens): FieldTokens =>
    Object.fromEntries(
      Object.entries(fields).map(([field, tokens]) => [
        field,
        tokens.filter(({ term }) => isLatin(term) || keep(term)),
      ]),
    )
  return { ...buildBm25(entries.map((one) => kept(fieldTokens(one))), options), synonyms: lexical.synonyms } // prettier-ignore
}

/** Things outside the corpus consist of questions alone; they stay as they are. */
const withoutFields = (one: Indexable, left: readonly string[]): Indexable =>
  isEntry(one.shelf)
    ? { ...one, fields: Object.fromEntries(Object.entries(one.fields).filter(([field]) => !left.includes(field))) }
    : one
