import type { z } from 'zod'

export type JsonLines<T> = Readonly<{
  /** The file they come from, for the error. */
  path: string
  schema: z.ZodType<T>
  /** What is said of a line that doesn't fit, after its file and number. */
  wrong: string
}>

/** Every line of a JSON-lines text, blank ones aside. The first that doesn't fit stops with its file and number. */
export function parseJsonLines<T>(text: string, { path, schema, wrong }: JsonLines<T>): readonly T[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const parsed = schema.safeParse(parseJson(line))
    if (parsed.success) return [parsed.data]
    throw new Error(`${path}:${index + 1}: ${wrong}`, { cause: parsed.error })
  })
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined // reported with its line by the caller
  }
}
