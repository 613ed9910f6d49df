import { expect, it } from 'vitest'
import type { Status } from '../../../bot/checklist/answer.ts'
import type { Checklist, ListedItem } from '../../../bot/checklist/checklist.ts'
import type { Done } from '../../../bot/checklist/log.ts'
import { nextStep } from '../../../bot/checklist/next.ts'
import { stateOf } from '../../../bot/checklist/state.ts'
import { listed, logOf } from './logs.ts'

type Planted = Partial<Pick<ListedItem['body'], 'stage' | 'first_ten_minutes' | 'effort' | 'cost' | 'impact'>> &
  Readonly<{ status?: Status; due?: string; putOff?: string }>

/** Two or three items, alike but for what the row is about; what comes next, and why. */
type Row = readonly [why: string, items: readonly Planted[], expected: Readonly<{ next: number; because: object }>]
const NEXT: readonly Row[] = [
  [
    'an earlier stage',
    [{ stage: 'basics' }, { stage: 'start' }],
    { next: 1, because: { kind: 'stage', stage: 'start' } },
  ],
  [
    'an earlier stage, whatever is due later on',
    [{ stage: 'show', due: '2026-01-01' }, { stage: 'basics' }],
    { next: 1, because: { kind: 'stage', stage: 'basics' } },
  ],
  ['a question before work', [{ status: 'not_yet' }, {}], { next: 1, because: { kind: 'unanswered' } }],
  [
    'a question before work, in the same stage only',
    [{ stage: 'start', status: 'not_yet' }, { stage: 'basics' }],
    { next: 0, because: { kind: 'stage', stage: 'start' } },
  ],
  ['the first ten minutes', [{}, { first_ten_minutes: true }], { next: 1, because: { kind: 'ten_minutes' } }],
  [
    'the first ten minutes before what is due',
    [{ due: '2026-11-01' }, { first_ten_minutes: true }],
    { next: 1, because: { kind: 'ten_minutes' } },
  ],
  [
    'the nearest date',
    [{ due: '2026-12-24' }, { due: '2026-11-30' }],
    { next: 1, because: { kind: 'due', due: '2026-11-30' } },
  ],
  ['a date before none', [{}, { due: '2027-01-31' }], { next: 1, because: { kind: 'due', due: '2027-01-31' } }],
  [
    'a date before much for little',
    [
      { impact: 3, effort: 1 },
      { impact: 2, effort: 3, due: '2027-01-31' },
    ],
    { next: 1, because: { kind: 'due', due: '2027-01-31' } },
  ],
  [
    'much for little effort',
    [
      { impact: 3, effort: 3 },
      { impact: 2, effort: 1 },
    ],
    { next: 1, because: { kind: 'worth' } },
  ],
  [
    'more impact for the same effort',
    [
      { impact: 2, effort: 2 },
      { impact: 3, effort: 2 },
    ],
    { next: 1, because: { kind: 'worth' } },
  ],
  ['less cost', [{ cost: 2 }, { cost: 1 }], { next: 1, because: { kind: 'cheap' } }],
  ['the order of the list', [{}, {}], { next: 0, because: { kind: 'order' } }],
  [
    'what both have in common, where only the order decides',
    [{ first_ten_minutes: true }, { first_ten_minutes: true }],
    { next: 0, because: { kind: 'ten_minutes' } },
  ],
  [
    'anything before what was put off, whose day has not come',
    [{ impact: 3, effort: 1, putOff: '2026-11-03' }, { stage: 'show' }],
    { next: 1, because: { kind: 'only' } },
  ],
  [
    'what was put off, on its day',
    [{ impact: 3, effort: 1, putOff: '2026-11-02' }, { stage: 'show' }],
    { next: 0, because: { kind: 'stage', stage: 'start' } },
  ],
  ['what was put off, where nothing else is left', [{ putOff: '2026-12-01' }], { next: 0, because: { kind: 'only' } }],
  ['the only one left', [{ status: 'done' }, {}, { status: 'not_applicable' }], { next: 1, because: { kind: 'only' } }],
  ['what is done in part', [{ status: 'done' }, { status: 'partly' }], { next: 1, because: { kind: 'only' } }],
  [
    'what nobody knows, by its worth',
    [
      { status: 'not_yet', effort: 2 },
      { status: 'dont_know', effort: 1 },
    ],
    { next: 1, because: { kind: 'worth' } },
  ],
]

it.each(NEXT)('next comes %s', (_, planted, { next, because }) => {
  const { step, because: why } = nextOf(planted) ?? {}
  expect({ item: step?.item.id, because: why }).toEqual({ item: idOf(next), because })
})

it('suggests nothing when everything is in place or has no place', () => {
  expect(nextOf([{ status: 'done' }, { status: 'not_applicable' }])).toBeUndefined()
})

const idOf = (n: number): string => `CK-${n + 51}`

function nextOf(planted: readonly Planted[]): ReturnType<typeof nextStep> {
  const items = planted.map((one, n) => plant(n, one))
  const checklist: Checklist = { items, changes: [] }
  return nextStep(stateOf({ checklist, profile: {} }, logOf(planted.flatMap((one, n) => deeds(n, one)))), '2026-11-02')
}

function plant(
  n: number,
  { stage = 'start', first_ten_minutes = false, effort = 2, cost = 2, impact = 2 }: Planted,
): ListedItem {
  const like = listed('CK-04')
  return { ...like, body: { ...like.body, id: idOf(n), stage, first_ten_minutes, effort, cost, impact } }
}

function deeds(n: number, { status, due, putOff }: Planted): readonly Done[] {
  const about = { item: idOf(n), revision: listed('CK-04').revision }
  return [
    ...(status === undefined ? [] : [{ kind: 'answered', ...about, answer: answerOf(status) } as const]),
    ...(putOff === undefined ? [] : [{ kind: 'put_off', ...about, until: putOff } as const]),
    ...(due === undefined ? [] : [{ kind: 'due_set', ...about, due } as const]),
  ]
}

function answerOf(status: Status): Extract<Done, { kind: 'answered' }>['answer'] {
  if (status === 'partly') return { status, met: [] }
  return status === 'not_applicable' ? { status, reason: 'no machines' } : { status }
}
