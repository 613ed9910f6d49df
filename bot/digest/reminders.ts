import type { Lang } from '../../corpus/schema.ts'
import type { Checklist } from '../checklist/checklist.ts'
import { asOf, type Logged } from '../checklist/log.ts'
import { peopleHere, personOf } from '../checklist/people.ts'
import { stateOf } from '../checklist/state.ts'
import { buttons, heading, plain, text } from '../firms/card.ts'
import type { Firm, Member } from '../firms/firm.ts'
import type { Reply } from '../reply.ts'
import { digestWordsIn } from '../words/digest.ts'
import { plusDays, type Day } from './calendar/days.ts'
import { shortDay } from './calendar/words.ts'
import { wallTimeAt } from './calendar/zoned-time.ts'
import { byDay, isLeft, onDay, type Dated } from './deadlines.ts'

/** For one person who asked for it, of their own items. */
export type Reminder = Readonly<{ member: Member; items: readonly Dated[] }>

type Reminding = Readonly<{
  firm: Firm
  members: readonly Member[]
  log: readonly Logged[]
  checklist: Checklist
  at: Date
  /** When owners were reminded before; undefined where they never were. */
  previous: Date | undefined
}>

/**
 * Whom to remind of what, as of a moment. An item comes up three days before its date, on the day, and every seventh day after it;
 * what would have come up since the last time, on holidays, comes up now, once.
 */
export function remindersOf({ firm, members, log, checklist, at, previous }: Reminding): readonly Reminder[] {
  const [today, before] = [at, previous].map((moment) => moment && wallTimeAt(moment, firm.timeZone).day)
  if (today === undefined) return []
  const since = before ?? plusDays(today, -1)
  const { items } = stateOf({ checklist, profile: firm.profile }, asOf(log, at))
  const dated = items.flatMap((state) => {
    const { due, owner } = state
    return due !== undefined && owner !== undefined && isLeft(state) && comesUp(due, { since, today })
      ? [{ owner: personOf(owner, members)?.id, item: onDay(state, due, today) }]
      : []
  })
  return peopleHere(members)
    .filter(({ reminders }) => reminders === 'on')
    .map((member) => ({
      member,
      items: byDay(dated.flatMap(({ owner, item }) => (owner === member.id ? [item] : []))),
    }))
    .filter((reminder) => reminder.items.length > 0)
}

const DAYS_BEFORE = 3
const WEEK = 7

/** Whether one of an item's days lies after `since`, up to today. */
function comesUp(due: Day, { since, today }: Readonly<{ since: Day; today: Day }>): boolean {
  const isIn = (day: Day): boolean => day > since && day <= today
  if (isIn(plusDays(due, -DAYS_BEFORE))) return true
  for (let day = due; day <= today; day = plusDays(day, WEEK)) if (isIn(day)) return true
  return false
}

/** What they get, with a button for each item. */
export function reminderReply({ items }: Pick<Reminder, 'items'>, lang: Lang): Reply {
  const words = digestWordsIn(lang)
  const rows = items.map(({ id, title, day, days }) =>
    plain(words.onDay(title[lang], { day: shortDay(day, lang), days }), { kind: 'item', item: id }),
  )
  return {
    outcome: 'command',
    lang,
    blocks: [
      heading(words.reminder),
      text(words.reminderOf(items.length)),
      buttons('', [...rows, plain(words.stopReminders, { kind: 'settings' })]),
    ],
    confidence: 1,
    audience: 'speaker',
    shows: 'reminder',
  }
}
