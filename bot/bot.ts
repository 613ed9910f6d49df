import type { Lang } from '../corpus/schema.ts'
import {
  answerFrom,
  askBack,
  defineTerm,
  entriesOf,
  explain,
  noClaim,
  noSuchClause,
  notCovered,
  showNamed,
  type Asking,
} from './answering/answer.ts'
import { readFacet, type Facet } from './answering/facet.ts'
import { readFollowUp } from './answering/follow-up.ts'
import { guard } from './answering/guard.ts'
import { commandIn } from './commands.ts'
import type { Desk } from './desk.ts'
import type { ChatEvent } from './event.ts'
import { intentOf } from './intent.ts'
import { languageOf } from './language.ts'
import type { Entry, Findings, Inbox, Knowledge, Retriever } from './ports.ts'
import type { Reply } from './reply.ts'
import { firstWords, smallTalk } from './small-talk.ts'
import { deskWordsIn } from './words/desk.ts'

export type BotNeeds = Readonly<{
  knowledge: Knowledge
  retriever: Retriever
  /** What was said in a thread before, oldest first. */
  recall: Inbox['thread']
  defaultLang: Lang
  /** What belongs to firms; undefined where nothing of a firm is kept, as on the command line. */
  desk?: Desk
}>
export type Bot = (event: ChatEvent) => Promise<Reply>

/** Decides what to say to one event. Every reply passes the claims guard, whatever made it. */
export function createBot(needs: BotNeeds): Bot {
  return async (event) => {
    const lang = languageFor(event, needs.defaultLang)
    const reply = await replyTo(event, lang, needs)
    return guard(reply, () => noClaim({ knowledge: needs.knowledge, facet: 'overview', lang }))
  }
}

function replyTo(event: ChatEvent, lang: Lang, needs: BotNeeds): Reply | Promise<Reply> {
  switch (event.kind) {
    case 'choice':
      return showEntry(event.entry, needs, { facet: 'overview', lang })
    case 'press':
      return needs.desk?.({ event, action: event.action, values: event.values, lang }) ?? noDesk(lang)
    case 'message':
      return answerMessage(event, lang, needs)
  }
}

const noDesk = (lang: Lang): Reply => ({
  outcome: 'command',
  lang,
  blocks: [{ kind: 'notice', text: deskWordsIn(lang).notHere }],
  confidence: 1,
})

/** The language the person chose; else the question's own; where it shows none, the deployment's. */
function languageFor(event: ChatEvent, defaultLang: Lang): Lang {
  const spoken = event.kind === 'message' ? languageOf(event.text) : undefined
  return event.lang ?? spoken ?? defaultLang
}

type Message = Extract<ChatEvent, { kind: 'message' }>

async function answerMessage(event: Message, lang: Lang, needs: BotNeeds): Promise<Reply> {
  const { text, thread } = event
  const action = commandIn(text)
  if (action !== undefined) return needs.desk?.({ event, action, values: {}, lang }) ?? noDesk(lang)
  const intent = intentOf(text)
  if (intent === 'empty' || intent === 'help') return firstWords(intent, lang)
  const { facet, topic } = readFacet(text)
  const asking = { knowledge: needs.knowledge, facet, lang }
  if (intent !== 'question' && intent !== 'claim') return smallTalk(intent, lang)
  const findings = await needs.retriever.find({ question: text, topic })
  const named = showSpelt(findings, asking)
  if (named !== undefined) return named
  if (intent === 'claim') return noClaim(asking)
  const alone = (): Reply => meaningOf(text, topic, asking) ?? byVerdict(findings, asking)
  return inContext({ text, thread }, asking, { needs, alone })
}

type Otherwise = Readonly<{ needs: BotNeeds; alone: () => Reply }>

/** Reads a message as a follow-up where the thread makes it one. */
async function inContext(
  { text, thread }: Pick<Message, 'text' | 'thread'>,
  asking: Asking,
  otherwise: Otherwise,
): Promise<Reply> {
  const { needs, alone } = otherwise
  const followUp = readFollowUp(text, (await needs.recall(thread)).at(-1))
  if (followUp?.kind === 'entry')
    return showEntry(followUp.id, needs, { ...followUp, lang: followUp.lang ?? asking.lang })
  return followUp === undefined ? alone() : answerTogether(followUp, asking, otherwise)
}

/** Ids that a text spells out are shown, or said not to exist, whatever else it says. */
function showSpelt({ named, unknown }: Findings, asking: Asking): Reply | undefined {
  if (unknown.length > 0) return noSuchClause(unknown, asking)
  const entries = entriesOf(named, asking.knowledge)
  return isSome(entries) ? showNamed(entries, asking) : undefined
}

type Leaning = Readonly<{ question: string; before: string }>

/** A message that leans on the one before it is looked for together with it, and by itself where that finds nothing. */
async function answerTogether(
  { question, before }: Leaning,
  asking: Asking,
  { needs, alone }: Otherwise,
): Promise<Reply> {
  const together = byVerdict(await needs.retriever.find({ question, topic: question, before }), asking)
  if (together.outcome === 'answered') return together
  const byItself = alone()
  return byItself.outcome === 'not_covered' ? together : byItself
}

/** "What is a VPN?" and a bare "VPN" are answered from the glossary first. */
function meaningOf(text: string, topic: string, asking: Asking): Reply | undefined {
  const isMeaning = asking.facet === 'what' || asking.facet === 'overview'
  const bare = topic.replace(/^(?:an?|the)\s+/iu, '')
  const term = asking.knowledge.term(text) ?? (isMeaning ? asking.knowledge.term(bare) : undefined)
  return term === undefined ? undefined : defineTerm(term, { ...asking, facet: 'overview' })
}

function byVerdict(findings: Findings, asking: Asking): Reply {
  switch (findings.verdict) {
    case 'covered':
      return answerFrom(findings, asking)
    case 'close':
      return askBack(findings, asking)
    case 'uncovered':
      return notCovered(findings, asking)
    case 'smalltalk':
      return smallTalk('chatter', asking.lang)
    case 'claim':
      return noClaim(asking)
  }
}

type Showing = Readonly<{ facet: Facet; lang: Lang }>

function showEntry(id: string, { knowledge }: BotNeeds, { facet, lang }: Showing): Reply {
  const entry = knowledge.entry(id)
  const asking = { knowledge, facet, lang }
  return entry === undefined ? noSuchClause([id], asking) : explain([entry], { ...asking, confidence: 1 })
}

const isSome = (entries: readonly Entry[]): entries is readonly [Entry, ...Entry[]] => entries.length > 0
