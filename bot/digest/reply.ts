import type { Lang } from '../../corpus/schema.ts'
import { dayWords } from '../checklist/cards/dates.ts'
import type { Block, Reply } from '../reply.ts'
import { checklistWordsIn } from '../words/checklist/words.ts'
import { digestWordsIn } from '../words/digest.ts'
import type { Decision, Digest } from './digest.ts'
import { factsOf } from './facts.ts'

/** A digest as its reader gets it: one screen, the same numbers on every platform. */
export const digestReply = (digest: Digest, lang: Lang): Reply => ({
  outcome: 'command',
  lang,
  confidence: 1,
  audience: 'speaker',
  shows: 'digest',
  blocks: [
    { kind: 'heading', text: titleOf(digest, lang) },
    { kind: 'facts', facts: factsOf(digest, lang) },
    ...(digest.decision === undefined ? [] : decisionBlocks(digest.decision, lang)),
  ],
})

/** What a quiet week has where the firm wants a line. */
export const quietReply = (digest: Digest, lang: Lang): Reply => {
  const { inPlace: n, applicable: of } = digest.now
  const text = digestWordsIn(lang).quietWeek({ n, of, change: 0 })
  return { outcome: 'command', lang, confidence: 1, audience: 'speaker', blocks: [{ kind: 'text', text }] }
}

const titleOf = ({ today }: Digest, lang: Lang): string => digestWordsIn(lang).weekTitle(dayWords(today, lang))

function decisionBlocks(decision: Decision, lang: Lang): readonly Block[] {
  const words = digestWordsIn(lang)
  const bands = checklistWordsIn(lang).bandsOf(decision.effort, decision.cost)
  const text = `${words.decision}\n${decision.question[lang]}\n${words.worth(decision.impact)}. ${bands}`
  const details = { kind: 'details', item: decision.id } as const
  return [
    { kind: 'text', text },
    { kind: 'buttons', prompt: '', buttons: [{ label: words.assign, action: details, tone: 'main' }] },
  ]
}
