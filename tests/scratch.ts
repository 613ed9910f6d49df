import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of this run's own, for what several test files use; removed when the run is over. */
    scratch: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const scratch = await mkdtemp(join(tmpdir(), 'shirube-run-'))
  project.provide('scratch', scratch)
  return () => rm(scratch, { recursive: true, force: true })
}
