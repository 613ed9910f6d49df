import { describe, expect, it } from 'vitest'
import type { Case } from '../../evals/cases.ts'
import { agreementOf, blinded } from '../../evals/second-reading.ts'

const CASES: readonly Case[] = [
  {
    id: 'test-1',
    lang: 'en',
    kind: 'clause',
    q: 'who has the key?',
    gold: 'CPS.AC-2',
    accept: ['CPS.CM-2'],
    thread: 't',
  },
  { id: 'test-2', lang: 'en', kind: 'follow_up', q: 'and at night?', gold: 'CPS.AC-2', accept: [], thread: 't' },
  { id: 'test-3', lang: 'ja', kind: 'far', q: '明日の天気は？', expect: 'not_covered' },
]
const SEED = 'spring'
const shown = blinded(CASES, SEED)
const idOf = (question: string): string => shown.find(({ q }) => q === question)?.id ?? ''

describe('what a second reader sees', () => {
  it('is every question, and nothing that gives its label, kind or place away', () => {
    expect(shown.map(({ q }) => q).sort()).toEqual(CASES.map(({ q }) => q).sort())
    const all = JSON.stringify(shown)
    for (const word of ['CPS.', 'test-', 'clause', 'far', 'not_covered', '"t"']) expect(all).not.toContain(word)
  })

  it('has what was said before it in its conversation', () => {
    expect(shown.find(({ q }) => q === 'and at night?')?.before).toEqual(['who has the key?'])
    expect(shown.find(({ q }) => q === 'who has the key?')?.before).toEqual([])
  })

  it('comes in the order of ids that only the seed decides', () => {
    expect(blinded([...CASES].reverse(), SEED).map(({ id }) => id)).toEqual(shown.map(({ id }) => id))
    const others = new Set(blinded(CASES, 'autumn').map(({ id }) => id))
    expect(shown.filter(({ id }) => others.has(id))).toEqual([])
  })
})

describe('agreement', () => {
  it('tells the same label from an accepted one and a different one, and names what was not read', () => {
    const readings = [
      { id: idOf('who has the key?'), label: 'CPS.CM-2', also: [] },
      { id: idOf('and at night?'), label: 'CPS.AE-1', also: ['CPS.AC-2'] },
    ]
    expect(agreementOf(CASES, readings, SEED)).toEqual({
      read: 2,
      same: 0,
      accepted: 1,
      unread: 1,
      different: [{ id: 'test-2', first: 'CPS.AC-2', accept: [], second: 'CPS.AE-1' }],
    })
  })

  it('asks of a case that nothing answers how it should end', () => {
    const reading = { id: idOf('明日の天気は？'), label: 'not_covered', also: [] }
    expect(agreementOf(CASES, [reading], SEED)).toMatchObject({ read: 1, same: 1, different: [] })
  })

  it('stops at an id of another seed', () => {
    expect(() => agreementOf(CASES, [{ id: 'ffffffff', label: 'CPS.AC-1', also: [] }], SEED)).toThrow('ffffffff')
  })
})
