import { card, notice } from '../firms/card.ts'
import type { Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import { sendWordsIn } from '../words/digest-send.ts'
import { digestReply } from './reply.ts'

/** A week's digest as it was told, from the record: that of a period, or the one before now. */
export async function showLast(period: string | undefined, visit: Visit): Promise<Reply> {
  const { letters, firm, member, lang, now } = visit
  const words = sendWordsIn(lang)
  const which = period ?? (await letters.archive.latest(firm.id, 'week', now))?.period
  const told =
    which === undefined
      ? undefined
      : await letters.archive.told({ firm: firm.id, kind: 'week', period: which, recipient: member.id })
  if (told?.data.kind !== 'week') return card(visit, 'last_digest', [notice(words.nothingTold(which))])
  const { blocks, ...reply } = digestReply(told.data, lang)
  return { ...reply, shows: 'last_digest', blocks: [notice(words.asTold), ...blocks, notice(words.hash(told.hash))] }
}
