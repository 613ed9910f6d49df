import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../adapters/store/store.ts'
import { message, saying } from './turns.ts'

/** What every store keeps to about messages that went out. */
export function sentContract(name: string, open: () => Promise<Store>): void {
  describe(`what was sent: ${name}`, () => {
    let store: Store
    beforeAll(async () => {
      store = await open()
    })
    afterAll(() => store.close())

    it('is found by the platform’s id, and only what has one', async () => {
      const event = message()
      const { mailroom, sent } = store
      await mailroom.accept({ platform: 'teams', event, address: {} })
      await mailroom.answered(event, saying('one'))
      await mailroom.posting(event)
      expect(await sent.find('teams', 'chat:1')).toBeUndefined()
      await mailroom.settle(event, { kind: 'sent', message: 'chat:1' })
      expect(await sent.find('teams', 'chat:1')).toEqual({ event, reply: saying('one') })
      expect(await sent.find('slack', 'chat:1')).toBeUndefined()
      expect(await sent.find('teams', 'chat:2')).toBeUndefined()
    })
  })
}
