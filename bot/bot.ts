import type { Lang } from '../corpus/schema.ts'
import { noClaim, showEntry } from './answering/answer.ts'
import { readFacet } from './answering/facet.ts'
import { toldIn } from './answering/follow-up/subject.ts'
import { guard } from './answering/guard.ts'
import { levelFor, withoutLevelWords } from './answering/level-asked.ts'
import { answerQuestion } from './answering/question.ts'
import { commandIn } from './commands.ts'
import type { Desk } from './desk.ts'
import type { ChatEvent, Level } from './event.ts'
import { takeFeedback, type Feedback } from './feedback.ts'
import { intentOf } from './intent.ts'
import { languageOf } from './language.ts'
import type { FindReader, Inbox, Knowledge, Likeness, Reader, Retriever } from './ports.ts'
import { isTooLong } from './question-length.ts'
import type { Reply } from './reply.ts'
import { share } from './share.ts'
import { askForLess, firstWords, smallTalk } from './small-talk.ts'
import { deskWordsIn } from './words/desk.ts'
import type { Wording } from './writing/wording.ts'

export type BotNeeds = Readonly<{
  knowledge: Knowledge
  retriever: Retriever
  likeness: Likeness
  /** What was said in a thread before, oldest first. */
  recall: Inbox['thread']
  /** Has the last word on how an answer reads, never on what it rests on. */
  word: Wording
  defaultLang: Lang
  /** Undefined where no firm's people are known. */
  findReader?: FindReader
  /** Undefined where nothing is kept. */
  feedback?: Feedback
  /** What belongs to firms; undefined where nothing of a firm is kept, as on the command line. */
  desk?: Desk
}>
export type Bot = (event: ChatEvent) => Promise<Reply>

/** Decides what to say to one event. Every reply passes the claims guard, whatever made it. */
export function createBot(needs: BotNeeds): Bot {
  return async (event) => {
    const reader = await readerOf(event, needs)
    const lang = reader.lang ?? languageFor(event, needs.defaultLang)
    const composed = await replyTo(event, { ...reader, lang }, needs)
    const worded = guard(await needs.word(composed, event), () => composed)
    return guard(worded, () => noClaim({ knowledge: needs.knowledge, lang }))
  }
}

/** What the person chose for this one thing goes before what they set for all; a press opens what is the firm's, which sees to it itself. */
async function readerOf(event: ChatEvent, { findReader }: BotNeeds): Promise<Reader> {
  const { speaker, lang } = event
  const reader = speaker === undefined || event.kind === 'press' ? undefined : await findReader?.(speaker)
  return { ...reader, ...(lang !== undefined && { lang }) }
}

/** The language of the question, or of what was pressed; where neither shows one, the deployment's. */
function languageFor(event: ChatEvent, defaultLang: Lang): Lang {
  const spoken = event.kind === 'message' ? languageOf(event.text) : event.shownIn
  return spoken ?? defaultLang
}

/** `reads`: for whom answers are worded where nothing else was asked for. */
type To = Readonly<{ lang: Lang; reads?: Level }>

function replyTo(event: ChatEvent, to: To, needs: BotNeeds): Reply | Promise<Reply> {
  switch (event.kind) {
    case 'choice':
      return showChosen(event, to, needs)
    case 'press':
      return pressed(event, to.lang, needs)
    case 'message':
      return answerMessage(event, to, needs)
  }
}

async function showChosen(event: Choice, { lang, reads }: To, needs: BotNeeds): Promise<Reply> {
  const level = levelFor(event, await needs.recall(event.thread), reads)
  return showEntry(event.entry, { knowledge: needs.knowledge, facet: 'overview', lang, level, told: [] })
}

function pressed(event: Press, lang: Lang, { desk, feedback, recall }: BotNeeds): Reply | Promise<Reply> {
  const { action, values } = event
  if (action.kind === 'feedback' || action.kind === 'feedback_reason')
    return takeFeedback({ event, action, values }, feedback)
  if (action.kind === 'share') return share({ event, action }, recall)
  return desk?.({ event, action, values, lang }) ?? noDesk(lang)
}

const noDesk = (lang: Lang): Reply => ({
  outcome: 'command',
  lang,
  blocks: [{ kind: 'notice', text: deskWordsIn(lang).notHere }],
  confidence: 1,
})

type Choice = Extract<ChatEvent, { kind: 'choice' }>
type Press = Extract<ChatEvent, { kind: 'press' }>
type Message = Extract<ChatEvent, { kind: 'message' }>

async function answerMessage(event: Message, { lang, reads }: To, needs: BotNeeds): Promise<Reply> {
  const { text, thread } = event
  if (isTooLong(text)) return askForLess(lang)
  const action = commandIn(text)
  if (action !== undefined) return needs.desk?.({ event, action, values: {}, lang }) ?? noDesk(lang)
  const intent = intentOf(text)
  if (intent === 'empty' || intent === 'help') return firstWords(intent, lang)
  if (intent !== 'question' && intent !== 'claim') return smallTalk(intent, lang)
  const turns = await needs.recall(thread)
  const question = withoutLevelWords(text)
  const { facet, topic } = readFacet(question)
  const level = levelFor(event, turns, reads)
  const asking = { knowledge: needs.knowledge, facet, lang, level, told: toldIn(turns) }
  const findings = await needs.retriever.find({ question, topic })
  const { retriever, likeness } = needs
  return answerQuestion(
    { text, question, topic, turns, findings, isClaim: intent === 'claim' },
    { ...asking, retriever, likeness },
  )
}
