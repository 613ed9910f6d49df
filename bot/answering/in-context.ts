import type { Reply } from '../reply.ts'
import { answerFrom, askBack, entriesOf, explain, isSome, showEntry, type Asking } from './answer.ts'
import { showElsewhere } from './elsewhere.ts'
import { readFollowUp, type FollowUp } from './follow-up/follow-up.ts'
import { leanOf } from './follow-up/lean.ts'
import { showPicked } from './picked.ts'
import type { Around, Said } from './said.ts'

/** Answers a message as a part of its conversation: a follow-up where it is one, and alone where it isn't. */
export function answerInContext(said: Said, asking: Asking, around: Around): Reply | Promise<Reply> {
  const followUp = readFollowUp(said.text, said.turns)
  switch (followUp.kind) {
    case 'new':
      return around.alone()
    case 'pick':
      return showPicked(followUp, said, { ...asking, ...around })
    case 'on':
      return showEntry(followUp.subject.main, {
        ...asking,
        facet: followUp.facet,
        lang: followUp.lang ?? asking.lang,
      })
    case 'elsewhere':
      return showElsewhere(followUp.subject.main, said.text, asking)
    case 'leaning':
      return answerLeaning(followUp, said, { ...asking, ...around })
    case 'instead':
      return answerInstead(followUp, asking, around)
  }
}

/** Names this many things, and the corpus is less sure than this to cover them: about something else altogether. */
const STRANGE = [
  { newWords: 3, coverage: 0.1 },
  { newWords: 2, coverage: 0.03 },
]

function answerLeaning(
  { subject, newWords, isAboutMeans }: Extract<FollowUp, { kind: 'leaning' }>,
  { findings }: Said,
  { alone, ...asking }: Asking & Around,
): Reply {
  if (STRANGE.some((strange) => newWords >= strange.newWords && findings.coverage < strange.coverage)) return alone()
  const isLinked = (one: string, other: string): boolean =>
    [one, other].some((id) => asking.knowledge.entry(id)?.body.related.includes(id === one ? other : one))
  const lean = leanOf({ subject, hits: findings.hits, newWords, isAboutMeans, isLinked })
  if (lean.kind === 'move' && !lean.isNear && findings.verdict !== 'uncovered') return alone()
  const ids = [
    lean.kind === 'move' && lean.isNear ? lean.to : subject.main,
    ...(lean.beside === undefined ? [] : [lean.beside]),
  ]
  const entries = entriesOf(ids, asking.knowledge)
  return isSome(entries) ? explain(entries, { ...asking, confidence: 1 }) : alone()
}

/** What was meant is looked for together with the question before; what was understood first is out of it. */
async function answerInstead(
  { subject, said }: Extract<FollowUp, { kind: 'instead' }>,
  asking: Asking,
  { retriever }: Around,
): Promise<Reply> {
  const question = `${subject.question}\n${said}`
  const found = await retriever.find({ question, topic: said })
  const hits = found.hits.filter(({ id }) => id !== subject.main)
  return found.verdict === 'covered' ? answerFrom({ ...found, hits }, asking) : askBack({ ...found, hits }, asking)
}
