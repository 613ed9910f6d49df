import type { Chance } from './chance.ts'

/** One attempt of one process; `over` settles when it dies, and nothing it awaits ever comes back after that. */
export type Life = Readonly<{ over: Promise<void>; isOver: () => boolean; end: () => void }>

export function createLife(): Life {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  let ended = false
  return {
    over: promise,
    isOver: () => ended,
    end() {
      ended = true
      resolve(undefined)
    },
  }
}

/** `risk`: how likely it is to die before, and again after, each act. */
export type Fates = Readonly<{ chance: Chance; risk: () => number }>

type Act<A extends readonly unknown[], R> = (...args: A) => Promise<R>

/**
 * The same act, of a process that may die just before it or just after it, when it is done and nobody hears of it. A dead
 * process is one that stops: no error is thrown that anybody could catch.
 */
export const mortal =
  <A extends readonly unknown[], R>(act: Act<A, R>, life: Life, { chance, risk }: Fates): Act<A, R> =>
  async (...args) => {
    if (!life.isOver() && chance.happens(risk())) life.end()
    if (life.isOver()) return never()
    const result = await act(...args)
    if (!life.isOver() && chance.happens(risk())) life.end()
    return life.isOver() ? never() : result
  }

const never = <R>(): Promise<R> => new Promise(() => undefined)
