import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { codeOf } from './error-code.ts'
import { parseHolder, processOf, thisProcess, type Holder } from './holder.ts'

/** All in milliseconds. */
const BEAT = 2_000
const STALE = 10_000
const LOOK_AGAIN = 100

/** Giving back twice is the same as giving back once. */
type Lock = Readonly<{ release(): Promise<void> }>

/** What the file says: who wrote it (undefined: not yet readable) and when its holder last gave a sign of life. */
type Found = Readonly<{ holder: Holder | undefined; beat: number }>

/**
 * Keeps every other process out of the folder until released: two PGlites in one folder corrupt it within seconds.
 * Rejects, naming the holder, while another has it; takes over from a holder that is gone. The heartbeat is the file's
 * modification time, so that what the file says never changes under a reader.
 * `onLost` is called once when the folder turns out to be no longer ours: stop at once and write nothing more.
 */
export async function lockFolder(folder: string, onLost: (lost: Error) => void): Promise<Lock> {
  const path = join(folder, 'store.lock')
  const me = thisProcess()
  while (!(await create(path, me))) {
    const found = await look(path)
    if (found === undefined) continue
    if (await isAlive(path, found)) throw inUse(folder, found.holder)
    if (await takeOver(path, found, me)) break
    await wait(LOOK_AGAIN)
  }
  return keep(path, me, onLost)
}

/** True for exactly one of any number of processes. */
async function create(path: string, me: Holder): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify(me), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** In this order: an old text with a new time is checked again before anything is done to it; the reverse would not be. */
async function look(path: string): Promise<Found | undefined> {
  try {
    const text = await readFile(path, 'utf8')
    const { mtimeMs } = await stat(path)
    return { holder: parseHolder(text), beat: mtimeMs }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/**
 * By its process where we can see that: one that is merely stopped or busy is alive and would write on. Otherwise by its
 * heartbeat: watched until it moves or has stood still for long enough. A restarted container waits here for its own past.
 */
async function isAlive(path: string, { holder, beat }: Found): Promise<boolean> {
  const process = holder === undefined ? 'unknown' : processOf(holder)
  if (process !== 'unknown') return process === 'running'
  // The holder's clock may be ahead of ours; then only what we see ourselves counts.
  const from = Math.min(beat, Date.now())
  while (Date.now() - from < STALE) {
    await wait(LOOK_AGAIN)
    const now = await look(path)
    if (now?.holder?.token !== holder?.token) return false
    if (now?.beat !== beat) return now !== undefined
  }
  return false
}

/**
 * The right to replace one dead holder is a file named after it, which one process alone can create; whoever comes late finds
 * another holder in place and leaves that in peace. Renaming the file takes the lock and gives back the right in one step.
 */
async function takeOver(path: string, dead: Found, me: Holder): Promise<boolean> {
  const right = `${path}.${dead.holder?.token ?? 'unreadable'}`
  if (!(await create(right, me))) {
    await dropIfAbandoned(right)
    return false
  }
  const now = await look(path)
  if (now === undefined || now.holder?.token !== dead.holder?.token) {
    await rm(right, { force: true })
    return false
  }
  await rename(right, path)
  return true
}

/** Held for a moment only: an old one belongs to a process that died in that moment. */
async function dropIfAbandoned(right: string): Promise<void> {
  const found = await look(right)
  if (found !== undefined && Date.now() - found.beat > STALE) await rm(right, { force: true })
}

function inUse(folder: string, holder: Holder | undefined): Error {
  const who =
    holder === undefined ? 'another process' : `process ${holder.pid} on ${holder.host} (since ${holder.since})`
  return new Error(
    `The data folder ${folder} is in use by ${who}. Stop that process, or set DATA_DIR to another folder, ` +
      'or set DATABASE_URL to a PostgreSQL server, which any number of processes can share.',
  )
}

function keep(path: string, me: Holder, onLost: (lost: Error) => void): Lock {
  let over = false
  const isOurs = async () => (await look(path))?.holder?.token === me.token
  const end = () => {
    over = true
    clearInterval(heart)
  }
  const lose = (cause?: unknown) => {
    if (over) return
    end()
    onLost(new Error(`${path} no longer says that the folder is ours; another process may have it open`, { cause }))
  }
  const beat = async () => {
    try {
      if (await isOurs()) await utimes(path, new Date(), new Date())
      else lose()
    } catch (error) {
      lose(error)
    }
  }
  // Does not keep a process alive that has nothing else to do.
  const heart = setInterval(() => void beat(), BEAT).unref()
  return {
    async release() {
      if (over) return
      end()
      if (await isOurs()) await rm(path, { force: true })
    },
  }
}
