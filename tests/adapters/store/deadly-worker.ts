/**
 * Works on what waits in the folder it is given, and is killed by every message that says so. Prints what it posted: id, outcome, and
 * whatever it reported.
 */
import { writeSync } from 'node:fs'
import { openPglite } from '../../../adapters/store/pglite.ts'
import { createDelivery } from '../../../bot/delivery/delivery.ts'
import { saying } from '../../contracts/turns.ts'
import { DEADLY } from './deadly.ts'

const [folder = ''] = process.argv.slice(2)
const { mailroom } = await openPglite(folder)
const { wake } = createDelivery({
  mailroom,
  bot(event) {
    if (event.kind === 'message' && event.text === DEADLY) process.kill(process.pid, 'SIGKILL')
    return Promise.resolve(saying(event.id))
  },
  platform: {
    name: 'test',
    begin: () => Promise.resolve(),
    post(reply, { event }) {
      writeSync(1, `${event.id} ${reply.outcome}\n`)
      return Promise.resolve({ kind: 'sent', message: event.id })
    },
  },
  report(cause) {
    writeSync(1, `reported ${String(cause)}\n`)
    return 'a-reference'
  },
})
setInterval(wake, 50)
