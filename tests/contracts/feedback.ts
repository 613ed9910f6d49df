import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Feedback, Opinion } from '../../bot/feedback.ts'

type OpenFeedback = Readonly<{ feedback: Feedback; close(): Promise<void> }>

/** What keeps opinions, of whatever kind. */
export function feedbackContract(name: string, open: () => Promise<OpenFeedback>): void {
  describe(`feedback: ${name}`, () => {
    let opened: OpenFeedback
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.close())
    const keep = async (...opinions: readonly Opinion[]) => {
      for (const opinion of opinions) await opened.feedback.keep(opinion)
    }
    const countOf = async (about: string) => (await opened.feedback.counts()).find((count) => count.about === about)
    const said = (about: string, more: Partial<Opinion> = {}): Opinion => ({
      by: `web:${randomUUID()}`,
      reply: 'reply-1',
      about,
      helped: true,
      ...more,
    })

    it('counts who was helped and who was not, each entry for itself', async () => {
      const [one, other] = [randomUUID(), randomUUID()]
      await keep(said(one), said(one), said(one, { helped: false, reason: '長い' }), said(other, { helped: false }))
      expect(await countOf(one)).toEqual({ about: one, helped: 2, didNotHelp: 1, reasons: ['長い'] })
      expect(await countOf(other)).toEqual({ about: other, helped: 0, didNotHelp: 1, reasons: [] })
    })

    it('counts one person once for one answer, by what they said last', async () => {
      const about = randomUUID()
      const by = `web:${randomUUID()}`
      await keep(
        said(about, { by }),
        said(about, { by, helped: false }),
        said(about, { by, helped: false, reason: '古い' }),
      )
      expect(await countOf(about)).toEqual({ about, helped: 0, didNotHelp: 1, reasons: ['古い'] })
      await keep(said(about, { by, reply: 'reply-2' }))
      expect(await countOf(about)).toMatchObject({ helped: 1, didNotHelp: 1 })
    })

    it('says nothing of who said it, or of which answer', async () => {
      const about = randomUUID()
      await keep(said(about, { by: 'slack:T1:U1', reply: 'slack-reply-77', helped: false, reason: '難しい' }))
      const shown = JSON.stringify(await opened.feedback.counts())
      expect(shown).toContain(about)
      expect(shown).not.toMatch(/slack:T1:U1|slack-reply-77/u)
    })
  })
}
