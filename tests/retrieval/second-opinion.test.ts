import { describe, expect, it } from 'vitest'
import type { Findings, Retriever } from '../../bot/ports.ts'
import { withSecondOpinion } from '../../retrieval/second-opinion.ts'

const OWN: Findings = {
  named: [],
  unknown: [],
  hits: [
    { id: 'a', score: 2 },
    { id: 'b', score: 1 },
  ],
  coverage: 0.8,
  verdict: 'covered',
}
const OTHER: Findings = { ...OWN, hits: [{ id: 'b', score: 3 }], coverage: 0.1, verdict: 'uncovered' }
const WANTED = { question: 'q', topic: 'q' }

const finding = (findings: Findings): Retriever => ({ find: () => Promise.resolve(findings) })
const failing: Retriever = { find: () => Promise.reject(new Error('the provider is down')) }

function asking(own: Findings, other: () => Retriever | undefined) {
  const notes: string[] = []
  const retriever = withSecondOpinion({ own: finding(own), other, note: (happening) => notes.push(happening) })
  return { find: () => retriever.find(WANTED), notes }
}

describe('search with a second embedder', () => {
  it('is our own search while the other index is not there', async () => {
    expect(await asking(OWN, () => undefined).find()).toBe(OWN)
  })

  it('takes the order of the other and keeps its own verdict', async () => {
    expect(await asking(OWN, () => finding(OTHER)).find()).toEqual({ ...OWN, hits: OTHER.hits })
  })

  it('lets the other choose the nearest topics of what is not covered, and answers it no more for that', async () => {
    const uncovered: Findings = { ...OWN, verdict: 'uncovered', coverage: 0.2 }
    const sure: Findings = { ...OTHER, verdict: 'covered', coverage: 1 }
    expect(await asking(uncovered, () => finding(sure)).find()).toEqual({ ...uncovered, hits: OTHER.hits })
  })

  it.each<[string, Partial<Findings>]>([
    ['small talk', { verdict: 'smalltalk' }],
    ['a wish to be called certified', { verdict: 'claim' }],
    ['an id that is spelt out', { named: ['a'] }],
    ['an id that does not exist', { unknown: ['CPS.AC-99'] }],
  ])('sends nothing of %s to the other', async (_, found) => {
    const own = { ...OWN, ...found }
    const { find, notes } = asking(own, () => failing)
    expect([await find(), notes]).toEqual([own, []])
  })

  it('falls back on its own while the other fails, and says so once', async () => {
    let other = failing
    const { find, notes } = asking(OWN, () => other)
    expect([await find(), await find()]).toEqual([OWN, OWN])
    expect(notes).toEqual(['failed'])
    other = finding(OTHER)
    expect((await find()).hits).toBe(OTHER.hits)
    expect(notes).toEqual(['failed', 'works again'])
  })
})
