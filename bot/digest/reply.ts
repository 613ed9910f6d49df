import type { Lang } from '../../corpus/schema.ts'
import { guard } from '../answering/guard.ts'
import { dayWords } from '../checklist/cards/dates.ts'
import { buttons, heading, main, plain, text } from '../firms/card.ts'
import type { Block, Reply } from '../reply.ts'
import { digestWordsIn } from '../words/digest.ts'
import { monthWords } from './calendar/words.ts'
import { decideButton } from './decide.ts'
import type { Digest } from './digest.ts'
import { decisionFacts, factsOf } from './facts.ts'

/** A digest as its reader gets it: one screen, the same numbers on every platform. Passes the claims guard, like every reply. */
export function digestReply(digest: Digest, lang: Lang): Reply {
  const numbers: readonly Block[] = [heading(titleOf(digest, lang)), { kind: 'facts', facts: factsOf(digest, lang) }]
  return guard(replyOf([...numbers, ...endOf(digest, lang)], lang), () => replyOf(numbers, lang))
}

/** All that a quiet week says, where the firm wants a line. */
export function quietReply({ now: { inPlace: n, applicable: of } }: Digest, lang: Lang): Reply {
  return replyOf([text(digestWordsIn(lang).quietWeek({ n, of, change: undefined }))], lang)
}

const replyOf = (blocks: readonly Block[], lang: Lang): Reply => ({
  outcome: 'command',
  lang,
  blocks,
  confidence: 1,
  audience: 'speaker',
  shows: 'digest',
})

export function titleOf({ kind, period, today }: Digest, lang: Lang): string {
  const { title } = digestWordsIn(lang)
  return kind === 'week' ? title.week(dayWords(today, lang)) : title.month(monthWords(period, lang))
}

function endOf({ kind, decision }: Digest, lang: Lang): readonly Block[] {
  const words = digestWordsIn(lang)
  const settings = plain(words.settings, { kind: 'settings' })
  if (kind === 'month') return [buttons('', [main(words.print, { kind: 'papers' }), settings])]
  if (decision === undefined) return [buttons('', [settings])]
  const { id } = decision
  return [
    { kind: 'facts', facts: decisionFacts(decision, lang) },
    buttons('', [
      { ...decideButton(id, 'owner', lang), tone: 'main' },
      decideButton(id, 'due', lang),
      plain(words.putOff, { kind: 'put_off', item: id }),
      settings,
    ]),
  ]
}
