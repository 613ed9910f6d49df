import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { ChatEvent, FormValues, Level } from '../../bot/event.ts'
import type { Reply } from '../../bot/reply.ts'
import { composeBot, keptInMemory } from '../../compose.ts'
import { readConfig } from '../../config.ts'
import { SHARED_DATA } from './composed.ts'
import { somebody } from '../contracts/open-firms.ts'

const kept = keptInMemory()
const { answer } = await composeBot(readConfig({ DATA_DIR: SHARED_DATA }), kept)

const did = (speaker = somebody(), thread = `test:${randomUUID()}`) => ({ id: `test:${randomUUID()}`, thread, speaker })
const QUESTION = '退職者のIDはなぜ止める？'
const ask = (speaker = somebody(), { thread, text = QUESTION, ...more }: Partial<Asked> = {}): Promise<Reply> =>
  answer({ ...did(speaker, thread), kind: 'message', text, ...more })
type Asked = Readonly<{ thread: string; text: string; level: Level }>
const choose = (event: ReturnType<typeof did>): ChatEvent => ({ ...event, kind: 'choice', entry: 'CPS.AC-1' })

async function memberWhoSet(values: FormValues) {
  const speaker = somebody()
  await answer({ ...did(speaker), kind: 'press', action: { kind: 'save_own_settings' }, values })
  return speaker
}

it.each(['owner', 'incharge', 'newcomer'] as const)(
  'words answers for %s where a person has set that',
  async (reads) => {
    const speaker = await memberWhoSet({ reads })
    expect((await ask(speaker)).blocks).toEqual((await ask(somebody(), { level: reads })).blocks)
    const chosen = { ...choose(did()), level: reads }
    expect((await answer(choose(did(speaker)))).blocks).toEqual((await answer(chosen)).blocks)
  },
)

it('lets the words of a message, and of its thread from then on, go before what was set', async () => {
  const speaker = await memberWhoSet({ reads: 'owner' })
  const { thread } = did()
  const easy = await ask(speaker, { thread, text: `${QUESTION} やさしい日本語で` })
  expect(easy.blocks).toEqual((await ask(somebody(), { level: 'newcomer' })).blocks)
  const later = await ask(speaker, { thread, text: 'バックアップの頻度は？' })
  expect(later.blocks).toEqual((await ask(somebody(), { text: 'バックアップの頻度は？', level: 'newcomer' })).blocks)
  expect((await ask(speaker)).blocks).toEqual((await ask(somebody(), { level: 'owner' })).blocks)
})

it('answers in the language a person has set, whatever the question is in, until they ask for the other', async () => {
  const speaker = await memberWhoSet({ lang: 'en' })
  const { thread } = did()
  expect(await ask(speaker, { thread })).toMatchObject({ lang: 'en', outcome: 'answered' })
  expect(await ask(speaker, { thread, text: '日本語でお願いします' })).toMatchObject({
    lang: 'ja',
    outcome: 'answered',
  })
  expect(await ask(await memberWhoSet({ lang: '' }))).toMatchObject({ lang: 'ja' })
})

it('follows no setting of somebody who has left, and writes nobody down for asking', async () => {
  const speaker = await memberWhoSet({ reads: 'newcomer' })
  const { firm, member } = (await kept.firms.welcome(speaker)) ?? {}
  const room = kept.firms.room(firm?.id ?? '')
  await room.changeMember(member?.id ?? '', (before) => ({ ...before, left: true }))
  await ask({ ...somebody(speaker.workspace) })
  expect(await room.members()).toHaveLength(1)
  expect((await ask(speaker)).blocks).toEqual((await ask()).blocks)
})
