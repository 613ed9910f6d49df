import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { mcnemar } from './statistics.ts'

const endedSchema = z.object({ id: z.string(), group: z.string(), right: z.boolean() })
const runSchema = z.object({ cases: z.array(endedSchema) })
export type Run = Readonly<z.infer<typeof runSchema>>

/** What became of the cases of one group that both runs have: shares right before and after, and the exact McNemar p. */
export type Change = Readonly<{
  n: number
  before: number
  after: number
  gained: readonly string[]
  lost: readonly string[]
  p: number
}>

export type Comparison = Readonly<{
  groups: Readonly<Record<string, Change>>
  /** Cases that only one of the runs has; they count for nothing else. */
  onlyBefore: readonly string[]
  onlyAfter: readonly string[]
}>

/** A run as `eval run --json` printed it. */
export async function readRun(path: string): Promise<Run> {
  const text = await readFile(path, 'utf8')
  try {
    return runSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new Error(`${path}: not a run; make one with: npm run -s cli -- eval run --json > ${path}`, { cause })
  }
}

/** Case by case, so that a question lost is seen even where another was gained; groups as the second run names them. */
export function compareRuns(before: Run, after: Run): Comparison {
  const was = new Map(before.cases.map((one) => [one.id, one.right]))
  const is = new Set(after.cases.map(({ id }) => id))
  const both = after.cases.filter(({ id }) => was.has(id)).map((one) => ({ ...one, was: was.get(one.id) === true }))
  const groups = [...Map.groupBy(both, ({ group }) => group), ['all', both] as const]
  return {
    groups: Object.fromEntries(groups.map(([name, cases]) => [name, changeOf(cases)])),
    onlyBefore: before.cases.filter(({ id }) => !is.has(id)).map(({ id }) => id),
    onlyAfter: after.cases.filter(({ id }) => !was.has(id)).map(({ id }) => id),
  }
}

type Pair = Readonly<{ id: string; was: boolean; right: boolean }>

function changeOf(cases: readonly Pair[]): Change {
  const gained = cases.filter(({ was, right }) => right && !was).map(({ id }) => id)
  const lost = cases.filter(({ was, right }) => was && !right).map(({ id }) => id)
  const share = (is: (one: Pair) => boolean): number => cases.filter(is).length / Math.max(1, cases.length)
  return {
    n: cases.length,
    before: share(({ was }) => was),
    after: share(({ right }) => right),
    gained,
    lost,
    p: mcnemar(gained.length, lost.length),
  }
}
