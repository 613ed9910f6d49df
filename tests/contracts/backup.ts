import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFirmJson } from '../../bot/firms/export/firm-json.ts'
import type { Restored, Restoring } from '../../adapters/store/backup/restore.ts'
import type { Store } from '../../adapters/store/store.ts'
import type { Speaker } from '../../bot/event.ts'
import type { Visitor } from '../../bot/firms/firm.ts'
import { answered, doing } from './doings.ts'
import { somebody } from './open-firms.ts'
import { message, saying } from './turns.ts'

/** A place for a store, empty at first. */
export type Place = Readonly<{
  open(): Promise<Store>
  /** At `RESTORED_AT`. */
  restore(restoring: Omit<Restoring, 'now'>): Promise<Restored>
}>

const AT = new Date('2027-02-02T03:00:00Z')
export const RESTORED_AT = new Date('2027-02-09T05:00:00Z')
const OPERATING = { now: () => AT, write: (firm: object) => JSON.stringify(firm), read: readFirmJson }
const ODD = '株式会社「道しるべ」 髙﨑🏭 \u2028 \\u0000 "\'`\n\r\t\u0001 Ω é'

const KEY = createHash('sha256').update(ODD).digest('base64')
const HANA = somebody()
const SAID = { ...message(), speaker: HANA, text: ODD }

/** A store with something of everything in it, and who HANA is there. */
async function fill(store: Store): Promise<Visitor> {
  await store.inbox.record(SAID)
  await store.inbox.finish(SAID, saying(ODD))
  const open = message()
  await store.inbox.record(open)
  await store.inbox.abandon(open)
  const room = store.firms.room((await known(store, HANA)).firm.id)
  await room.changeFirm((before) => ({ ...before, name: ODD, profile: { requests: [{ who: ODD, what: '★3' }] } }))
  await room.append(doing(answered('CK-01'), answered('CK-02')))
  await known(store, { ...HANA, person: `${HANA.workspace}:ken`, name: ODD })
  await store.codes.redeem({ code: '0000-0000', speaker: HANA, at: AT })
  await store.installations(KEY).keep(HANA.workspace, { token: 'x' })
  return known(store, HANA)
}

async function known(store: Store, speaker: Speaker): Promise<Visitor> {
  const visitor = await store.firms.welcome(speaker)
  if (visitor === undefined) throw new Error('not welcome')
  return visitor
}

const linesIn = async (path: string) =>
  gunzipSync(await readFile(path))
    .toString()
    .split('\n')
    .slice(0, -2)
    .toSorted()

type Opened = Readonly<{ from: Place; to: () => Promise<Place> }>

/** Whatever is kept in one place comes to the other. */
export function backupContract(name: string, open: () => Promise<Opened>): void {
  filledContract(`a backup: ${name}`, open, (filled) => {
    it('brings back every row as it was, and what counts up goes on from there', async () => {
      const { root, file, to, store, visitor } = filled()
      const { rows, bytes } = await store.operator(OPERATING).backUp(file)
      expect(rows).toMatchObject({ firm: 1, member: 2, account: 2, checklist_log: 2, inbox: 2, installation: 1 })
      expect((await stat(file)).size).toBe(bytes)
      expect((await stat(file)).mode & 0o777).toBe(0o600)
      const place = await to()
      expect(await place.restore({ file, replace: false })).toEqual({ made_at: AT.toISOString(), rows, doubtful: 0 })
      const there = await place.open()
      const again = join(root, 'again.gz')
      await there.operator(OPERATING).backUp(again)
      expect(await linesIn(again)).toEqual(await linesIn(file))
      const room = there.firms.room(visitor.firm.id)
      expect(await there.firms.welcome(HANA)).toEqual(visitor)
      expect(await room.members()).toEqual(await store.firms.room(visitor.firm.id).members())
      expect(await room.log()).toEqual(await store.firms.room(visitor.firm.id).log())
      expect(await there.inbox.thread(SAID.thread)).toEqual(await store.inbox.thread(SAID.thread))
      expect(await there.installations(KEY).read(HANA.workspace)).toEqual({ token: 'x' })
      expect(await room.append(doing(answered('CK-03')))).toMatchObject([{ seq: 3 }])
      const next = { ...message(), thread: SAID.thread }
      expect(await there.inbox.record(next)).toBe('new')
      await there.inbox.finish(next, saying('next'))
      expect((await there.inbox.thread(SAID.thread)).map((turn) => turn.event.id)).toEqual([SAID.id, next.id])
      await there.close()
    })
  })
}

/** A backup does no harm where it is put. */
export function restoringContract(name: string, open: () => Promise<Opened>): void {
  filledContract(`restoring: ${name}`, open, (filled) => {
    it('sends nothing by itself that may have gone out after the backup was made, and lists it', async () => {
      const { file, to, store, visitor } = filled()
      const { firm, member } = visitor
      const letter = (period: string, at: string, kind: 'week' | 'month' = 'week') =>
        ({ firm: firm.id, kind, period, recipient: member.id, at: new Date(at), instead: [] }) as const
      const turn = { firm: firm.id, schedule: '2 12:00 Asia/Tokyo', after: AT }
      await store.ledger.planning.plan({
        letters: [letter('2027-W05', '2027-02-02T03:00:00Z'), letter('2027-01', '2027-02-16T03:00:00Z', 'month')],
        turns: [turn],
        now: AT,
        trouble: undefined,
      })
      await store.operator(OPERATING).backUp(file)
      const place = await to()
      expect(await place.restore({ file, replace: true })).toMatchObject({ doubtful: 1 })
      const { ledger, ...there } = await place.open()
      const plan = (...letters: readonly ReturnType<typeof letter>[]) =>
        ledger.planning.plan({ letters, turns: [turn], now: RESTORED_AT, trouble: undefined })
      await plan(letter('2027-W06', '2027-02-09T03:00:00Z'), letter('2027-W08', '2027-02-23T03:00:00Z'))
      const states = new Map(
        (await ledger.record.sent(firm.id, 10)).map(({ period, state, reason }) => [period, [state, reason]]),
      )
      const doubt = ['uncertain', 'restored from a backup of 2027-02-02 03:00 UTC']
      expect([states.get('2027-W05'), states.get('2027-W06')]).toEqual([doubt, doubt])
      expect([states.get('2027-01')?.[0], states.get('2027-W08')?.[0]]).toEqual(['planned', 'planned'])
      expect(await ledger.planning.due(RESTORED_AT, 10)).toEqual([])
      expect((await ledger.record.stuck(10)).map(({ period }) => period)).toEqual(['2027-W05', '2027-W06'])
      const [stuck] = await ledger.record.stuck(1)
      expect(await ledger.record.resend(stuck?.id ?? '', RESTORED_AT)).toMatchObject({ state: 'planned' })
      await ledger.planning.write([letter('2027-W04', '2027-01-26T03:00:00Z')], RESTORED_AT)
      expect(await ledger.planning.due(RESTORED_AT, 10)).toHaveLength(2)
      await there.close()
    })

    it('replaces what is there only when told to, and then all of it', async () => {
      const { root, file, to, store, visitor } = filled()
      const place = await to()
      const busy = await place.open()
      const other = await busy.firms.welcome(somebody())
      await busy.firms.room(other?.firm.id ?? '').append(doing(answered('CK-09')))
      await busy.close()
      await store.operator(OPERATING).backUp(file)
      await expect(place.restore({ file, replace: false })).rejects.toThrow('--replace')
      await place.restore({ file, replace: true })
      const there = await place.open()
      expect(await there.firms.welcome(HANA)).toEqual(visitor)
      const { rows } = await there.operator(OPERATING).backUp(join(root, 'replaced.gz'))
      expect(rows).toMatchObject({ firm: 1, checklist_log: 2 })
      await there.close()
    })

    it('is refused when anything in it was lost or changed, and nothing is given up then', async () => {
      const { root, file, to, store } = filled()
      const place = await to()
      const busy = await place.open()
      const kept = await busy.firms.welcome(HANA)
      await busy.close()
      await store.operator(OPERATING).backUp(file)
      const whole = await readFile(file)
      const text = gunzipSync(whole).toString()
      const damaged: Readonly<Record<string, Buffer>> = {
        short: whole.subarray(0, whole.length - 40),
        empty: Buffer.alloc(0),
        changed: gzipSync(text.replace('CK-01', 'CK-30')),
        'without a line': gzipSync(text.split('\n').toSpliced(2, 1).join('\n')),
        'without its end': gzipSync(text.split('\n').slice(0, -2).join('\n')),
        'not a backup': gzipSync('{"a":1}\n'),
      }
      for (const [how, bytes] of Object.entries(damaged)) {
        const path = join(root, how)
        await writeFile(path, bytes)
        await expect(place.restore({ file: path, replace: true }), how).rejects.toThrow('no complete backup')
      }
      const newer = text
        .replace('"migrations":["0001-inbox"', '"migrations":["0001-inbox","0001-later"')
        .split('\n')
        .slice(0, -2)
      const sha256 = createHash('sha256')
        .update(`${newer.join('\n')}\n`)
        .digest('hex')
      await writeFile(join(root, 'newer'), gzipSync(`${newer.join('\n')}\n${JSON.stringify({ sha256 })}\n`))
      await expect(place.restore({ file: join(root, 'newer'), replace: true })).rejects.toThrow('newer version')
      const there = await place.open()
      expect(await there.firms.welcome(HANA)).toEqual(kept)
      await there.close()
    })

    it('leaves no file when it could not be written', async () => {
      const { root, file, store } = filled()
      await expect(store.operator(OPERATING).backUp(join(root, 'nowhere', 'backup.gz'))).rejects.toThrow(
        'No backup was written',
      )
      await truncate(file, 0)
    })
  })
}

type Filled = { root: string; file: string; to: () => Promise<Place>; store: Store; visitor: Visitor }

function filledContract(title: string, open: () => Promise<Opened>, tests: (filled: () => Filled) => void): void {
  describe(title, () => {
    let filled: Filled
    beforeAll(async () => {
      const { from, to } = await open()
      const root = await mkdtemp(join(tmpdir(), 'shirube-backup-'))
      const store = await from.open()
      filled = { root, file: join(root, 'backup.gz'), to, store, visitor: await fill(store) }
    })
    afterAll(async () => {
      await filled.store.close()
      await rm(filled.root, { recursive: true, force: true })
    })
    tests(() => filled)
  })
}
