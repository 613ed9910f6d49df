import { createHash } from 'node:crypto'
import type { Bot } from '../bot/bot.ts'
import { readFacet, type Facet } from '../bot/answering/facet.ts'
import type { Reply } from '../bot/reply.ts'
import { LANGS, type Lang } from '../corpus/schema.ts'
import { isInScope, saidBefore, type Case } from './cases.ts'
import { saidIn, type Said } from './sentences.ts'

/** An answer for a person to judge, sentence by sentence. */
export type Sampled = Readonly<{
  id: string
  lang: Lang
  facet: Facet
  /** What was said before it in its conversation. */
  before: readonly string[]
  q: string
  said: readonly Said[]
}>

/**
 * `size` answers, half of them in each language, as evenly over what was asked for (who, how, evidence …) as the cases allow.
 * The seed decides which.
 */
export async function sampleAnswers(
  answer: Bot,
  cases: readonly Case[],
  { size, seed }: Readonly<{ size: number; seed: string }>,
): Promise<readonly Sampled[]> {
  const sampled = await Promise.all(
    LANGS.map(async (lang) => answersTo(answer, inTurn(cases, lang, seed), Math.round(size / LANGS.length))),
  )
  return sampled.flat()
}

type Asked = Readonly<Case & { facet: Facet; before: readonly string[] }>

async function answersTo(answer: Bot, cases: readonly Asked[], wanted: number): Promise<readonly Sampled[]> {
  const sampled: Sampled[] = []
  for (const { id, lang, facet, before, q } of cases) {
    if (sampled.length === wanted) break
    const reply = await lastReply(answer, `sample ${id}`, [...before, q])
    if (reply?.outcome === 'answered' && reply.lang === lang)
      sampled.push({ id, lang, facet, before, q, said: saidIn(reply) })
  }
  return sampled
}

async function lastReply(answer: Bot, thread: string, texts: readonly string[]): Promise<Reply | undefined> {
  let last: Reply | undefined
  for (const [at, text] of texts.entries())
    last = await answer({ kind: 'message', id: `${thread} ${String(at)}`, thread, text })
  return last
}

/** One of each facet, then one of each again, until there are none. */
function inTurn(cases: readonly Case[], lang: Lang, seed: string): readonly Asked[] {
  const order = ({ id }: Case): string => createHash('sha256').update(`${seed} ${id}`).digest('hex')
  const asked = cases
    .filter((one) => isInScope(one) && one.lang === lang)
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map((one): Asked => ({ ...one, facet: readFacet(one.q).facet, before: saidBefore(one, cases) }))
  const byFacet = [...Map.groupBy(asked, ({ facet }) => facet).values()]
  const longest = Math.max(0, ...byFacet.map((group) => group.length))
  return Array.from({ length: longest }, (_, at) => byFacet.flatMap((group) => group[at] ?? [])).flat()
}
