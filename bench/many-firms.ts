import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { z } from 'zod'
import { readFirmJson } from '../bot/firms/export/firm-json.ts'
import { linesOf, sealed } from '../adapters/store/backup/format.ts'
import type { Store } from '../adapters/store/store.ts'
import type { Speaker } from '../bot/event.ts'
import { answered } from '../tests/contracts/doings.ts'

export const FIRMS = 10_000
export const ITEMS = 30
export const SUPPORTED = 100
export const firmId = (n: number): string => `firm-${n}`

/** Who supports the first hundred firms. */
export const ADVISER: Speaker = {
  workspace: 'bench:adviser',
  person: 'bench:adviser:1',
  name: '相談員',
  standing: 'member',
  place: 'private',
}

const AT = '2027-02-02T03:00:00Z'
const tableSchema = z.looseObject({ name: z.string(), rows: z.int() })
const manifestSchema = z.looseObject({ tables: z.array(tableSchema) })

/** A backup with many firms in it, for the same version of the store; the fastest way to have them. */
export async function writeManyFirms(store: Store, folder: string): Promise<string> {
  const model = join(folder, 'model.gz')
  await store.operator({ now: () => new Date(AT), write: () => '', read: readFirmJson }).backUp(model)
  const file = join(folder, 'many.gz')
  await pipeline(sealed(linesLike(model)), createGzip(), createWriteStream(file))
  return file
}

async function* linesLike(model: string): AsyncIterable<string> {
  const manifest = manifestSchema.parse(JSON.parse(await firstLine(model)))
  const tables = manifest.tables.map((table) => ({ ...table, rows: count(table.name) }))
  yield JSON.stringify({ ...manifest, tables })
  for (const { name } of tables)
    for (let n = 0; n < FIRMS; n += 1) for (const row of rowsOf(name, n)) yield JSON.stringify(row)
}

async function firstLine(file: string): Promise<string> {
  for await (const line of linesOf(file)) return line
  throw new Error(`${file} is empty`)
}

const count = (table: string): number => rowsOf(table, FIRMS - 1).length * FIRMS + extra(table) * SUPPORTED
const extra = (table: string): number => (table === 'member' || table === 'account' ? 1 : 0)

/** What one firm has in that table. */
function rowsOf(table: string, n: number): readonly object[] {
  const firm_id = firmId(n)
  switch (table) {
    case 'firm':
      return [
        {
          id: firm_id,
          created_at: AT,
          facts: { name: '', lang: 'ja', timeZone: 'Asia/Tokyo', profile: {}, settings: {} },
        },
      ]
    case 'workspace':
      return [{ id: `many:${n}`, firm_id }]
    case 'member':
      return people(n).map((role, place) => ({
        firm_id,
        id: role,
        arrival: 2 * n + place + 1,
        facts: { name: role, roles: [role], left: false },
      }))
    case 'account':
      return people(n).map((role) => ({
        firm_id,
        member_id: role,
        person: role === 'staff' ? `many:${n}:1` : ADVISER.person,
      }))
    case 'checklist_count':
      return [{ firm_id, entries: ITEMS }]
    case 'checklist_log':
      return Array.from({ length: ITEMS }, (_, place) => ({
        firm_id,
        seq: place + 1,
        event: `many:${place}`,
        n: 1,
        at: AT,
        by: 'staff',
        done: answered(`CK-${String(place + 1).padStart(2, '0')}`),
      }))
    default:
      return []
  }
}

const people = (n: number): readonly string[] => (n < SUPPORTED ? ['staff', 'supporter'] : ['staff'])
