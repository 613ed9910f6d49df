import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { LANGS } from '../corpus/schema.ts'
import { parseJsonLines } from './json-lines.ts'

/**
 * A sampled answer with what a reader found. Of each sentence that cites: does the passage support it? Of the answer: does it
 * answer what was asked?
 */
const judgedSchema = z.strictObject({
  id: z.string(),
  lang: z.enum(LANGS),
  facet: z.string(),
  before: z.array(z.string()).default([]),
  q: z.string(),
  said: z.array(
    z.strictObject({
      kind: z.enum(['cited', 'own', 'unmarked']),
      text: z.string(),
      passages: z.array(z.strictObject({ id: z.string(), quote: z.string() })).optional(),
      verdict: z.enum(['supported', 'partly', 'not']).optional(),
    }),
  ),
  answers: z.enum(['yes', 'partly', 'no']),
  note: z.string().optional(),
})
export type Judged = Readonly<z.infer<typeof judgedSchema>>

export type Judgement = Readonly<{
  answers: number
  /** Sentences that cite something, by whether it supports them; `open` ones were not judged. */
  cited: Readonly<{ n: number; supported: number; partly: number; not: number; open: number }>
  own: number
  unmarked: number
  /** Answers by whether they answer what was asked. */
  asked: Readonly<{ yes: number; partly: number; no: number }>
}>

export const readJudged = async (path: string): Promise<readonly Judged[]> =>
  parseJsonLines(await readFile(path, 'utf8'), {
    path,
    schema: judgedSchema,
    wrong: 'not a judged answer; docs/evaluation.md has the format',
  })

/** Counts of all of it, and by language. */
export function summarise(judged: readonly Judged[]): Readonly<Record<string, Judgement>> {
  const groups = [['all', judged] as const, ...Map.groupBy(judged, ({ lang }) => lang)]
  return Object.fromEntries(groups.map(([name, group]) => [name, judgementOf(group)]))
}

function judgementOf(judged: readonly Judged[]): Judgement {
  const said = judged.flatMap((one) => one.said)
  const cited = said.filter(({ kind }) => kind === 'cited')
  const having = (verdict: 'supported' | 'partly' | 'not' | undefined): number =>
    cited.filter((one) => one.verdict === verdict).length
  const asked = (how: Judged['answers']): number => judged.filter(({ answers }) => answers === how).length
  return {
    answers: judged.length,
    cited: {
      n: cited.length,
      supported: having('supported'),
      partly: having('partly'),
      not: having('not'),
      open: having(undefined),
    },
    own: said.filter(({ kind }) => kind === 'own').length,
    unmarked: said.filter(({ kind }) => kind === 'unmarked').length,
    asked: { yes: asked('yes'), partly: asked('partly'), no: asked('no') },
  }
}
