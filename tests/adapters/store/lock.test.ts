import { mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockFolder } from '../../../adapters/store/lock.ts'
import { startChild, type Child } from './child.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shirube-lock-'))
  path = join(folder, 'store.lock')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const unexpected = (lost: Error): never => {
  throw lost
}
const lockNow = () => lockFolder(folder, unexpected)

async function holder(): Promise<Child> {
  const child = startChild(import.meta.resolve('./lock-holder.ts'), folder)
  expect(await child.nextLine()).toBe('ready')
  return child
}

async function heldByChild(): Promise<Child> {
  const child = await holder()
  child.go()
  expect(await child.nextLine()).toBe('held')
  return child
}

async function end(child: Child): Promise<void> {
  child.send('SIGKILL')
  await child.ended
}

/** A lock file as this process would write it, but for some of its words. */
async function leaveLock(changes: object, secondsAgo: number): Promise<void> {
  const lock = await lockNow()
  const text = await readFile(path, 'utf8')
  await lock.release()
  await writeFile(path, JSON.stringify({ ...JSON.parse(text), ...changes }))
  await beatAt(Date.now() - secondsAgo * 1000)
}

const beatAt = (time: number) => utimes(path, new Date(time), new Date(time))
const ELSEWHERE = { host: 'elsewhere', place: 'elsewhere' }

describe('locking a folder', () => {
  it('refuses a second process, and says who has it, since when, and what to do', async () => {
    const child = await heldByChild()
    const message = `The data folder ${folder} is in use by process ${child.pid} on ${hostname()} (since 20`
    await expect(lockNow()).rejects.toThrow(message)
    await expect(lockNow()).rejects.toThrow('Stop that process, or set DATA_DIR')
    await expect(lockNow()).rejects.toThrow('DATABASE_URL')
    await end(child)
  })

  it('refuses the same process a second time', async () => {
    const lock = await lockNow()
    await expect(lockNow()).rejects.toThrow(`process ${process.pid}`)
    await lock.release()
  })

  it('lets the next process in after release, and leaves nothing behind', async () => {
    const child = await heldByChild()
    child.go()
    expect(await child.nextLine()).toBe('released')
    const lock = await lockNow()
    await lock.release()
    await lock.release()
    expect(await readdir(folder)).toEqual([])
    await child.ended
  })

  it('takes over from a killed process at once', async () => {
    await end(await heldByChild())
    const lock = await lockNow()
    expect(await readdir(folder)).toEqual(['store.lock'])
    await lock.release()
  })

  it('does not take over from a process that is merely stopped, however old its heartbeat', async () => {
    const child = await heldByChild()
    child.send('SIGSTOP')
    await beatAt(Date.now() - 60_000)
    await expect(lockNow()).rejects.toThrow(`process ${child.pid}`)
    await end(child)
  })

  it('takes over when the pid now belongs to a later process', async () => {
    await leaveLock({ started: '1' }, 0)
    await (await lockNow()).release()
  })

  it('takes over from another host whose heartbeat is stale', async () => {
    await leaveLock(ELSEWHERE, 11)
    await (await lockNow()).release()
  })

  it('takes over from another host when its heartbeat goes stale while we watch', async () => {
    await leaveLock(ELSEWHERE, 9)
    await (await lockNow()).release()
  })

  it.each([0, 3600])('refuses while another host is alive, its clock %d s ahead of ours', async (ahead) => {
    await leaveLock(ELSEWHERE, -ahead)
    const refused = expect(lockNow()).rejects.toThrow(`process ${process.pid} on elsewhere`)
    const heart = setInterval(() => void beatAt(Date.now() + ahead * 1000), 500)
    await refused
    clearInterval(heart)
  })

  it.each(['', '{"token":', '{}', 'null'])('takes over a lock file cut short to %j, once it is old', async (text) => {
    await writeFile(path, text)
    await beatAt(Date.now() - 11_000)
    await (await lockNow()).release()
  })

  it('takes over after a process that died while taking over', async () => {
    const token = '00000000-0000-4000-8000-000000000000'
    await leaveLock({ ...ELSEWHERE, token }, 60)
    const right = `${path}.${token}`
    await writeFile(right, '')
    await utimes(right, new Date(0), new Date(0))
    await (await lockNow()).release()
    expect(await readdir(folder)).toEqual([])
  })

  it.each(['a killed process', 'a stale host', 'a lock cut short', 'nobody'])(
    'lets exactly one of 6 processes at once succeed %s',
    async (dead) => {
      const racers = await Promise.all(Array.from({ length: 6 }, holder))
      if (dead === 'a killed process') await end(await heldByChild())
      if (dead === 'a stale host') await leaveLock(ELSEWHERE, 60)
      if (dead === 'a lock cut short') await writeFile(path, '').then(() => beatAt(0))
      for (const racer of racers) racer.go()
      const answers = await Promise.all(racers.map((racer) => racer.nextLine()))
      const winner = racers[answers.indexOf('held')]?.pid
      const lost = expect.stringContaining(`in use by process ${winner} on ${hostname()}`) as string
      expect(answers.toSorted()).toEqual([...Array.from({ length: 5 }, () => lost), 'held'])
      await Promise.all(racers.map(end))
    },
  )

  it('tells the holder when the lock is no longer its own, and then leaves it alone', async () => {
    const lost = Promise.withResolvers<Error>()
    const lock = await lockFolder(folder, lost.resolve)
    const text = await readFile(path, 'utf8')
    const another = JSON.stringify({ ...JSON.parse(text), token: '00000000-0000-4000-8000-000000000000' })
    await writeFile(path, another)
    expect((await lost.promise).message).toContain('another process may have it open')
    await lock.release()
    expect(await readFile(path, 'utf8')).toBe(another)
  })

  it('tells the holder when the lock is gone', async () => {
    const lost = Promise.withResolvers<Error>()
    await lockFolder(folder, lost.resolve)
    await rm(path)
    expect((await lost.promise).message).toContain(path)
  })

  it('keeps its heartbeat going', async () => {
    const lock = await lockNow()
    await beatAt(0)
    await expect.poll(async () => (await stat(path)).mtimeMs, { timeout: 5_000 }).toBeGreaterThan(Date.now() - 10_000)
    await lock.release()
  })
})
