import { once } from 'node:events'
import { stat, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readFirmJson } from '../../../bot/firms/export/firm-json.ts'
import { callOperator } from '../../../adapters/store/operator/call.ts'
import type { Operator } from '../../../adapters/store/operator/operator.ts'
import { serveOperator } from '../../../adapters/store/operator/serve.ts'
import { answered, doing } from '../../contracts/doings.ts'
import { somebody } from '../../contracts/open-firms.ts'
import { openReadyStore, readyFolder } from './ready-store.ts'

const NOW = new Date('2027-02-02T03:00:00Z')

const { folder, store } = await openReadyStore()
let door: { stop(): Promise<void> }
beforeAll(async () => {
  await writeFile(join(folder, 'store.sock'), 'left behind')
  door = await serveOperator(
    folder,
    store.operator({ now: () => NOW, write: (firm, at) => JSON.stringify({ ...firm, at }), read: readFirmJson }),
  )
})
afterAll(() => door.stop())

async function operator(): Promise<Operator> {
  const found = await callOperator(folder)
  if (found === undefined) throw new Error('nobody listens')
  return found
}

async function firmWithAnswers(): Promise<string> {
  const visitor = await store.firms.welcome(somebody())
  const firm = visitor?.firm.id ?? ''
  await store.firms.room(firm).changeFirm((before) => ({ ...before, name: '見本製作所' }))
  await store.firms.room(firm).append(doing(answered('CK-01'), answered('CK-02')))
  return firm
}

/** What the other end says to whatever is written into the socket. */
async function say(line: string): Promise<string> {
  const socket = connect(join(folder, 'store.sock'))
  await once(socket, 'connect')
  socket.end(line)
  return text(socket)
}

it('lists firms by how much there is of them, never by what it says', async () => {
  const id = await firmWithAnswers()
  const lines = await (await operator()).list('')
  const line = lines.find((one) => one.id === id)
  expect(line).toMatchObject({
    name: '見本製作所',
    lang: 'ja',
    members: 1,
    entries: 2,
    latest: '2026-01-02T03:04:05.678Z',
  })
  expect(await (await operator()).show(id)).toEqual(line)
  expect(JSON.stringify(lines)).not.toMatch(/CK-01|花子/)
})

it('exports what a firm has of its own, and deletes it for good', async () => {
  const [id, other] = [await firmWithAnswers(), await firmWithAnswers()]
  const asked = await operator()
  const room = store.firms.room(id)
  expect(JSON.parse(await asked.export(id))).toEqual({
    firm: await store.firms.find(id),
    members: await room.members(),
    log: await room.log(),
    at: NOW.toISOString(),
  })
  expect(await asked.erase(id)).toEqual({ members: 1, entries: 2, codes: 0, turns: 0 })
  for (const deed of [asked.show(id), asked.export(id), asked.erase(id)])
    await expect(deed).rejects.toThrow(`There is no firm ${id}; firm list shows those there are.`)
  expect((await asked.show(other)).entries).toBe(2)
})

it('backs up while the store is in use, many at a time', async () => {
  await firmWithAnswers()
  const asked = await operator()
  const files = ['one', 'two', 'three'].map((name) => join(folder, name))
  const done = await Promise.all(files.map((file) => asked.backUp(file)))
  for (const { file, bytes } of done) expect((await stat(file)).size).toBe(bytes)
  await expect(asked.backUp(join(folder, 'nowhere', 'x'))).rejects.toThrow('No backup was written')
})

it.each([
  '',
  'select * from firm',
  '{"ask":"query","about":"select 1"}',
  '{"ask":"list"}',
  '{"ask":"__proto__","about":""}',
  '[]',
])('does nothing else for anybody: %s', async (line) => {
  expect(await say(`${line}\n`)).toBe('{"error":"This is no command of Shirube’s."}\n')
})

it('lets in the user whose folder it is, and nobody else', async () => {
  expect((await stat(join(folder, 'store.sock'))).mode & 0o777).toBe(0o600)
})

it('is not there where nobody has the folder open', async () => {
  expect(await callOperator(await readyFolder())).toBeUndefined()
})
