import { describe, expect, it } from 'vitest'
import { SIGNS } from '../../bot/answering/follow-up/candidates.ts'
import { calibrateFollowUps } from '../../evals/calibrate-follow-ups.ts'
import type { Case } from '../../evals/cases.ts'
import { composeTestBot } from '../bot/composed.ts'

const bot = await composeTestBot()

/** Two turns of one conversation. */
const conversation = (thread: string, q: readonly [string, string], gold: readonly [string, string]): readonly Case[] =>
  ([0, 1] as const).map((turn) => ({
    id: `${thread}-${turn}`,
    lang: 'en',
    kind: turn === 0 ? 'clause' : 'follow_up',
    thread,
    q: q[turn],
    gold: gold[turn],
    accept: [],
  }))

const FITTED = conversation('c-1', ['What is CPS.IP-1?', 'and updates for it?'], ['CPS.IP-1', 'CPS.MA-1'])
const CHECKED = conversation('c-2', ['What is CPS.AC-2?', 'who gets a padlock?'], ['CPS.AC-2', 'CPS.AC-2'])

describe('fitting the weights of follow-ups', () => {
  it('gives a weight to every sign, and puts what was labelled first', async () => {
    const { weights, choices, right } = await calibrateFollowUps(bot, FITTED)
    expect(Object.keys(weights)).toEqual([...SIGNS])
    expect([choices, right['fitted']]).toEqual([1, 1])
  })

  it('learns nothing from conversations with an even number', async () => {
    const without = await calibrateFollowUps(bot, FITTED)
    const beside = await calibrateFollowUps(bot, [...FITTED, ...CHECKED])
    expect(beside.weights).toEqual(without.weights)
    expect(beside.right['checked']).toBeDefined()
  })
})
