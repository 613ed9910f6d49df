import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../adapters/store/store.ts'
import { endsAt, type Ends, type Kept } from '../../bot/retention.ts'
import { answered, doing } from './doings.ts'
import { everythingKept } from './everything-kept.ts'
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

    const withoutRecord = async (speaker = somebody()) => {
      const firm = (await store.firms.welcome(speaker))?.firm.id ?? ''
      await store.firms.room(firm).changeFirm((before) => ({ ...before, settings: { keepsQuestions: false } }))
      return { speaker }
    }
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
      expect((await store.forget(ends('said', ago(1)))).said).toBe(0)
      expect(await store.inbox.thread(event.thread)).toHaveLength(1)
      expect((await store.forget(ends('said', ago(-1)))).said).toBe(5)
      expect(await store.inbox.thread(event.thread)).toEqual([])
      expect(await store.inbox.record(open)).toBe('new')
      expect(await room.log()).toEqual(log)
    })

    it('keeps no question of a firm that wants none kept, once it is answered, and those of others', async () => {
      const { speaker } = await withoutRecord()
      const secret = await asked({ ...message(), speaker })
      const other = await asked({ ...message(), speaker: somebody() })
      expect(await store.inbox.thread(secret.thread)).toEqual([
        { event: { ...secret, text: '' }, reply: saying('a reply') },
      ])
      expect(await store.inbox.record(secret)).toEqual(saying('a reply'))
      expect(await store.inbox.thread(other.thread)).toEqual([{ event: other, reply: saying('a reply') }])
    })

    it('keeps in its place for whom the thread is to be worded', async () => {
      const { speaker } = await withoutRecord()
      const easy = await asked({ ...message(), speaker, kind: 'message', text: 'やさしい日本語で教えて' })
      expect(await store.inbox.thread(easy.thread)).toMatchObject([{ event: { text: '', level: 'newcomer' } }])
    })

    it('forgets the words of earlier questions where a firm has come to want no record, and only there', async () => {
      const speaker = somebody()
      const [before, other] = [await asked({ ...message(), speaker }), await asked()]
      await withoutRecord(speaker)
      const posted = { ...message(), speaker }
      await store.mailroom.accept({ platform: 'waits', event: posted, address: {} })
      await store.forget(endsAt(new Date()))
      expect(await store.inbox.thread(before.thread)).toMatchObject([{ event: { ...before, text: '' } }])
      expect(await store.inbox.thread(other.thread)).toMatchObject([{ event: other }])
      expect(await store.mailroom.take('waits', 1)).toMatchObject([{ event: posted }])
    })

    it('forgets the replies, too, where no record is wanted, a day later and not before they have arrived', async () => {
      const { speaker } = await withoutRecord()
      const [secret, other, posted] = [await asked({ ...message(), speaker }), await asked(), { ...message(), speaker }]
      await store.mailroom.accept({ platform: 'on-its-way', event: posted, address: {} })
      await store.mailroom.answered(posted, saying('on its way'))
      expect((await store.forget(endsAt(inDays(0.9)))).unrecorded).toBe(0)
      expect((await store.forget(endsAt(inDays(1.1)))).unrecorded).toBeGreaterThan(0)
      expect(await store.inbox.thread(secret.thread)).toEqual([])
      expect(await store.inbox.thread(other.thread)).toHaveLength(1)
      expect(await store.inbox.thread(posted.thread)).toHaveLength(1)
      await store.mailroom.posting(posted)
      await store.mailroom.settle(posted, { kind: 'sent', message: '1' })
      expect((await store.forget(endsAt(inDays(1.1)))).unrecorded).toBe(1)
    })

    it('keeps no words of a question that could not be answered, which can be sent again', async () => {
      const { speaker } = await withoutRecord()
      const text = `秘密 ${randomUUID()}`
      const event = { ...message(), speaker, kind: 'message', text } as const
      await store.inbox.record(event)
      expect(await everythingKept(store)).toContain(text)
      await store.inbox.abandon(event)
      expect(await everythingKept(store)).not.toContain(text)
      expect(await store.inbox.record(event)).toBe('new')
    })

    it('keeps none of them on its way to a platform either, once the reply is there', async () => {
      const { speaker } = await withoutRecord()
      const event = { ...message(), speaker }
      await store.mailroom.accept({ platform: 'kept-out', event, address: {} })
      await store.mailroom.answered(event, saying('a reply'))
      expect(await store.mailroom.take('kept-out', 1)).toMatchObject([{ event: { id: event.id, text: '' } }])
    })

    it('forgets opinions after a year', async () => {
      await store.feedback.keep({ by: 'somebody', reply: 'r', about: 'CPS.AC-1', helped: false, reason: '長い' })
      expect((await store.forget(endsAt(inDays(364)))).feedback).toBe(0)
      expect((await store.forget(endsAt(inDays(366)))).feedback).toBe(1)
      expect(await store.feedback.counts()).toEqual([])
    })

    it('forgets a code a day after its end, used or not, and who mistyped one', async () => {
      const speaker = somebody()
      const firm = (await store.firms.welcome(speaker))?.firm.id ?? ''
      const at = new Date()
      const code = await store.codes.issue({ purpose: 'manager', firm, at, minutes: 10 })
      const wrong = { code: '0000-0000', speaker, at }
      for (let n = 0; n < 5; n++) await store.codes.redeem(wrong)
      expect((await store.forget(endsAt(inDays(0.9)))).codes).toBe(0)
      expect(await store.codes.redeem({ ...wrong, code })).toMatchObject({ because: 'too_many' })
      expect((await store.forget(endsAt(inDays(1.1)))).codes).toBe(1)
      expect(await everythingKept(store)).not.toContain(`"person":"${speaker.person}","tried_at"`)
      expect(await store.codes.redeem({ ...wrong, code })).toMatchObject({ because: 'unknown' })
    })

    it('forgets how to reach whoever is in no firm any more, and nobody else', async () => {
      const [here, gone, nobody] = [somebody(), somebody(), somebody()]
      for (const { person, workspace } of [here, gone, nobody])
        await store.addressBook.remember({ person, workspace, platform: 'test', address: {} })
      await store.firms.welcome(here)
      const left = await store.firms.welcome(gone)
      const room = store.firms.room(left?.firm.id ?? '')
      await room.changeMember(left?.member.id ?? '', (member) => ({ ...member, left: true }))
      expect((await store.forget(endsAt(inDays(29)))).addresses).toBe(0)
      expect((await store.forget(endsAt(inDays(31)))).addresses).toBe(2)
      expect(await store.addressBook.find(here.person)).toHaveLength(1)
      for (const { person } of [gone, nobody]) expect(await store.addressBook.find(person)).toEqual([])
    })
  })
}

const inDays = (days: number): Date => new Date(Date.now() + days * 24 * 60 * 60 * 1_000)
const ago = (days: number): Date => inDays(-days)

/** Of one kind only; of the others nothing is old enough. */
const ends = (kind: Kept, end: Date): Ends => ({ ...endsAt(new Date(0)), [kind]: end })
