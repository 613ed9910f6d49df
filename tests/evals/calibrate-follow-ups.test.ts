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

const MOVES = conversation('c-1', ['What is CPS.IP-1?', 'and updates for it?'], ['CPS.IP-1', 'CPS.MA-1'])
const STAYS = conversation('c-2', ['What is CPS.AC-2?', 'who gets a padlock?'], ['CPS.AC-2', 'CPS.AC-2'])

describe('fitting the weights of follow-ups', () => {
  it('gives a weight to every sign, and puts what was labelled first', async () => {
    const { weights, choices, right } = await calibrateFollowUps(bot, [...MOVES, ...STAYS])
    expect(Object.keys(weights)).toEqual([...SIGNS])
    expect([choices, right['fitted']]).toEqual([2, 1])
  })

  it('judges each conversation by weights fitted to others', async () => {
    const { right } = await calibrateFollowUps(bot, [...MOVES, ...STAYS])
    // Whoever has only seen people move on doesn't expect them to stay, and the other way round.
    expect(right['unseen']).toBeLessThan(1)
  })
})
