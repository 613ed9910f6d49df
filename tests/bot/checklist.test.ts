import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import type { Action } from '../../bot/action.ts'
import type { Speaker } from '../../bot/event.ts'
import { composeTestBot, type TestBot } from './composed.ts'

const HANA: Speaker = { workspace: 'web:local', person: 'web:hana', name: 'Hana', standing: 'member', place: 'private' }

let bot: TestBot
beforeAll(async () => {
  bot = await composeTestBot()
})

const press = (action: Action, speaker = HANA) => {
  const id = randomUUID()
  return bot.bot({ id, thread: id, lang: 'en', speaker, kind: 'press', action, values: {} })
}
const progress = async () =>
  (await press({ kind: 'view', view: 'progress' })).blocks.flatMap((block) =>
    block.kind === 'progress' ? [block.progress] : [],
  )

it('counts an answer, and counts it no longer once it is taken back', async () => {
  const [before] = await progress()
  await press({ kind: 'answer', item: 'CK-04', status: 'done' })
  expect(await progress()).toEqual([{ ...before, assessed: 1, inPlace: 1 }])
  await press({ kind: 'undo' })
  expect(await progress()).toEqual([before])
})

it('shows nothing of a firm to a guest', async () => {
  const reply = await press({ kind: 'view', view: 'progress' }, { ...HANA, standing: 'guest' })
  expect(reply.blocks.map(({ kind }) => kind)).toEqual(['notice'])
})
