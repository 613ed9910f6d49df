import type { Knowledge } from '../../bot/ports.ts'
import { choicesOf, citationsOf, type Block, type Citation, type Reply } from '../../bot/reply.ts'
import { entryIn } from './composed.ts'

/** What docs/contracts.md promises of every reply and this one breaks, one sentence each; nothing when all is well. */
export function brokenPromises(reply: Reply, knowledge: Knowledge): readonly string[] {
  return [
    ...shapeOf(reply, knowledge),
    ...citationsOf(reply).flatMap((citation) => wrongIn(citation, reply, knowledge)),
    ...(textsOf(reply).some((text) => text.trim() === '') ? ['says nothing in a text'] : []),
    ...(reply.confidence >= 0 && reply.confidence <= 1 ? [] : [`confidence ${reply.confidence}`]),
    ...(reply.blocks.length === 0 ? ['says nothing at all'] : []),
  ]
}

/** Everything in the reply's texts and lists that reads as a mark, in order. */
export const marksIn = (reply: Reply): readonly number[] =>
  [
    ...reply.blocks
      .flatMap(wordsOf)
      .join('\n')
      .matchAll(/\[(\d+)\]/gu),
  ].map(([, n]) => Number(n))

export const textsOf = (reply: Reply): readonly string[] =>
  reply.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []))

/** All that a person reads, but for what is quoted from the corpus in a citation. */
export function wordsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
    case 'notice':
      return [block.text]
    case 'list':
      return [block.heading, ...block.items]
    case 'choices':
      return [block.prompt, ...block.choices.map(({ label }) => label)]
    case 'suggestions':
      return [block.prompt, ...block.questions]
    case 'related':
      return block.links.map(({ title }) => title)
    case 'citations':
      return []
  }
}

function shapeOf(reply: Reply, knowledge: Knowledge): readonly string[] {
  const cited = citationsOf(reply).map(({ id }) => id)
  const chosen = choicesOf(reply).map(({ id }) => id)
  const isClause = (id: string): boolean => entryIn(knowledge, id).kind === 'clause'
  switch (reply.outcome) {
    case 'answered':
      return [
        ...unless(cited.length >= 1 && cited.length <= 3, `an answer with ${cited.length} citations`),
        ...unless(chosen.length === 0, 'an answer with choices'),
        ...marksMatch(reply),
      ]
    case 'ask_back':
      return [
        ...unless(cited.length >= 2 && cited.length <= 3, `a question back with ${cited.length} citations`),
        ...unless(cited.join() === chosen.join(), `cites ${cited.join()} but offers ${chosen.join()}`),
        ...unless(marksIn(reply).length === 0, 'a question back with marks'),
      ]
    case 'no_claim':
      return [
        ...unless(!cited.some(isClause), 'a refused claim that cites a clause'),
        ...unless(chosen.length === 0, 'a refused claim with choices'),
        ...marksMatch(reply),
      ]
    case 'not_covered':
    case 'smalltalk':
    case 'command':
    case 'no_such_clause':
      return unless(cited.length === 0 && marksIn(reply).length === 0, `${reply.outcome} with citations or marks`)
    case 'incident':
    case 'error':
      return [`nothing here should end in ${reply.outcome}`]
  }
}

/** Marks and citations are one to one, and numbered from 1 in the order of the citations. */
function marksMatch(reply: Reply): readonly string[] {
  const cited = citationsOf(reply)
  const numbers = cited.map(({ n }) => n)
  return [
    ...unless(
      marksIn(reply).toSorted().join() === numbers.join(),
      `marks ${marksIn(reply).join()} for ${numbers.join()}`,
    ),
    ...unless(numbers.join() === cited.map((_, index) => index + 1).join(), `citations numbered ${numbers.join()}`),
    ...unless(new Set(cited.map(({ id }) => id)).size === cited.length, 'cites the same entry twice'),
  ]
}

/** A citation is the corpus's own: what the source says, never Shirube's advice. */
function wrongIn(citation: Citation, reply: Reply, knowledge: Knowledge): readonly string[] {
  const { id, n } = citation
  const entry = entryIn(knowledge, id)
  const document = knowledge.document(entry.body.source.document)
  const statement = entry.kind === 'page' ? entry.body.summary : entry.body.asks
  const expected: Citation = {
    n,
    id,
    framework: document.framework,
    edition: document.edition,
    title: entry.body.title[reply.lang],
    document: document.title[reply.lang],
    wording: entry.body.source.wording,
    basis: entry.body.source.basis,
    quote: statement[reply.lang],
    url: document.url[reply.lang],
  }
  const advice = reply.blocks.flatMap((block) => (block.kind === 'list' && block.own ? block.items : []))
  return [
    ...unless(JSON.stringify(citation) === JSON.stringify(expected), `the citation of ${id} is not the corpus's`),
    ...unless(!advice.some((item) => citation.quote.includes(item)), `${id} quotes Shirube's own advice`),
  ]
}

const unless = (holds: boolean, otherwise: string): readonly string[] => (holds ? [] : [otherwise])
