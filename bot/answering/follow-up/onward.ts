import type { Lang } from '../../../corpus/schema.ts'
import type { Knowledge, Likeness } from '../../ports.ts'

/**
 * How a message is like what people are known to go on to ask. `leads`: they go on from the entry talked about to this one, and
 * `likeLead`: with such words; `likeHeard`: so they come to it from anywhere; `likeOther`: so they ask on about it. All three
 * are 0 for the entry talked about, whose own is `likeStay`: so they ask on about it.
 */
export type OnwardSigns = Readonly<Record<(typeof ONWARD_SIGNS)[number], number>>
export const ONWARD_SIGNS = ['leads', 'likeLead', 'likeHeard', 'likeOther', 'likeStay'] as const

type Said = Readonly<{ text: string; lang: Lang; main: string }>
type Sources = Readonly<{ knowledge: Knowledge; likeness: Likeness }>

export async function onwardSigns(
  ids: readonly string[],
  { text, lang, main }: Said,
  { knowledge, likeness }: Sources,
): Promise<ReadonlyMap<string, OnwardSigns>> {
  const { leads } = knowledge.onward(main)
  const lists = ids.map((id) => {
    const { stays, heard } = knowledge.onward(id)
    return [leads.get(id)?.[lang] ?? [], heard[lang], stays[lang]]
  })
  const alike = await likeness(text, lists.flat())
  return new Map(
    ids.map((id, at) => {
      const [likeLead = 0, likeHeard = 0, stays = 0] = alike.slice(at * 3)
      return id === main
        ? [id, { leads: 0, likeLead: 0, likeHeard: 0, likeOther: 0, likeStay: stays }]
        : [id, { leads: Number(leads.has(id)), likeLead, likeHeard, likeOther: stays, likeStay: 0 }]
    }),
  )
}
