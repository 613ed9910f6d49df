import type { ChatEvent } from '../event.ts'
import type { Inbox, Knowledge, Turn } from '../ports.ts'
import type { Block, Reply } from '../reply.ts'
import { wordsIn } from '../words/words.ts'
import { passagesOf, type Ground } from './passages.ts'
import type { Sentence, Writer, Writing } from './ports.ts'
import { problemsIn } from './problems.ts'

/** Gives a composed reply other words, or gives it back as it is. Never rejects, never changes what it rests on. */
export type Wording = (composed: Reply, event: ChatEvent) => Promise<Reply>

export const asComposed: Wording = (composed) => Promise.resolve(composed)

export type WordingNeeds = Readonly<{
  writer: Writer
  knowledge: Knowledge
  recall: Inbox['thread']
  /** Told why a composed answer was sent after all. */
  note: (reason: string) => void
}>

/**
 * Has a writer word the opening of an answer. Steps, evidence and citations stay as they were composed, and so does the whole
 * answer where no sentence may be sent: writers are never trusted, their sentences are checked here once more.
 */
export function createWording({ writer, knowledge, recall, note }: WordingNeeds): Wording {
  return async (composed, event) => {
    const { lang } = composed
    const grounds = canBeWorded(composed) && event.kind === 'message' ? passagesOf(composed, knowledge) : []
    if (grounds.length === 0 || event.kind !== 'message') return composed
    const check = (sentences: readonly Sentence[]): readonly string[] => problemsIn(sentences, grounds, lang)
    const history = (await recall(event.thread)).flatMap(asSaid).slice(-MOST_TURNS)
    const passages = grounds.map(({ n, id, about, text }) => ({ n, id, about, text }))
    const written = await writer.write({ question: event.text, lang, passages, history, check })
    if (written.kind === 'sentences' && check(written.sentences).length === 0)
      return worded(composed, written.sentences, grounds)
    note(
      written.kind === 'unusable' ? written.reason : 'The writer broke its promise to hand over checked sentences only',
    )
    return composed
  }
}

const MOST_TURNS = 4

/** An answer that opens with a list tells the meaning of a word, which the glossary says best itself. */
const canBeWorded = ({ outcome, blocks }: Reply): boolean => outcome === 'answered' && blocks[0]?.kind === 'text'

/** Questions that were answered from the corpus and are still known; what is said and shown of a firm's own affairs stays here. */
const asSaid = ({ event, reply }: Turn): Writing['history'] =>
  event.kind === 'message' && event.text !== '' && reply.outcome === 'answered'
    ? [
        {
          question: event.text,
          answer: reply.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])).join('\n'),
        },
      ]
    : []

function worded(composed: Reply, sentences: readonly Sentence[], grounds: readonly Ground[]): Reply {
  const { blocks, lang } = composed
  const opens = blocks.findIndex(({ kind }) => kind !== 'text')
  const said = blocksOf(sentences, grounds, composed)
  const label: Block = { kind: 'written_by_model', text: wordsIn(lang).writtenByModel }
  const marked = new Set(said.flatMap(marksIn))
  const kept = blocks.slice(0, opens).filter((block) => marksIn(block).some((mark) => !marked.has(mark)))
  return { ...composed, blocks: [...said, label, ...kept, ...blocks.slice(opens)] }
}

/** No answer goes out without what it rests on: a sentence whose mark the writer left out stays as it was composed. */
const marksIn = (block: Block): readonly string[] =>
  block.kind === 'text' ? (block.text.match(/\[\d+\]/gu) ?? []) : []

/** In the writer's order; what rests on Shirube's own advice is shown as that and never as the words of a framework. */
function blocksOf(sentences: readonly Sentence[], grounds: readonly Ground[], { lang }: Reply): readonly Block[] {
  const placed = sentences.map(({ text, cites }) => {
    const cited = grounds.filter(({ n }) => cites.includes(n))
    const marks = [...new Set(cited.map(({ mark }) => `[${mark}]`))].sort().join('')
    return cited.some(({ own }) => own) ? { own: true, text } : { own: false, text: `${text}${marks}` }
  })
  const blocks: Block[] = []
  for (const { own, text } of placed) {
    const last = blocks.at(-1)
    if (own && last?.kind === 'list') blocks[blocks.length - 1] = { ...last, items: [...last.items, text] }
    else if (own) blocks.push({ kind: 'list', heading: wordsIn(lang).suggestion, items: [text], ordered: false, own })
    else if (last?.kind === 'text') blocks[blocks.length - 1] = { ...last, text: `${last.text}${GAP[lang]}${text}` }
    else blocks.push({ kind: 'text', text })
  }
  return blocks
}

const GAP = { ja: '', en: ' ' } as const
