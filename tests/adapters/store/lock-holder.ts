/** Locks the folder it is given when told to go, says how that went, and keeps the folder until told to go again. */
import { once } from 'node:events'
import { lockFolder } from '../../../adapters/store/lock.ts'

const [folder = ''] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)
const go = () => once(process.stdin, 'data')

say('ready')
await go()
try {
  const lock = await lockFolder(folder, (lost) => say(lost.message))
  say('held')
  await go()
  await lock.release()
  say('released')
} catch (error) {
  say(error instanceof Error ? error.message : 'not an error')
}
process.stdin.destroy()
