import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openPglite } from '../../../adapters/store/pglite.ts'
import type { Speaker } from '../../../bot/event.ts'
import { settingsWordsIn } from '../../../bot/words/settings.ts'
import { composeBot } from '../../../compose.ts'
import { readConfig } from '../../../config.ts'
import { SHARED_DATA } from '../../bot/composed.ts'
import { buttonNamed, ONE, openShop, textOf } from './shop.ts'

const team = 'T-erasing'
const workspace = `slack:${team}`
const boss: Speaker = { workspace, person: `${workspace}:U1`, name: 'U1', standing: 'member', place: 'private' }
const words = settingsWordsIn('ja')

it('hands over the receipt to whoever deleted the firm, though nothing is kept of it any more', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shirube-erasing-'))
  const store = await openPglite(folder)
  const { bot } = await composeBot(readConfig({ DATA_DIR: SHARED_DATA }), store)
  const shop = await openShop({ store, bot, mode: 'http', team, tokens: ONE })
  const last = async (method: string) => {
    await expect.poll(() => shop.slack.done(method), { timeout: 10_000 }).toHaveLength(1)
    return shop.slack.done(method)[0] ?? expect.unreachable()
  }
  const firm = (await store.firms.welcome(boss))?.firm.id ?? ''
  const code = await store.codes.issue({ purpose: 'manager', firm, at: new Date(), minutes: 10 })
  await store.codes.redeem({ code, speaker: boss, at: new Date() })

  await shop.direct('設定')
  const settings = await last('chat.postMessage')
  await shop.press(settings, buttonNamed(settings, new RegExp(words.eraseTitle, 'u')))
  const { args } = await last('views.open')
  await shop.submit(args['view'] as Readonly<Record<string, unknown>>, { name: words.eraseWord })

  expect(textOf(await last('chat.update'))).toContain(words.receipt.entries)
  expect(await store.firms.find(firm)).toBeUndefined()
  expect(shop.reported).toEqual([])
  await shop.close()
  await store.close()
  await rm(folder, { recursive: true, force: true })
})
