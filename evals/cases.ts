import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { LANGS } from '../corpus/schema.ts'
import { parseJsonLines } from './json-lines.ts'

/** `dev` is for choosing and calibrating, `test` for measuring only. */
export const CASES = fileURLToPath(new URL('./cases', import.meta.url))

const base = { id: z.string(), lang: z.enum(LANGS), q: z.string().min(1), thread: z.string().optional() }

/** A question with the entry a careful expert points to; `accept` lists entries that are nearly as right. */
const inScope = z.strictObject({
  ...base,
  kind: z.enum(['clause', 'id', 'page', 'scs', 'ipa', 'follow_up', 'everyday']),
  style: z.string().optional(),
  gold: z.string(),
  accept: z.array(z.string()).default([]),
})

/** Something said to the bot that no entry answers, and how it should end. */
const outOfScope = z.strictObject({
  ...base,
  kind: z.enum(['far', 'near', 'smalltalk', 'claim', 'no_such']),
  expect: z.enum(['not_covered', 'smalltalk', 'no_claim', 'no_such_clause']),
})

const caseSchema = z.union([inScope, outOfScope])
export type InScope = Readonly<z.infer<typeof inScope>>
export type OutOfScope = Readonly<z.infer<typeof outOfScope>>
export type Case = InScope | OutOfScope

export const isInScope = (one: Case): one is InScope => 'gold' in one

/** What was said in its conversation before a case, oldest first. */
export function saidBefore(one: Case, cases: readonly Case[]): readonly string[] {
  if (one.thread === undefined) return []
  return cases.slice(0, cases.indexOf(one)).flatMap(({ thread, q }) => (thread === one.thread ? [q] : []))
}

/** Every case of a `.jsonl` file, or of all of them in a folder. A line that doesn't parse stops with its place. */
export async function readCases(path: string): Promise<readonly Case[]> {
  if (path.endsWith('.jsonl')) return parseCases(path, await readFile(path, 'utf8'))
  const names = (await readdir(path)).filter((name) => name.endsWith('.jsonl')).sort()
  return (await Promise.all(names.map((name) => readCases(join(path, name))))).flat()
}

const parseCases = (path: string, text: string): readonly Case[] =>
  parseJsonLines(text, { path, schema: caseSchema, wrong: 'not an evaluation case; docs/evaluation.md has the format' })
