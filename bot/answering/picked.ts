import type { Reply } from '../reply.ts'
import { entriesOf, isSome, noneOfThese, showEntry, showNamed, type Asking } from './answer.ts'
import type { FollowUp } from './follow-up/follow-up.ts'
import type { Around, Said } from './said.ts'

/** What was picked from a list; alone where it picks nothing that was on it. */
export function showPicked(
  { pick, listed }: Extract<FollowUp, { kind: 'pick' }>,
  { findings, turns }: Said,
  { retriever, alone, ...asking }: Asking & Around,
): Reply | Promise<Reply> {
  switch (pick.kind) {
    case 'place': {
      const id = pick.at === 'last' ? listed.at(-1) : listed[pick.at]
      return id === undefined ? alone() : showEntry(id, asking)
    }
    case 'all': {
      const entries = entriesOf(listed, asking.knowledge)
      return isSome(entries) ? showNamed(entries, asking) : alone()
    }
    case 'none':
      return otherThan(listed, turns, { ...asking, retriever })
    case 'about': {
      const likest = findings.hits.find(({ id }) => listed.includes(id))
      return likest === undefined ? alone() : showEntry(likest.id, asking)
    }
  }
}

/** None of what was offered: the next nearest topics, and a wish for other words. */
async function otherThan(
  listed: readonly string[],
  turns: Said['turns'],
  { retriever, ...asking }: Asking & Pick<Around, 'retriever'>,
): Promise<Reply> {
  const event = turns.at(-1)?.event
  const question = event?.kind === 'message' ? event.text : ''
  const found = await retriever.find({ question, topic: question })
  const hits = found.hits.filter(({ id }) => !listed.includes(id))
  return noneOfThese({ ...found, hits }, asking)
}
