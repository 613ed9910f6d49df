import type { Reply } from '../reply.ts'
import { answerFrom, askBack, entriesOf, notCovered, explain, isSome, showEntry, type Asking } from './answer.ts'
import { showElsewhere } from './elsewhere.ts'
import { readFollowUp, type FollowUp } from './follow-up/follow-up.ts'
import { likeliest } from './follow-up/likeliest.ts'
import { weighedFor } from './follow-up/weighed.ts'
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
      return showEntry(followUp.subject.main, { ...asking, facet: followUp.facet, goesOn: said.text })
    case 'again':
      return showEntry(followUp.subject.main, {
        ...asking,
        facet: followUp.facet,
        lang: followUp.lang ?? asking.lang,
      })
    case 'elsewhere':
      return showElsewhere(followUp.subject.main, said.text, asking)
    case 'open':
      return answerOpen(followUp, said, { ...asking, ...around })
    case 'added':
      return answerAdded(followUp, said, { ...asking, ...around })
    case 'instead':
      return answerInstead(followUp, asking, around)
  }
}

/** Names this many things, and the corpus is less sure than this to cover them: about something else altogether. */
const STRANGE = [
  { newWords: 3, coverage: 0.2 },
  { newWords: 2, coverage: 0.06 },
  { newWords: 1, coverage: 0.01 },
]

async function answerOpen(
  open: Extract<FollowUp, { kind: 'open' }>,
  said: Said,
  { alone, ...asking }: Asking & Around,
): Promise<Reply> {
  const { coverage, hits } = said.findings
  if (STRANGE.some((strange) => open.newWords >= strange.newWords && coverage < strange.coverage)) return alone()
  const meant = likeliest(await weighedFor(open, said, asking))
  if (meant === undefined || (!meant.isNear && meant.id === hits[0]?.id)) return alone()
  const entries = entriesOf([meant.id, ...(meant.beside === undefined ? [] : [meant.beside])], asking.knowledge)
  return isSome(entries) ? explain(entries, { ...asking, goesOn: said.text, confidence: 1 }) : alone()
}

/** What was refused may be clear now that more was said of it; a question that is clear by itself is a new one. */
async function answerAdded(
  { question, goesOn }: Extract<FollowUp, { kind: 'added' }>,
  { text, findings }: Said,
  { alone, retriever, ...asking }: Asking & Around,
): Promise<Reply> {
  if (findings.verdict !== 'uncovered' && !goesOn) return alone()
  const found = await retriever.find({ question: `${question}\n${text}`, topic: `${question}\n${text}` })
  if (found.verdict === 'covered') return answerFrom(found, asking)
  return goesOn ? notCovered(found, asking) : alone()
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
