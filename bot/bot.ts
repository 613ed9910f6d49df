import type { Lang } from '../corpus/schema.ts'
import {
  answerFrom,
  askBack,
  defineTerm,
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
import type { ChatEvent } from './event.ts'
import { intentOf } from './intent.ts'
import { languageOf } from './language.ts'
import type { Entry, Findings, Inbox, Knowledge, Retriever, Wanted } from './ports.ts'
import type { Reply } from './reply.ts'
import { firstWords, smallTalk } from './small-talk.ts'

export type BotNeeds = Readonly<{
  knowledge: Knowledge
  retriever: Retriever
  /** What was said in a thread before, oldest first. */
  recall: Inbox['thread']
  defaultLang: Lang
}>
export type Bot = (event: ChatEvent) => Promise<Reply>

/** Decides what to say to one event. Every reply passes the claims guard, whatever made it. */
export function createBot(needs: BotNeeds): Bot {
  return async (event) => {
    const lang = languageFor(event, needs.defaultLang)
    const reply =
      event.kind === 'choice'
        ? showEntry(event.entry, needs, { facet: 'overview', lang })
        : await answerMessage(event, lang, needs)
    return guard(reply, () => noClaim({ knowledge: needs.knowledge, facet: 'overview', lang }))
  }
}

/** The language the person chose; else the question's own; where it shows none, the deployment's. */
function languageFor(event: ChatEvent, defaultLang: Lang): Lang {
  const spoken = event.kind === 'message' ? languageOf(event.text) : undefined
  return event.lang ?? spoken ?? defaultLang
}

type Message = Extract<ChatEvent, { kind: 'message' }>

async function answerMessage({ text, thread }: Message, lang: Lang, needs: BotNeeds): Promise<Reply> {
  const intent = intentOf(text)
  if (intent === 'empty' || intent === 'help') return firstWords(intent, lang)
  const followUp = readFollowUp(text, (await needs.recall(thread)).at(-1))
  if (followUp?.kind === 'entry') return showEntry(followUp.id, needs, { ...followUp, lang: followUp.lang ?? lang })
  const alone = { said: text, wanted: { question: text, topic: readFacet(text).topic } }
  if (followUp === undefined) return answerText(alone, lang, needs)
  const { question, before } = followUp
  const together = await answerText({ said: text, wanted: { question, topic: question, before } }, lang, needs)
  if (together.outcome === 'answered') return together
  const byItself = await answerText(alone, lang, needs)
  return byItself.outcome === 'not_covered' ? together : byItself
}

/** What the person said last, and what is looked for because of it. */
type Asked = Readonly<{ said: string; wanted: Wanted }>

async function answerText({ said, wanted }: Asked, lang: Lang, { knowledge, retriever }: BotNeeds): Promise<Reply> {
  const asking = { knowledge, facet: readFacet(said).facet, lang }
  const findings = await retriever.find(wanted)
  if (findings.unknown.length > 0) return noSuchClause(findings.unknown, asking)
  const named = findings.named.map((id) => knowledge.entry(id)).filter((entry) => entry !== undefined)
  if (isSome(named)) return showNamed(named, asking)
  return withoutLookingUp(said, asking) ?? meaningOf(wanted.topic, asking) ?? byVerdict(findings, asking)
}

/** Small talk and wishes to be called certified, where their words alone show it. */
function withoutLookingUp(text: string, asking: Asking): Reply | undefined {
  const intent = intentOf(text)
  if (intent === 'question' || intent === 'empty' || intent === 'help') return undefined
  return intent === 'claim' ? noClaim(asking) : smallTalk(intent, asking.lang)
}

/** "What is a VPN?" and a bare "VPN" are answered from the glossary first. */
function meaningOf(topic: string, asking: Asking): Reply | undefined {
  if (asking.facet !== 'what' && asking.facet !== 'overview') return undefined
  const term = asking.knowledge.term(topic)
  return term === undefined ? undefined : defineTerm(term, asking)
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
