import type { Bilingual, Lang, Term } from '../../corpus/schema.ts'
import type { Entry, Knowledge } from '../ports.ts'
import type { Block } from '../reply.ts'
import { wordsIn } from '../words/words.ts'
import { cite, statementOf } from './cite.ts'
import { differenceOf } from './difference.ts'
import type { Facet } from './facet.ts'

/** How many first steps an answer shows before somebody asks how. */
const FEW_STEPS = 3
const MOST_LINKS = 4

export type Composing = Readonly<{
  knowledge: Knowledge
  /** The entry the answer rests on, then up to two that add something. */
  entries: readonly [Entry, ...Entry[]]
  facet: Facet
  lang: Lang
}>

/** One answer from the corpus alone: what was asked first, then what helps to act on it, then what it rests on. */
export function compose({ knowledge, entries, facet, lang }: Composing): readonly Block[] {
  const [main, ...more] = entries
  const citations = entries.map((entry, index) => cite(knowledge, entry, { n: index + 1, lang }))
  const also = more.map((entry, index) => quoted(entry.body.title[lang], lang) + `[${index + 2}]`)
  return [
    ...opening(main, facet, lang),
    ...body(main, facet, lang),
    ...(also.length === 0 ? [] : [{ kind: 'text' as const, text: wordsIn(lang).alsoSee(also) }]),
    { kind: 'citations', citations },
    ...elsewhere(main, knowledge, lang),
  ]
}

/** Where other frameworks ask for something related. */
function elsewhere(main: Entry, knowledge: Knowledge, lang: Lang): readonly Block[] {
  const links = knowledge.alsoIn(main.body.id).slice(0, MOST_LINKS)
  if (links.length === 0) return []
  const shown = links.map(({ body }) => ({
    framework: knowledge.document(body.source.document).framework,
    id: body.id,
    title: body.title[lang],
    relation: 'related',
  }))
  return [{ kind: 'related', links: shown }]
}

/** The sentence the answer rests on, with its mark; and why it matters, unless something else was asked for. */
function opening(main: Entry, facet: Facet, lang: Lang): readonly Block[] {
  const statement = `${statementOf(main)[lang]}[1]`
  const why = main.kind === 'clause' || main.kind === 'scs' ? main.body.why[lang] : undefined
  if (why === undefined) return [{ kind: 'text', text: statement }]
  switch (facet) {
    case 'why':
      return [
        { kind: 'text', text: why },
        { kind: 'text', text: statement },
      ]
    case 'overview':
    case 'what':
      return [
        { kind: 'text', text: statement },
        { kind: 'text', text: why },
      ]
    case 'need':
    case 'how':
    case 'often':
    case 'cost':
    case 'gist':
    case 'elsewhere':
    case 'evidence':
    case 'who':
      return [{ kind: 'text', text: statement }]
  }
}

function body(main: Entry, facet: Facet, lang: Lang): readonly Block[] {
  switch (main.kind) {
    case 'clause':
      return clauseBody(main.body, facet, lang)
    case 'page':
      return main.body.points.length === 0 ? [] : [points(main.body.points, lang)]
    case 'scs':
    case 'ipa':
      return [steps(main.body.start, facet, lang)]
  }
}

type Clause = Extract<Entry, { kind: 'clause' }>['body']

function clauseBody(clause: Clause, facet: Facet, lang: Lang): readonly Block[] {
  const words = wordsIn(lang)
  switch (facet) {
    case 'overview':
    case 'what':
    case 'why':
    case 'how':
    case 'need':
    case 'often':
    case 'cost':
    case 'gist':
    case 'elsewhere':
      return [steps(clause.start, facet, lang)]
    case 'evidence':
      return [list(words.evidence, clause.evidence, lang)]
    case 'who':
      return [whoDoesWhat(clause, lang)]
  }
}

function steps(start: readonly Bilingual[], facet: Facet, lang: Lang): Block {
  const words = wordsIn(lang)
  const shown = facet === 'how' ? start : start.slice(0, FEW_STEPS)
  return {
    kind: 'list',
    heading: facet === 'how' ? words.allSteps : words.firstSteps,
    items: shown.map((step) => step[lang]),
    ordered: true,
    own: true,
  }
}

const list = (heading: string, items: readonly Bilingual[], lang: Lang): Block => ({
  kind: 'list',
  heading,
  items: items.map((item) => item[lang]),
  ordered: false,
  own: true,
})

function points(items: readonly Bilingual[], lang: Lang): Block {
  return { kind: 'list', heading: '', items: items.map((item) => item[lang]), ordered: false, own: false }
}

function whoDoesWhat({ outsourced }: Clause, lang: Lang): Block {
  const words = wordsIn(lang)
  const says = (label: string, text: Bilingual): string => `${label}${COLON[lang]}${text[lang]}`
  return {
    kind: 'list',
    heading: words.whoDoes,
    items: [
      says(words.you, outsourced.you),
      says(words.vendor, outsourced.vendor),
      says(words.agree, outsourced.agree),
    ],
    ordered: false,
    own: true,
  }
}

/** What a word means, said by Shirube, before the entries it leads to. */
export const define = (term: Term, composing: Composing): readonly Block[] => [
  {
    kind: 'list',
    heading: wordsIn(composing.lang).meaning(term.term[composing.lang]),
    items: [term.means[composing.lang]],
    ordered: false,
    own: true,
  },
  ...compose(composing),
]

/** Two clauses side by side: what each asks, and how they differ where the corpus says so. */
export function compare({ knowledge, entries, lang }: Omit<Composing, 'facet'>): readonly Block[] {
  const [one, other] = entries
  const citations = entries.map((entry, index) => cite(knowledge, entry, { n: index + 1, lang }))
  const statements = entries.map(
    (entry, index) => `${quoted(entry.body.title[lang], lang)}[${index + 1}]${COLON[lang]}${statementOf(entry)[lang]}`,
  )
  const difference = other === undefined ? undefined : differenceOf(one, other, lang)
  const says =
    difference === undefined
      ? []
      : [`${quoted(difference.seenFrom.body.title[lang], lang)}${COLON[lang]}${difference.says}`]
  return [
    ...[...statements, ...says].map((text) => ({ kind: 'text' as const, text })),
    { kind: 'citations', citations },
  ]
}

const COLON: Readonly<Record<Lang, string>> = { ja: '：', en: ': ' }

const quoted = (title: string, lang: Lang): string => (lang === 'ja' ? `「${title}」` : `“${title}”`)
