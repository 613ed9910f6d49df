import { STATES, type Letters, type LetterState } from '../../bot/digest/ledger.ts'

/** No letter at all, for commands that open no store. */
export function createNoLetters(): Letters {
  const nobody = { questions: 0, people: 0 }
  const none = Object.fromEntries(STATES.map((state) => [state, 0])) as Record<LetterState, number>
  return {
    planning: { write: () => Promise.resolve(0), lastRun: () => Promise.resolve(undefined) },
    record: {
      stuck: () => Promise.resolve([]),
      resend: () => Promise.resolve(undefined),
      counts: () => Promise.resolve(none),
      sent: () => Promise.resolve([]),
      of: () => Promise.resolve([]),
    },
    archive: { latest: () => Promise.resolve(undefined), told: () => Promise.resolve(undefined) },
    asked: () => Promise.resolve(nobody),
  }
}
