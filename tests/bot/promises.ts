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
    case 'heading':
    case 'written_by_model':
      return [block.text]
    case 'list':
      return [block.heading, ...block.items]
    case 'choices':
      return [block.prompt, ...block.choices.map(({ label }) => label)]
    case 'suggestions':
      return [block.prompt, ...block.questions]
    case 'related':
      return block.links.map(({ title }) => title)
    case 'facts':
      return block.facts.flatMap(({ label, value }) => [label, value])
    case 'buttons':
      return [block.prompt, ...block.buttons.map(({ label }) => label)]
    case 'form':
      return [block.form.title, block.form.intro, ...block.form.fields.map(({ label }) => label)]
    case 'link':
      return [block.label]
    case 'citations':
    case 'progress':
      return []
  }
}

function shapeOf(reply: Reply, knowledge: Knowledge): readonly string[] {
  switch (reply.outcome) {
    case 'answered':
      return [...countedBetween(reply, 1), ...withoutChoices(reply), ...marksMatch(reply)]
    case 'ask_back':
      return [...countedBetween(reply, 2), ...offersWhatItCites(reply)]
    case 'no_claim':
      return [...citesNoClause(reply, knowledge), ...withoutChoices(reply), ...marksMatch(reply)]
    case 'not_covered':
    case 'smalltalk':
    case 'command':
    case 'no_such_clause':
      return [...unless(citationsOf(reply).length === 0, `${reply.outcome} with citations`), ...withoutMarks(reply)]
    case 'incident':
      return []
    case 'error':
      return ['nothing here should end in an error']
  }
}

const countedBetween = (reply: Reply, fewest: number): readonly string[] => {
  const count = citationsOf(reply).length
  return unless(count >= fewest && count <= 3, `${reply.outcome} with ${count} citations`)
}

const withoutChoices = (reply: Reply): readonly string[] =>
  unless(choicesOf(reply).length === 0, `${reply.outcome} with choices`)

const withoutMarks = (reply: Reply): readonly string[] =>
  unless(marksIn(reply).length === 0, `${reply.outcome} with marks`)

function offersWhatItCites(reply: Reply): readonly string[] {
  const [cited, offered] = [citationsOf(reply), choicesOf(reply)].map((all) => all.map(({ id }) => id).join())
  return [...unless(cited === offered, `cites ${cited} but offers ${offered}`), ...withoutMarks(reply)]
}

const citesNoClause = (reply: Reply, knowledge: Knowledge): readonly string[] =>
  citationsOf(reply).flatMap(({ id }) =>
    unless(entryIn(knowledge, id).kind !== 'clause', `a refused claim that cites the clause ${id}`),
  )

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
