import { createHash } from 'node:crypto'
import type { Bot } from '../bot/bot.ts'
import { readFacet, type Facet } from '../bot/answering/facet.ts'
import { LANGS, type Lang } from '../corpus/schema.ts'
import { isInScope, type Case } from './cases.ts'
import { saidIn, type Said } from './sentences.ts'

/** An answer for a person to judge, sentence by sentence. */
export type Sampled = Readonly<{ id: string; lang: Lang; facet: Facet; q: string; said: readonly Said[] }>

/**
 * `size` answers, half of them in each language, as evenly over what was asked for (who, how, evidence …) as the cases allow.
 * The seed decides which. Conversations are left out: their answers can't be judged without what came before.
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

async function answersTo(answer: Bot, cases: readonly Case[], wanted: number): Promise<readonly Sampled[]> {
  const sampled: Sampled[] = []
  for (const { id, lang, q } of cases) {
    if (sampled.length === wanted) break
    const reply = await answer({ kind: 'message', id: `sample ${id}`, thread: `sample ${id}`, text: q, lang })
    if (reply.outcome === 'answered') sampled.push({ id, lang, facet: readFacet(q).facet, q, said: saidIn(reply) })
  }
  return sampled
}

/** One of each facet, then one of each again, until there are none. */
function inTurn(cases: readonly Case[], lang: Lang, seed: string): readonly Case[] {
  const order = (one: Case): string => createHash('sha256').update(`${seed} ${one.id}`).digest('hex')
  const shuffled = cases
    .filter((one) => isInScope(one) && one.lang === lang && one.thread === undefined)
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
  const byFacet = [...Map.groupBy(shuffled, ({ q }) => readFacet(q).facet).values()]
  const longest = Math.max(0, ...byFacet.map((group) => group.length))
  return Array.from({ length: longest }, (_, at) => byFacet.flatMap((group) => group[at] ?? [])).flat()
}
