import { SUGGESTED_DIGEST, type Firm, type Member } from '../firms/firm.ts'
import type { QuietHours, Schedule } from './schedule.ts'

export const SUGGESTED_QUIET: QuietHours = { from: '19:00', to: '08:00' }

/** When the firm's managers are written to; undefined where the firm wants no digest. */
export const scheduleOf = (firm: Firm): Schedule | undefined =>
  (firm.settings.digest ?? SUGGESTED_DIGEST).on ? hoursOf(firm) : undefined

/** When anybody of the firm is written to, whether it wants a digest or not. A firm that was never asked has what is suggested. */
export function hoursOf({ settings, timeZone }: Firm): Schedule {
  const { day, time, quiet = SUGGESTED_QUIET, snoozes = [] } = settings.digest ?? SUGGESTED_DIGEST
  return { timeZone, day, time, quiet, snoozes, holidays: timeZone === 'Asia/Tokyo' ? 'japan' : 'none' }
}

export const wantsMonthly = ({ settings }: Firm): boolean => settings.digest?.monthly !== false

/** The managers who are here and haven't opted out, each once. */
export const digestReaders = (members: readonly Member[]): readonly Member[] =>
  members.filter(
    ({ left, is, name, roles, digest }) =>
      !left && is === undefined && name !== '' && digest !== 'off' && roles.includes('manager'),
  )
