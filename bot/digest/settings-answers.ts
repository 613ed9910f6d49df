import { z } from 'zod'
import type { FormValues } from '../event.ts'
import type { DigestTime, Firm } from '../firms/firm.ts'
import { digestFrom } from '../firms/onboarding-answers.ts'
import type { Visit } from '../visit.ts'
import { digestSettingsWordsIn, type DigestSettingsWords } from '../words/digest-settings.ts'
import { wallTimeAt } from './calendar/zoned-time.ts'
import { SUGGESTED_QUIET } from './firm-schedule.ts'
import { isQuiet, type DayRange, type QuietHours } from './schedule.ts'

/** What is wrong with the form, by field. */
export function problemsIn(values: FormValues, { lang }: Visit): Readonly<Record<string, string>> {
  const words = digestSettingsWordsIn(lang)
  const { on, time } = digestFrom(values)
  const quiet = on && isQuiet(time, quietFrom(values))
  return { ...(quiet && { time: words.timeIsQuiet }), ...snoozeProblems(snoozeIn(values), words) }
}

/** The firm's digest as the form has it. */
export function withAnswers(firm: Firm, values: FormValues, visit: Visit): DigestTime {
  const lifted = new Set(said(values, 'lift').split('\n'))
  const kept = snoozesAhead(firm, visit).filter((_, n) => !lifted.has(String(n)))
  const snooze = snoozeIn(values)
  return {
    ...digestFrom(values),
    quiet: quietFrom(values),
    quietWeek: said(values, 'quiet_week') === 'line' ? 'line' : 'silent',
    monthly: said(values, 'monthly') !== 'no',
    snoozes: snooze.from === '' ? kept : [...kept, snooze],
  }
}

/** What is over is dropped. */
export const snoozesAhead = ({ settings, timeZone }: Firm, { now }: Visit): readonly DayRange[] =>
  (settings.digest?.snoozes ?? []).filter(({ to }) => to >= wallTimeAt(now, timeZone).day)

function snoozeProblems({ from, to }: DayRange, words: DigestSettingsWords): Readonly<Record<string, string>> {
  if (from === '' && to === '') return {}
  if (from === '') return { snooze_from: words.bothDays }
  if (to === '') return { snooze_to: words.bothDays }
  if (!isDay(from)) return { snooze_from: words.wrongDate }
  if (!isDay(to)) return { snooze_to: words.wrongDate }
  return to < from ? { snooze_to: words.endsFirst } : {}
}

/** Empty days where none was given. */
const snoozeIn = (values: FormValues): DayRange => ({
  from: said(values, 'snooze_from'),
  to: said(values, 'snooze_to'),
})

function quietFrom(values: FormValues): QuietHours {
  const [from, to] = [said(values, 'quiet_from'), said(values, 'quiet_to')]
  return isHour(from) && isHour(to) ? { from, to } : SUGGESTED_QUIET
}

const said = (values: FormValues, field: string): string => (values[field] ?? '').trim()
const isDay = (text: string): boolean => z.iso.date().safeParse(text).success
const isHour = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(text)
