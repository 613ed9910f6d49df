import type { Feedback, Opinion } from '../../bot/feedback.ts'

/** Opinions of this process, for commands that open no store. */
export function createInMemoryFeedback(): Feedback {
  const kept = new Map<string, Opinion>()
  return {
    keep: (opinion) => {
      kept.set(JSON.stringify([opinion.by, opinion.reply]), opinion)
      return Promise.resolve()
    },
    counts: () => {
      const of = Map.groupBy(kept.values(), ({ about }) => about)
      return Promise.resolve([...of].map(([about, opinions]) => ({ about, ...count(opinions) })))
    },
  }
}

const count = (opinions: readonly Opinion[]) => ({
  helped: opinions.filter(({ helped }) => helped).length,
  didNotHelp: opinions.filter(({ helped }) => !helped).length,
  reasons: opinions.flatMap(({ reason }) => (reason === undefined ? [] : [reason])),
})
