import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Known } from '../../bot/delivery/address-book.ts'
import type { Store } from '../../adapters/store/store.ts'

const known = (platform = 'slack'): Known => {
  const workspace = `${platform}:${randomUUID()}`
  return { person: `${workspace}:U1`, platform, workspace, address: { channel: 'U1', 名前: '花' } }
}

/** What every store's address book and installations keep to. */
export function addressBookContract(name: string, open: () => Promise<Store>): void {
  describe(`the address book: ${name}`, () => {
    let store: Store
    beforeAll(async () => {
      store = await open()
    })
    afterAll(() => store.close())

    it('finds the latest address of a person on every platform', async () => {
      const slack = known()
      const teams = { ...known('teams'), person: slack.person }
      for (const one of [slack, teams, { ...slack, address: { channel: 'D9' } }]) await store.addressBook.remember(one)
      const found = await store.addressBook.find(slack.person)
      expect(new Set(found)).toEqual(new Set([teams, { ...slack, address: { channel: 'D9' } }]))
    })

    it('finds no broken address until the person is met again', async () => {
      const one = known()
      await store.addressBook.remember(one)
      await store.addressBook.broken(one.person, 'user_not_found')
      expect(await store.addressBook.find(one.person)).toEqual([])
      await store.addressBook.remember(one)
      expect(await store.addressBook.find(one.person)).toEqual([one])
    })

    it('removes one person, and no other', async () => {
      const [gone, stays] = [known(), known()]
      for (const one of [gone, stays]) await store.addressBook.remember(one)
      await store.addressBook.remove(gone.person)
      expect(await store.addressBook.find(gone.person)).toEqual([])
      expect(await store.addressBook.find(stays.person)).toEqual([stays])
    })

    it('forgets a workspace whole, and no other', async () => {
      const [gone, stays] = [known(), known()]
      for (const one of [gone, stays]) await store.addressBook.remember(one)
      await store.addressBook.forget(gone.workspace)
      expect(await store.addressBook.find(gone.person)).toEqual([])
      expect(await store.addressBook.find(stays.person)).toEqual([stays])
    })

    it('gives back an installation to whoever has its key, and to nobody else', async () => {
      const key = randomBytes(32).toString('base64')
      const workspace = `slack:${randomUUID()}`
      const installations = store.installations(key)
      await installations.keep(workspace, { bot: { token: 'xoxb-first' } })
      await installations.keep(workspace, { bot: { token: 'xoxb-secret' } })
      expect(await installations.read(workspace)).toEqual({ bot: { token: 'xoxb-secret' } })
      await expect(store.installations(randomBytes(32).toString('hex')).read(workspace)).rejects.toThrow(
        `${workspace} does not open with this ENCRYPTION_KEY`,
      )
      await installations.remove(workspace)
      expect(await installations.read(workspace)).toBeUndefined()
    })

    it('takes no key that is not 32 bytes', () => {
      expect(() => store.installations('short')).toThrow('openssl rand -base64 32')
    })
  })
}
