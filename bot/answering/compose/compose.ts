import type { Term } from '../../../corpus/schema.ts'
import type { Entry } from '../../ports.ts'
import type { Block } from '../../reply.ts'
import { wordsIn } from '../../words/words.ts'
import { simplify } from '../easy/simplify.ts'
import { clauseBlocks } from './clause.ts'
import { cite } from '../cite.ts'
import { advice, inLang, marked, paragraph, type Composing } from './composing.ts'
import { elsewhereBlocks } from './elsewhere.ts'
import { furtherPoints } from './further.ts'
import { itemBlocks } from './item.ts'

const MOST_LINKS = 4

/** One answer from the corpus alone: what was asked first, then what helps to act on it, then what it rests on. */
export function compose(composing: Composing): readonly Block[] {
  const { knowledge, entries, lang, level } = composing
  const [main] = entries
  const blocks =
    composing.elsewhere === undefined
      ? [...said(main, composing), ...besides(composing)]
      : elsewhereBlocks(composing.elsewhere, composing)
  return [
    ...(level === 'newcomer' ? simplify(blocks, { lang, glossary: knowledge.glossary }) : blocks),
    { kind: 'citations', citations: entries.map((entry, index) => cite(knowledge, entry, { n: index + 1, lang })) },
    ...neighbours(main, composing),
  ]
}

function said(main: Entry, composing: Composing): readonly Block[] {
  switch (main.kind) {
    case 'clause':
      return clauseBlocks(main, composing)
    case 'scs':
    case 'ipa':
      return itemBlocks(main, composing)
    case 'page':
      return pageBlocks(main, composing)
  }
}

/** A page says the same whatever was asked about it, to somebody who reads it first; the short of it is its summary. */
function pageBlocks(page: Extract<Entry, { kind: 'page' }>, composing: Composing): readonly Block[] {
  const { facet, lang } = composing
  const further = facet === 'gist' ? undefined : furtherPoints(page, composing)
  if (further !== undefined) return further
  const items = facet === 'gist' ? [] : inLang(page.body.points, lang)
  return [
    paragraph(`${page.body.summary[lang]}[1]`),
    ...(items.length === 0 ? [] : [{ kind: 'list' as const, heading: '', items, ordered: false, own: false }]),
  ]
}

/** Names what else is worth a look. */
function besides({ entries: [, ...more], lang }: Composing): readonly Block[] {
  if (more.length === 0) return []
  return [paragraph(wordsIn(lang).alsoSee(more.map((entry, index) => marked(entry, lang, index + 2))))]
}

/** Where other frameworks ask for something related, for those who look after it and asked nothing narrower. */
function neighbours(main: Entry, { knowledge, facet, lang, level }: Composing): readonly Block[] {
  const isWide = facet === 'overview' || facet === 'what' || facet === 'elsewhere'
  const links = isWide && level === 'incharge' ? knowledge.alsoIn(main.body.id).slice(0, MOST_LINKS) : []
  if (links.length === 0) return []
  const shown = links.map(({ body }) => ({
    framework: knowledge.document(body.source.document).framework,
    id: body.id,
    title: body.title[lang],
    relation: 'related',
  }))
  return [{ kind: 'related', links: shown }]
}

/** What a word means, said by Shirube, before the entries it leads to. */
export function define(term: Term, composing: Composing): readonly Block[] {
  const { knowledge, lang } = composing
  const glossary = knowledge.glossary.filter(({ id }) => id !== term.id)
  return [
    advice({ heading: wordsIn(lang).meaning(term.term[lang]), items: [term.means[lang]] }),
    ...compose({ ...composing, knowledge: { ...knowledge, glossary } }),
  ]
}
