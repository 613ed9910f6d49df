import { expect, it } from 'vitest'
import { message, saying } from '../contracts/turns.ts'
import { openRunningStore } from './running-store.ts'

const { store, run } = await openRunningStore()

it('lists, beside a running bot, whose answer could not be posted, counts it in doctor, and has it posted once more', async () => {
  expect(await run('messages', 'waiting')).toMatchObject({ code: 0, stdout: '', stderr: 'No message waits for you.\n' })
  const event = message()
  await store.mailroom.accept({ platform: 'slack', event, address: {} })
  await store.mailroom.answered(event, saying('a reply'))
  await store.mailroom.posting(event)
  await store.mailroom.settle(event, { kind: 'failed', reason: 'channel_not_found' })
  const [line] = JSON.parse((await run('messages', 'waiting', '--json')).stdout) as readonly object[]
  expect(line).toMatchObject({ id: event.id, platform: 'slack', state: 'failed', reason: 'channel_not_found' })
  expect((await run('messages', 'waiting')).stdout).toContain(`slack  message  ${event.id}  channel_not_found`)
  expect((await run('doctor')).stdout).toMatch(/^BAD +messages +1 wait for you/mu)
  expect(await run('messages', 'retry', event.id)).toMatchObject({ code: 0 })
  expect(await store.mailroom.take('slack', 9)).toMatchObject([{ event, reply: saying('a reply'), doubtful: false }])
  expect(await run('messages', 'retry', event.id)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('is no message that waits for you') as unknown,
  })
}, 120_000)

it.each([[[]], [['retry']], [['waiting', 'more']], [['retry', 'a', 'b']]])('is used wrongly with %j', async (args) => {
  expect(await run('messages', ...args)).toMatchObject({ code: 2 })
})
