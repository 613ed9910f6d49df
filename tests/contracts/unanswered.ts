import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../adapters/store/store.ts'
import type { Speaker } from '../../bot/event.ts'
import { somebody } from './open-firms.ts'
import { message, saying } from './turns.ts'

const EVER = { from: new Date('2000-01-01T00:00:00Z'), to: new Date('2100-01-01T00:00:00Z') }

/** What people ask and the corpus has nothing on. */
export function unansweredContract(name: string, open: () => Promise<Store>): void {
  describe(`unanswered questions: ${name}`, () => {
    let store: Store
    beforeAll(async () => {
      store = await open()
    })
    afterAll(() => store.close())

    async function ask(speaker: Speaker, outcome: 'not_covered' | 'answered'): Promise<void> {
      const event = { ...message(), speaker }
      await store.inbox.record(event)
      await store.inbox.finish(event, { ...saying('…'), outcome })
    }
    const firmOf = async (speaker: Speaker): Promise<string> => (await store.firms.welcome(speaker))?.firm.id ?? ''

    it('are counted by firm and by people, on the page and in chat', async () => {
      const [one, stranger] = [somebody(), somebody()]
      const other = somebody(one.workspace)
      const firm = await firmOf(one)
      for (const speaker of [one, one, stranger]) await ask(speaker, 'not_covered')
      await ask(one, 'answered')
      const posted = { ...message(), speaker: other }
      await store.mailroom.accept({ platform: 'test', event: posted, address: {} })
      await store.mailroom.answered(posted, { ...saying('…'), outcome: 'not_covered' })
      expect(await store.unanswered(firm, EVER)).toEqual({ questions: 3, people: 2 })
      expect(await store.unanswered(firm, { ...EVER, to: EVER.from })).toEqual({ questions: 0, people: 0 })
    })

    it('are not counted where no record is wanted of what is asked', async () => {
      const speaker = somebody()
      const firm = await firmOf(speaker)
      await store.firms.room(firm).changeFirm((before) => ({ ...before, settings: { keepsQuestions: false } }))
      await ask(speaker, 'not_covered')
      expect(await store.unanswered(firm, EVER)).toEqual({ questions: 0, people: 0 })
    })
  })
}
