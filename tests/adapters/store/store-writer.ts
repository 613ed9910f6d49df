/**
 * Answers one event after the other in the folder it is given, in the inbox and in a firm's checklist; prints the id of each once
 * both acknowledged it.
 */
import { writeSync } from 'node:fs'
import { openPglite } from '../../../adapters/store/pglite.ts'
import { answered, doing } from '../../contracts/doings.ts'
import { message, saying } from '../../contracts/turns.ts'
import { WRITER } from './writer.ts'

const [folder = ''] = process.argv.slice(2)
writeSync(1, 'opening\n')
const { inbox, firms } = await openPglite(folder)
const visitor = await firms.welcome(WRITER)
const room = firms.room(visitor?.firm.id ?? '')
for (;;) {
  const event = message()
  await inbox.record(event)
  await room.append({ ...doing(answered('CK-01')), event: event.id })
  await inbox.finish(event, saying(event.id))
  writeSync(1, `${event.id}\n`)
}
