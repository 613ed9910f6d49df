/** Records and finishes one event after the other in the folder it is given; prints the id of each that `finish` acknowledged. */
import { writeSync } from 'node:fs'
import { openPglite } from '../../../adapters/store/pglite.ts'
import { message, saying } from '../../contracts/turns.ts'

const [folder = ''] = process.argv.slice(2)
writeSync(1, 'opening\n')
const { inbox } = await openPglite(folder)
for (;;) {
  const event = message()
  await inbox.record(event)
  await inbox.finish(event, saying(event.id))
  writeSync(1, `${event.id}\n`)
}
