import { SUGGESTED_DIGEST, type Firm, type Member } from '../firms/firm.ts'
import type { QuietHours, Schedule } from './schedule.ts'

export const SUGGESTED_QUIET: QuietHours = { from: '19:00', to: '08:00' }

/** When the firm's managers are written to; undefined where the firm wants none. A firm that was never asked gets what is suggested. */
export function scheduleOf({ settings, timeZone }: Firm): Schedule | undefined {
  const { on, day, time, quiet = SUGGESTED_QUIET, snoozes = [] } = settings.digest ?? SUGGESTED_DIGEST
  if (!on) return undefined
  return { timeZone, day, time, quiet, snoozes, holidays: timeZone === 'Asia/Tokyo' ? 'japan' : 'none' }
}

export const wantsMonthly = ({ settings }: Firm): boolean => settings.digest?.monthly !== false

/** The managers who are here and haven't opted out, each once. */
export const digestReaders = (members: readonly Member[]): readonly Member[] =>
  members.filter(
    ({ left, is, name, roles, digest }) =>
      !left && is === undefined && name !== '' && digest !== 'off' && roles.includes('manager'),
  )
