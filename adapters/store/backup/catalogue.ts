import { sql, type Kysely } from 'kysely'
import type { Tables } from '../tables.ts'

/** `columns`: without those the database works out itself. `counters`: those that count up by themselves. */
export type KeptTable = Readonly<{ name: string; columns: readonly string[]; counters: readonly string[] }>

/** Everything the keeper may see, which is every table of Shirube's, each after those it refers to. */
export async function keptTables(db: Kysely<Tables>): Promise<readonly KeptTable[]> {
  const { rows } = await sql<KeptTable & { after: readonly string[] }>`
    select relname::text as name,
      array(select attname::text from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
      array(select attname::text from pg_attribute
        where attrelid = c.oid and attidentity <> '' and not attisdropped) as counters,
      array(select r.relname::text from pg_constraint join pg_class r on r.oid = confrelid
        where conrelid = c.oid and contype = 'f' and confrelid <> c.oid) as after
    from pg_class c
    where relkind = 'r' and relnamespace = current_schema()::regnamespace
      and exists (select from pg_roles where rolname = 'shirube_keeper'
        and has_table_privilege(pg_roles.oid, c.oid, 'insert'))
    order by relname`.execute(db)
  return inOrder(rows)
}

type Placed = KeptTable & Readonly<{ after: readonly string[] }>

/** Foreign keys make no circle, so every round places at least one. */
function inOrder(tables: readonly Placed[]): readonly KeptTable[] {
  const names = new Set(tables.map(({ name }) => name))
  const free = tables.filter(({ after }) => !after.some((other) => names.has(other)))
  const rest = tables.filter((table) => !free.includes(table))
  if (free.length === 0 && rest.length > 0)
    throw new Error(`tables refer to each other in a circle: ${[...names].join(', ')}`)
  const placed = free.map(({ name, columns, counters }) => ({ name, columns, counters }))
  return rest.length === 0 ? placed : [...placed, ...inOrder(rest)]
}
