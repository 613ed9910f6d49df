import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { findingsOf } from './year/findings.ts'
import { live } from './year/live.ts'
import { createInMemoryWorld } from './year/world.ts'

const APRIL = new Date('2026-04-01T00:00:00Z')

it(
  'sends no digest twice, loses none and counts right through a year of everything going wrong',
  { timeout: 300_000 },
  async () => {
    const lived = await live(createInMemoryWorld(), { seed: 20_260_401, firms: 50, from: APRIL, days: 365, step: 120 })
    const { letters, wrong } = await findingsOf(lived)
    expect(wrong).toEqual([])
    const count = (state: string): number => letters.filter((letter) => letter.state === state).length
    // Enough of everything to have tried it.
    expect(count('sent')).toBeGreaterThan(2_000)
    expect(count('uncertain')).toBeGreaterThan(20)
    expect(lived.deaths).toBeGreaterThan(200)
  },
)

it('does so from whatever seed', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.integer({ min: 0, max: 360 }), async (seed, day) => {
      const from = new Date(APRIL.getTime() + day * 86_400_000)
      const lived = await live(createInMemoryWorld(), { seed, firms: 4, from, days: 28, step: 120 })
      expect((await findingsOf(lived)).wrong).toEqual([])
    }),
    { numRuns: 15 },
  )
})
