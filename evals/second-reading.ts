import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { isInScope, saidBefore, type Case } from './cases.ts'
import { parseJsonLines } from './json-lines.ts'

/** What a second reader sees of a case: no label, no kind, an id that says nothing, and what was said before it. */
export type Blind = Readonly<{ id: string; before: readonly string[]; q: string }>

/** `label`: an entry's id, or how the case should end. `also`: entries that are nearly as right. */
const readingSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  also: z.array(z.string()).default([]),
})
export type LabelReading = Readonly<z.infer<typeof readingSchema>>

export type Disagreement = Readonly<{ id: string; first: string; accept: readonly string[]; second: string }>

/** `same`: both readers chose the same label. `accepted`: the second chose one that the first had accepted. */
export type Agreement = Readonly<{
  read: number
  same: number
  accepted: number
  unread: number
  different: readonly Disagreement[]
}>

/** Cases in an order and under ids that the seed alone decides, so that nobody needs to keep a key. */
export function blinded(cases: readonly Case[], seed: string): readonly Blind[] {
  return cases
    .map((one) => ({ id: blindId(one, seed), before: saidBefore(one, cases), q: one.q }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Compares a second reading with the labels; an id that no case has under this seed stops it. */
export function agreementOf(cases: readonly Case[], readings: readonly LabelReading[], seed: string): Agreement {
  const byId = new Map(cases.map((one) => [blindId(one, seed), one]))
  const read = readings.map(({ id, label }) => {
    const one = byId.get(id)
    if (one === undefined) throw new Error(`${id}: no case has this id under the seed ${seed}`)
    return { id: one.id, first: firstLabel(one), accept: isInScope(one) ? one.accept : [], second: label }
  })
  const same = read.filter(({ first, second }) => first === second)
  const differs = read.filter(({ first, second }) => first !== second)
  const different = differs.filter(({ accept, second }) => !accept.includes(second))
  return {
    read: read.length,
    same: same.length,
    accepted: differs.length - different.length,
    unread: cases.length - new Set(read.map(({ id }) => id)).size,
    different,
  }
}

export const readReadings = async (path: string): Promise<readonly LabelReading[]> =>
  parseJsonLines(await readFile(path, 'utf8'), {
    path,
    schema: readingSchema,
    wrong: 'not a reading; docs/evaluation.md has the format',
  })

const blindId = ({ id }: Case, seed: string): string =>
  createHash('sha256').update(`${seed} ${id}`).digest('hex').slice(0, 8)

const firstLabel = (one: Case): string => (isInScope(one) ? one.gold : one.expect)
