import { plainText } from '../plain-text.ts'
import type { Findings } from '../ports.ts'
import type { Reply } from '../reply.ts'
import { smallTalk } from '../small-talk.ts'
import { answerFrom, askAboutWhat, askBack, defineTerm, noClaim, notCovered, type Asking } from './answer.ts'
import { ASPECTS } from './facet.ts'
import { countNewWords } from './follow-up/new-words.ts'

/** Answers a message by itself, whatever was said before. */
export const answerAlone = (
  question: Readonly<{ text: string; topic: string }>,
  findings: Findings,
  asking: Asking,
): Reply => meaningOf(question, asking) ?? nothingNamed(question.text, findings, asking) ?? byVerdict(findings, asking)

/** "What is a VPN?" and a bare "VPN" are answered from the glossary first. */
function meaningOf({ text, topic }: Readonly<{ text: string; topic: string }>, asking: Asking): Reply | undefined {
  const isMeaning = asking.facet === 'what' || asking.facet === 'overview'
  const bare = topic.replace(/^(?:an?|the)\s+/iu, '')
  const term = asking.knowledge.term(text) ?? (isMeaning ? asking.knowledge.term(bare) : undefined)
  return term === undefined ? undefined : defineTerm(term, { ...asking, facet: 'overview' })
}

/** "How often?", 「お金は？」 with nothing said before: asks on about nothing, though some entry speaks of money. */
function nothingNamed(text: string, findings: Findings, asking: Asking): Reply | undefined {
  const isFound = findings.verdict === 'covered' && !ASPECTS.has(asking.facet)
  const isQuestion = findings.verdict !== 'smalltalk' && findings.verdict !== 'claim'
  return isQuestion && !isFound && countNewWords(plainText(text)) === 0 ? askAboutWhat(findings, asking) : undefined
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
