import type { Findings, Retriever } from '../bot/ports.ts'

export type Opinions = Readonly<{
  own: Retriever
  /** The retriever over another embedder's index; undefined until that index is there. */
  other: () => Retriever | undefined
  /** Told once when the other one fails and once when it works again. */
  note: (happening: 'failed' | 'works again', cause?: unknown) => void
}>

/**
 * Ranks by another embedder where there is one. Our own search always runs and keeps the verdict, since the gate's weights were
 * fitted to its scores and to no other's; so what is not covered stays so, and an embedder that fails costs nothing but its order.
 */
export function withSecondOpinion({ own, other, note }: Opinions): Retriever {
  let isFailing = false
  return {
    find: async (wanted) => {
      const found = await own.find(wanted)
      const second = other()
      if (second === undefined || isSettled(found)) return found
      try {
        const { hits } = await second.find(wanted)
        if (isFailing) note('works again')
        isFailing = false
        return { ...found, hits }
      } catch (cause) {
        if (!isFailing) note('failed', cause)
        isFailing = true
        return found
      }
    },
  }
}

/** No order of entries matters to it, so nobody is asked. */
const isSettled = ({ verdict, named, unknown }: Findings): boolean =>
  verdict === 'smalltalk' || verdict === 'claim' || named.length + unknown.length > 0
