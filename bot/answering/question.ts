import { withFirstAid } from '../incident/first-aid.ts'
import { happeningIn, type Incident } from '../incident/happening.ts'
import type { Findings, Likeness, Retriever } from '../ports.ts'
import type { Reply } from '../reply.ts'
import { answerAlone } from './alone.ts'
import { entriesOf, isSome, noClaim, noSuchClause, showEntry, showNamed, type Asking } from './answer.ts'
import { showComparison } from './comparison.ts'
import { showElsewhere } from './elsewhere.ts'
import { answerInContext } from './in-context.ts'
import type { Said } from './said.ts'
import { asksWhereToBegin, whereToBegin } from './where-to-begin.ts'

/** `question`: the text without the words that only say how it is to be answered. */
export type Question = Said & Readonly<{ question: string; topic: string; isClaim: boolean }>

/** What a question wants, in this order: clauses it spells out, a comparison, a claim, a follow-up, or an answer of its own. */
export async function answerQuestion(
  asked: Question,
  { retriever, likeness, ...asking }: Asking & { retriever: Retriever; likeness: Likeness },
): Promise<Reply> {
  const { question, topic, findings, isClaim } = asked
  if (findings.unknown.length > 0) return noSuchClause(findings.unknown, asking)
  const shown = (await showComparison(asked, { ...asking, retriever })) ?? showSpelt(question, findings, asking)
  if (shown !== undefined) return shown
  if (isClaim) return noClaim(asking)
  const incident = happeningIn(question)
  if (incident === undefined && asking.told.length === 0 && asksWhereToBegin(question)) return whereToBegin(asking)
  const alone = (): Reply => answerAlone({ text: question, topic }, findings, asking)
  const reply = await answerInContext(asked, asking, { retriever, likeness, alone })
  return incident === undefined ? reply : inIncident(incident, reply, asking)
}

/** What answers where the question itself finds nothing that helps: stopping the damage, or the duties after a leak. */
const RESTS_ON: Readonly<Record<Incident, string>> = {
  intrusion: 'CPS.MI-1',
  money: 'CPS.MI-1',
  misdirected: 'personal-data-leak',
  lost: 'personal-data-leak',
}

/** In an emergency nobody is asked which topic is meant. */
function inIncident(incident: Incident, found: Reply, asking: Asking): Reply {
  const helps = incident === 'intrusion' && found.outcome === 'answered'
  const reply = helps ? found : showEntry(RESTS_ON[incident], { ...asking, facet: 'overview' })
  return withFirstAid(incident, reply, asking.knowledge)
}

/** Ids that a text spells out are shown, whatever else it says. */
function showSpelt(text: string, { named }: Findings, asking: Asking): Reply | undefined {
  const entries = entriesOf(named, asking.knowledge)
  if (!isSome(entries)) return undefined
  return entries.length === 1 && asking.facet === 'elsewhere'
    ? showElsewhere(entries[0].body.id, text, asking)
    : showNamed(entries, asking)
}
