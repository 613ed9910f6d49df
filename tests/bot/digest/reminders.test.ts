import { describe, expect, it } from 'vitest'
import type { Done } from '../../../bot/checklist/log.ts'
import { remindersOf, reminderReply } from '../../../bot/digest/reminders.ts'
import type { Member } from '../../../bot/firms/firm.ts'
import { plusDays } from '../../../bot/digest/calendar/days.ts'
import { CHECKLIST, KNOWLEDGE } from '../checklist/logs.ts'
import { brokenPromises, wordsOf } from '../promises.ts'
import { about, answered, firm, logOn, member } from './weeks.ts'

const KEN = member('ken', { reminders: 'on' })

const owned = (item: string, due: string, owner = 'ken'): readonly (readonly [string, Done])[] => [
  ['2026-11-02', { kind: 'owner_set', ...about(item), owner }],
  ['2026-11-02', { kind: 'due_set', ...about(item), due }],
]

type Day = Readonly<{
  today: string
  previous?: string
  members?: readonly Member[]
  also?: readonly (readonly [string, Done])[]
}>

/** Who is reminded of what at ten in Tokyo. Ken has an item due on Friday 20 November. */
function reminded({ today, previous = plusDays(today, -1), members = [KEN], also = [] }: Day) {
  const moment = (day: string) => new Date(`${day}T01:00:00Z`)
  const log = logOn(...owned('CK-05', '2026-11-20'), ...also)
  const given = { firm, members, log, checklist: CHECKLIST, at: moment(today), previous: moment(previous) }
  return remindersOf(given).map(({ member: { id }, items }) => [id, ...items.map((one) => `${one.id} ${one.days}`)])
}

describe('an owner who asked for it is reminded', () => {
  it('three days before the date, on the day, and every seventh day after it', () => {
    const days = Array.from({ length: 30 }, (_, n) => plusDays('2026-11-10', n))
    expect(days.filter((today) => reminded({ today }).length > 0)).toEqual([
      '2026-11-17',
      '2026-11-20',
      '2026-11-27',
      '2026-12-04',
    ])
  })

  it('of what came up on days without reminders, once', () => {
    expect(reminded({ today: '2026-11-24', previous: '2026-11-16' })).toEqual([['ken', 'CK-05 -4']])
    expect(reminded({ today: '2026-11-25', previous: '2026-11-24' })).toEqual([])
  })

  it('of all their items that come up, the nearest date first', () => {
    const also = owned('CK-04', '2026-11-17')
    expect(reminded({ today: '2026-11-17', also })).toEqual([['ken', 'CK-04 0', 'CK-05 3']])
  })

  it('also of what they were put in charge of under an account that turned out to be theirs', () => {
    const members = [member('old', { is: 'ken' }), KEN]
    const also = owned('CK-04', '2026-11-17', 'old')
    expect(reminded({ today: '2026-11-17', members, also })).toEqual([['ken', 'CK-04 0', 'CK-05 3']])
  })
})

describe('nobody is reminded', () => {
  it.each([
    ['who did not ask for it', { members: [member('ken')] }],
    ['who has left', { members: [member('ken', { reminders: 'on', left: true })] }],
    ['of another’s item', { members: [member('hana', { reminders: 'on' }), member('ken')] }],
    ['of what is done', { also: [['2026-11-18', answered('CK-05', 'done')]] }],
    [
      'of what nobody is in charge of any more',
      { also: [['2026-11-18', { kind: 'owner_cleared', ...about('CK-05') }]] },
    ],
  ] as const)('%s', (_, changes) => {
    expect(reminded({ today: '2026-11-20', ...changes })).toEqual([])
  })
})

it.each(['ja', 'en'] as const)('a reminder opens its items and says how to stop it, in %s', (lang) => {
  const title = CHECKLIST.items[0]?.body.title ?? { en: '', ja: '' }
  const reply = reminderReply({ items: [{ id: 'CK-01', title, day: '2026-11-20', days: -4 }] }, lang)
  expect(brokenPromises(reply, KNOWLEDGE)).toEqual([])
  const pressed = reply.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
  expect(pressed.map(({ action }) => action.kind)).toEqual(['item', 'settings'])
  expect(reply.blocks.flatMap(wordsOf).join()).toContain(title[lang])
})
