import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../adapters/store/store.ts'
import { answered, doing } from './doings.ts'
import { somebody } from './open-firms.ts'
import { message, saying } from './turns.ts'

/** How long what people say is kept. */
export function retentionContract(name: string, open: () => Promise<Store>): void {
  describe(`what was said: ${name}`, () => {
    let store: Store
    beforeAll(async () => {
      store = await open()
    })
    afterAll(() => store.close())

    const ago = (days: number): Date => new Date(Date.now() - days * 24 * 60 * 60 * 1_000)
    const asked = async (event = message()) => {
      await store.inbox.record(event)
      await store.inbox.finish(event, saying('a reply'))
      return event
    }

    it('is remembered in its thread, whether it was answered at once or posted later', async () => {
      const event = await asked()
      const posted = message()
      await store.mailroom.accept({ platform: 'remembered', event: posted, address: {} })
      expect(await store.inbox.thread(posted.thread)).toEqual([])
      await store.mailroom.answered(posted, saying('posted'))
      expect(await store.inbox.thread(posted.thread)).toEqual([{ event: posted, reply: saying('posted') }])
      expect(await store.inbox.thread(event.thread)).toEqual([{ event, reply: saying('a reply') }])
    })

    it('is forgotten when its time has come, answered or not, and nothing of a checklist is', async () => {
      const speaker = somebody()
      const room = store.firms.room((await store.firms.welcome(speaker))?.firm.id ?? '')
      const log = await room.append(doing(answered('CK-01')))
      const [event, open, posted] = [await asked(), message(), { ...message(), speaker }]
      await store.inbox.record(open)
      await store.mailroom.accept({ platform: 'test', event: posted, address: {} })
      expect(await store.forget(ago(1))).toBe(0)
      expect(await store.inbox.thread(event.thread)).toHaveLength(1)
      expect(await store.forget(ago(-1))).toBe(5)
      expect(await store.inbox.thread(event.thread)).toEqual([])
      expect(await store.inbox.record(open)).toBe('new')
      expect(await room.log()).toEqual(log)
    })

    it('keeps no question of a firm that wants none kept, once it is answered, and those of others', async () => {
      const speaker = somebody()
      const visitor = await store.firms.welcome(speaker)
      await store.firms
        .room(visitor?.firm.id ?? '')
        .changeFirm((before) => ({ ...before, settings: { keepsQuestions: false } }))
      const secret = await asked({ ...message(), speaker })
      const other = await asked({ ...message(), speaker: somebody() })
      expect(await store.inbox.thread(secret.thread)).toEqual([
        { event: { ...secret, text: '' }, reply: saying('a reply') },
      ])
      expect(await store.inbox.record(secret)).toEqual(saying('a reply'))
      expect(await store.inbox.thread(other.thread)).toEqual([{ event: other, reply: saying('a reply') }])
    })

    it('keeps none of them on its way to a platform either, once the reply is there', async () => {
      const speaker = somebody()
      const visitor = await store.firms.welcome(speaker)
      await store.firms
        .room(visitor?.firm.id ?? '')
        .changeFirm((before) => ({ ...before, settings: { keepsQuestions: false } }))
      const event = { ...message(), speaker }
      await store.mailroom.accept({ platform: 'kept-out', event, address: {} })
      await store.mailroom.answered(event, saying('a reply'))
      expect(await store.mailroom.take('kept-out', 1)).toMatchObject([{ event: { id: event.id, text: '' } }])
    })
  })
}
