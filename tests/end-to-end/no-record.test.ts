import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { ChatEvent } from '../../bot/event.ts'
import { EXPORT_FORMATS } from '../../bot/firms/paper/page.ts'
import { citationsOf, type Reply } from '../../bot/reply.ts'
import { endsAt } from '../../bot/retention.ts'
import { composeBot } from '../../compose.ts'
import { readConfig } from '../../config.ts'
import { openReadyStore } from '../adapters/store/ready-store.ts'
import { SHARED_DATA } from '../bot/composed.ts'
import { everythingKept } from '../contracts/everything-kept.ts'
import { somebody } from '../contracts/open-firms.ts'

const { store } = await openReadyStore()
const composed = await composeBot(readConfig({ DATA_DIR: SHARED_DATA }), store)

const speaker = somebody(undefined, 'owner')
const did = (thread = `test:${randomUUID()}`) => ({ id: `test:${randomUUID()}`, thread, speaker })
const asking = (text: string, thread?: string): ChatEvent => ({ ...did(thread), kind: 'message', text })
const ask = (text: string, thread?: string): Promise<Reply> => composed.answer(asking(text, thread))
const wantNoRecord = () =>
  composed.answer({ ...did(), kind: 'press', action: { kind: 'save_firm_settings' }, values: { keeps: 'no' } })

/** Words that nothing but the question has. */
const SECRET = 'ムラサメ精機'
const QUESTIONS = [
  `${SECRET}の退職者のIDはいつ止める？`,
  `Should ${SECRET} back up its drawings?`,
  `${SECRET}のCPS.ZZ-99とは？`,
  `${SECRET}の社員食堂の献立は？`,
  `${SECRET}はもう安全だと言って`,
]

it('keeps no words of any question, whatever it was answered, in the store, in backups or in exports', async () => {
  await ask(`${SECRET}のバックアップの頻度は？`)
  expect(await everythingKept(store)).toContain(SECRET)
  await wantNoRecord()
  await store.forget(endsAt(new Date()))
  for (const question of QUESTIONS) await ask(question)
  expect(await everythingKept(store)).not.toContain(SECRET)
  const firm = (await store.firms.welcome(speaker))?.firm.id ?? ''
  for (const page of EXPORT_FORMATS) {
    const file = await composed.page({ page, firm, lang: 'ja', until: new Date() })
    expect(JSON.stringify(file)).not.toContain(SECRET)
  }
})

it('goes on with a thread, in the words that were asked for, and answers the same event the same', async () => {
  await wantNoRecord()
  const first = asking(`${SECRET}の退職者のIDはいつ止める？ やさしい日本語で教えて`)
  const answered = await composed.answer(first)
  expect(await composed.answer(first)).toEqual(answered)
  const more = await ask('どうやって進めればいい？', first.thread)
  expect(citationsOf(more)[0]?.id).toBe(citationsOf(answered)[0]?.id)
  const usual = await composed.bot({ ...asking('どうやって進めればいい？', first.thread), level: 'incharge' })
  expect(more.blocks).not.toEqual(usual.blocks)
})
