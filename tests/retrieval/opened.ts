import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const run = promisify(execFile)
const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

const openedSchema = z.strictObject({
  cached: z.enum(['read', 'written', 'unwritable']),
  kind: z.enum(['exact', 'hnsw']),
  answers: z.array(z.array(z.strictObject({ id: z.string(), score: z.number() }))),
})
export type Opened = z.infer<typeof openedSchema>

/** The small collection's index as a process of its own finds it; rejects with what that process wrote to stderr. */
export async function openInProcess(
  folder: string,
  hnswlib: 'installed' | 'missing' | 'broken' = 'installed',
): Promise<Opened> {
  const before = { installed: [], missing: ['./without-hnswlib.ts'], broken: ['./broken-hnswlib.ts'] }[hnswlib]
  const imports = before.flatMap((name) => ['--import', script(name)])
  const { stdout } = await run(process.execPath, [...imports, script('./open-index.ts'), folder])
  return openedSchema.parse(JSON.parse(stdout))
}
