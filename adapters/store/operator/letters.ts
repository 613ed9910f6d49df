import type { Kysely } from 'kysely'
import type { LetterLine } from '../../../bot/digest/ledger.ts'
import type { Clock } from '../../../bot/ports.ts'
import { createPlanning } from '../letters/planning.ts'
import { createRecord } from '../letters/record.ts'
import type { Tables } from '../tables.ts'
import { lettersWanted, type OperatorLetter } from './letter-answers.ts'

/** More than anybody reads at a time. */
const MOST = 500

/** What the operator does with digests and reminders; whoever runs the bot sends them within the minute. */
export function createLetterDesk(db: Kysely<Tables>, now: Clock) {
  const [planning, record] = [createPlanning(db), createRecord(db)]
  return {
    stuck: async (): Promise<OperatorLetter[]> => (await record.stuck(MOST)).map(shown),
    letters: async (firm: string): Promise<OperatorLetter[]> => (await record.sent(firm, MOST)).map(shown),

    async resend(id: string): Promise<OperatorLetter> {
      const line = await record.resend(id, now())
      if (line === undefined)
        throw new Error(`${id} is no letter that waits for you; digest waiting shows those that do`)
      return shown(line)
    },

    async writeLetters(about: string) {
      const { firm, period, at, recipients } = lettersWanted.parse(JSON.parse(about))
      const letter = { firm, kind: 'week', period, at: new Date(at), instead: [] } as const
      const letters = recipients.map((recipient) => ({ ...letter, recipient }))
      return { written: await planning.write(letters, now()) }
    },

    async planner() {
      const [run, stand] = await Promise.all([planning.lastRun(), record.counts()])
      return { ran: run?.at.toISOString() ?? null, trouble: run?.trouble ?? null, stand: { ...stand } }
    },
  }
}

const shown = ({ at, settled, reason, instead, ...line }: LetterLine): OperatorLetter => ({
  ...line,
  at: at.toISOString(),
  instead: [...instead],
  reason: reason ?? null,
  settled: settled?.toISOString() ?? null,
})
