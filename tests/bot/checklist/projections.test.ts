import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../bot/checklist/answer.ts'
import type { Done } from '../../../bot/checklist/log.ts'
import { categoriesOf } from '../../../bot/checklist/projections/cpsf.ts'
import { selfCheckOf } from '../../../bot/checklist/projections/ipa.ts'
import { criteriaOf } from '../../../bot/checklist/projections/scs.ts'
import { stateOf } from '../../../bot/checklist/state.ts'
import { LANGS } from '../../../corpus/schema.ts'
import { anyLog, CHECKLIST, listed, logOf } from './logs.ts'
import { factsIn, openOffice, saysIn } from './office.ts'

const DONE = { status: 'done' } as const
const PARTLY = { status: 'partly', met: [] } as const
const NOT_YET = { status: 'not_yet' } as const
const DONT_KNOW = { status: 'dont_know' } as const
const NOT_OURS = { status: 'not_applicable', reason: 'no machines' } as const

const answered = (item: string, answer: Answer): Done => ({
  kind: 'answered',
  item,
  revision: listed(item).revision,
  answer,
})
const stateWith = (answers: Readonly<Record<string, Answer>>, profile = {}) =>
  stateOf(
    { checklist: CHECKLIST, profile },
    logOf(Object.entries(answers).map(([item, answer]) => answered(item, answer))),
  )

describe('IPA’s self-check', () => {
  const line = (id: string, answers: Readonly<Record<string, Answer>>) =>
    selfCheckOf(stateWith(answers)).lines.find((one) => one.id === id)

  /** 25-11 rests on CK-10 and CK-28. */
  it.each([
    [DONE, DONE, 'done', 4],
    [DONE, PARTLY, 'partly', 2],
    [DONE, NOT_YET, 'partly', 2],
    [DONE, DONT_KNOW, 'partly', 2],
    [NOT_YET, DONT_KNOW, 'dont_know', -1],
    [NOT_YET, NOT_YET, 'not_yet', 0],
    [DONE, NOT_OURS, 'done', 4],
    [NOT_OURS, NOT_OURS, 'left_out', undefined],
  ] as const)('counts %o and %o as %s', (...[backup, restore, says, points]) => {
    expect(line('25-11', { 'CK-10': backup, 'CK-28': restore })).toEqual({ id: '25-11', says, points })
  })

  it('counts nothing while a question that bears on an item is open', () => {
    expect(line('25-11', { 'CK-10': DONE })).toEqual({ id: '25-11', says: 'open', points: undefined })
  })

  it('adds up over what is counted and lowers the most that can be reached by what is not', () => {
    expect(selfCheckOf(stateWith({ 'CK-04': DONE, 'CK-05': DONT_KNOW, 'CK-20': NOT_OURS }))).toMatchObject({
      points: 3,
      most: 8,
    })
  })

  it('lies between the lowest and the highest that is possible', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const { lines, points, most } = selfCheckOf(stateOf({ checklist: CHECKLIST, profile: {} }, log))
        expect(lines).toHaveLength(25)
        expect(points).toBeLessThanOrEqual(most)
        expect(points).toBeGreaterThanOrEqual(-most / 4)
      }),
    )
  })
})

describe('SCS ★3', () => {
  it('knows each of the 81 criteria once, whatever was answered', () => {
    fc.assert(
      fc.property(anyLog, fc.boolean(), (log, hasLine) => {
        const lines = criteriaOf(stateOf({ checklist: CHECKLIST, profile: { internet_line: hasLine } }, log))
        expect(new Set(lines.map(({ id }) => id)).size).toBe(81)
        expect(lines).toHaveLength(81)
      }),
    )
  })

  it('tells what was ticked from what a whole answer says, what is open and what is not ours', () => {
    const state = stateWith(
      { 'CK-05': { status: 'partly', met: ['4-4-5-1'] }, 'CK-04': DONE, 'CK-28': NOT_OURS },
      { internet_line: false },
    )
    const standing = Object.fromEntries(criteriaOf(state).map(({ id, standing }) => [id, standing]))
    expect(standing).toMatchObject({
      '4-4-5-1': 'ticked',
      '4-4-5-2': 'open',
      '4-4-4-1': 'whole',
      '7-1-1-1': 'not_ours',
      '5-1-1-1': 'not_ours',
      '1-2-1-1': 'open',
    })
  })
})

describe('the CPSF', () => {
  it('has 20 categories, and touches only with what applies', () => {
    const lines = categoriesOf(stateWith({ 'CK-04': DONE, 'CK-05': PARTLY, 'CK-29': NOT_OURS }))
    expect(lines).toHaveLength(20)
    expect(lines.find(({ category }) => category === 'CM')).toMatchObject({ inPlace: 1, partly: 1 })
    expect(lines.find(({ category }) => category === 'PT')).toMatchObject({ items: 3 })
  })
})

describe.each(LANGS)('in %s', (lang) => {
  it.each(['ipa', 'scs', 'cpsf'] as const)('%s names its edition, and that it proves no level', async (of) => {
    const office = openOffice()
    for (const { body } of CHECKLIST.items) await office.press({ kind: 'answer', item: body.id, status: 'done' })
    const reply = await office.press({ kind: 'projection', of }, { lang })
    expect(reply.outcome).toBe('command')
    expect(saysIn(reply, 'text')).toMatch(lang === 'ja' ? /もとにした版：.*（.+）/u : /Editions: .*\(.+\)/u)
    expect(saysIn(reply, 'notice')).toMatch(lang === 'ja' ? /示しません/u : /no proof of a (?:level|star)/u)
  })

  it('says how many points were counted, and over how much', async () => {
    const office = openOffice()
    await office.press({ kind: 'answer', item: 'CK-04', status: 'dont_know' })
    const facts = factsIn(await office.press({ kind: 'projection', of: 'ipa' }, { lang }))
    expect(facts[lang === 'ja' ? '点数' : 'Points']).toBe(
      lang === 'ja'
        ? '4点のうち−1点（25項目のうち、答えのある1項目で）'
        : '−1 out of 4, over the 1 of 25 items that have an answer',
    )
  })
})
