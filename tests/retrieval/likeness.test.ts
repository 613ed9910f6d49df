import { describe, expect, it } from 'vitest'
import { loadBagEmbedder, WEIGHTS } from '../../retrieval/embedder/bag.ts'
import { createLikeness } from '../../retrieval/likeness.ts'

const likeness = createLikeness(await loadBagEmbedder(WEIGHTS))

describe('how alike a message is to lists of texts', () => {
  it('is 1 for the same text, whatever else is in its list, and 0 for an empty list', async () => {
    const [same, none] = await likeness('who keeps the spare key?', [['the printer', 'who keeps the spare key?'], []])
    expect([same?.toFixed(4), none]).toEqual(['1.0000', 0])
  })

  it('is greater for the list that means the same, in another language, too', async () => {
    const [doors = 0, backups = 0] = await likeness('合鍵は誰が持つ？', [
      ['who keeps the spare key'],
      ['is it backed up'],
    ])
    expect(doors).toBeGreaterThan(backups)
  })

  it('is the same however often it is asked', async () => {
    const lists = [['and the phones'], ['is it written down', 'and the phones']]
    expect(await likeness('phones too?', lists)).toEqual(await likeness('phones too?', lists))
  })

  it('is there for a message without a single word', async () => {
    expect(await likeness('', [['and the phones']])).toEqual([0])
  })
})
