import type { Lang } from '../../../corpus/schema.ts'
import type { Knowledge, Likeness } from '../../ports.ts'

/**
 * How a message is like what people are known to go on to ask. `leads`: they go on from the entry talked about to this one, and
 * `likeLead`: with such words; `likeHeard`: so they come to it from anywhere; `likeOther`: so they ask on about it.
 * `ledBefore`: they go on to it from what was talked about earlier. All are 0 for the entry talked about, whose own is
 * `likeStay`: so they ask on about it.
 */
export type OnwardSigns = Readonly<Record<(typeof ONWARD_SIGNS)[number], number>>
export const ONWARD_SIGNS = ['leads', 'likeLead', 'likeHeard', 'likeOther', 'ledBefore', 'likeStay'] as const

const NOTHING: OnwardSigns = { leads: 0, likeLead: 0, likeHeard: 0, likeOther: 0, ledBefore: 0, likeStay: 0 }

/** So many of the entries that were talked about earlier can still lead somewhere. */
const EARLIER = 2

type Said = Readonly<{ text: string; lang: Lang; main: string; before: readonly string[] }>
type Sources = Readonly<{ knowledge: Knowledge; likeness: Likeness }>

export async function onwardSigns(
  ids: readonly string[],
  { text, lang, main, before }: Said,
  { knowledge, likeness }: Sources,
): Promise<ReadonlyMap<string, OnwardSigns>> {
  const { leads } = knowledge.onward(main)
  // Where nothing is known of staying, likeness to leaving would always win.
  if (leads.size === 0) return new Map(ids.map((id) => [id, NOTHING]))
  const lists = ids.map((id) => {
    const { stays, heard } = knowledge.onward(id)
    return [leads.get(id)?.[lang] ?? [], heard[lang], stays[lang]]
  })
  const earlier = [...new Set(before)].filter((id) => id !== main).slice(0, EARLIER)
  const ledTo = new Set(earlier.flatMap((id) => [...knowledge.onward(id).leads.keys()]))
  const alike = await likeness(text, lists.flat())
  return new Map(
    ids.map((id, at) => {
      const [likeLead = 0, likeHeard = 0, stays = 0] = alike.slice(at * 3)
      return id === main
        ? [id, { ...NOTHING, likeStay: stays }]
        : [
            id,
            {
              leads: Number(leads.has(id)),
              likeLead,
              likeHeard,
              likeOther: stays,
              ledBefore: Number(ledTo.has(id)),
              likeStay: 0,
            },
          ]
    }),
  )
}
