import { dayWords } from '../checklist/cards/dates.ts'
import type { FormValues } from '../event.ts'
import { card, main, notice } from '../firms/card.ts'
import { SUGGESTED_DIGEST } from '../firms/firm.ts'
import { digestFields } from '../firms/onboarding-fields.ts'
import type { Block, Field, Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import { digestSettingsWordsIn } from '../words/digest-settings.ts'
import { onboardingWordsIn } from '../words/onboarding.ts'
import { wallTimeAt } from './calendar/zoned-time.ts'
import { scheduleOf, SUGGESTED_QUIET } from './firm-schedule.ts'
import { nextDigest, type DayRange } from './schedule.ts'
import { problemsIn, snoozesAhead, withAnswers } from './settings-answers.ts'

/** When the firm's digest comes and when it doesn't, with the day on which the next one is due. */
export const showDigestSettings = (visit: Visit): Reply => settingsCard(visit, [nextOne(visit)])

function settingsCard(visit: Visit, before: readonly Block[], tried?: Tried): Reply {
  const words = digestSettingsWordsIn(visit.lang)
  const fields = fieldsFor(visit).map((field) => (tried === undefined ? field : asTried(field, tried)))
  const form = { title: words.title, intro: words.intro, fields, submit: main(words.save, SAVE) }
  return card(visit, 'settings', [...before, { kind: 'form', form }])
}

const SAVE = { kind: 'save_digest_settings' } as const

function nextOne({ firm, lang, now }: Visit): Block {
  const words = digestSettingsWordsIn(lang)
  const schedule = scheduleOf(firm)
  const next = schedule && nextDigest(schedule, now)
  if (next === undefined) return notice(words.none)
  const { day, time } = wallTimeAt(next.at, firm.timeZone)
  return notice(words.next(dayWords(day, lang), time))
}

type Tried = Readonly<{ values: FormValues; problems: Readonly<Record<string, string>> }>

function asTried(field: Field, { values, problems }: Tried): Field {
  const problem = problems[field.id]
  return { ...field, value: values[field.id] ?? '', ...(problem !== undefined && { problem }) }
}

function fieldsFor(visit: Visit): readonly Field[] {
  const { firm, lang } = visit
  const words = digestSettingsWordsIn(lang)
  const { quiet = SUGGESTED_QUIET, quietWeek = 'silent', monthly = true } = firm.settings.digest ?? SUGGESTED_DIGEST
  const choice = (id: string, label: string, value: string): Omit<Field, 'kind'> => ({
    id,
    label,
    value,
    optional: false,
  })
  return [
    ...digestFields(firm, onboardingWordsIn(lang)),
    { ...choice('quiet_from', words.quietFrom, quiet.from), kind: 'choice', options: hours(quiet.from) },
    { ...choice('quiet_to', words.quietTo, quiet.to), kind: 'choice', options: hours(quiet.to) },
    {
      ...choice('quiet_week', words.quietWeek, quietWeek),
      kind: 'choice',
      options: (['silent', 'line'] as const).map((value) => ({ value, label: words.quietWeeks[value] })),
    },
    {
      ...choice('monthly', words.monthly, monthly ? 'yes' : 'no'),
      kind: 'choice',
      options: [
        { value: 'yes', label: words.yes },
        { value: 'no', label: words.no },
      ],
    },
    ...snoozeFields(visit),
  ]
}

/** Full hours, and the one that is set. */
const hours = (set: string): readonly Readonly<{ value: string; label: string }>[] =>
  [...new Set([...Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`), set])]
    .toSorted()
    .map((value) => ({ value, label: value }))

function snoozeFields(visit: Visit): readonly Field[] {
  const words = digestSettingsWordsIn(visit.lang)
  const ahead = snoozesAhead(visit.firm, visit)
  const lift: Field = {
    id: 'lift',
    kind: 'choices',
    label: words.lift,
    optional: true,
    options: ahead.map((range, n) => ({ value: String(n), label: rangeWords(range, visit) })),
  }
  return [
    { id: 'snooze_from', kind: 'date', label: words.snoozeFrom, hint: words.snoozeHint, optional: true },
    { id: 'snooze_to', kind: 'date', label: words.snoozeTo, optional: true },
    ...(ahead.length === 0 ? [] : [lift]),
  ]
}

const rangeWords = ({ from, to }: DayRange, { lang }: Visit): string =>
  digestSettingsWordsIn(lang).range(dayWords(from, lang), dayWords(to, lang))

export async function saveDigestSettings(values: FormValues, visit: Visit): Promise<Reply> {
  const problems = problemsIn(values, visit)
  if (Object.keys(problems).length > 0) return settingsCard(visit, [], { values, problems })
  const firm = await visit.room.changeFirm((before) => ({
    ...before,
    settings: { ...before.settings, digest: withAnswers(before, values, visit) },
  }))
  const after = { ...visit, firm }
  return settingsCard(after, [notice(digestSettingsWordsIn(visit.lang).saved), nextOne(after)])
}
