import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** What they test keeps nothing in its modules, so that one process may run many of them with what it loaded once. */
const TOGETHER = ['tests/{bot,corpus,evals,fakes,retrieval}/**/*.test.ts']

export default defineConfig({
  test: {
    globalSetup: 'tests/scratch.ts',
    /** One more than there are cores: databases, servers and time-outs keep some of them waiting. */
    maxWorkers: availableParallelism() + 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default'],
    projects: [
      { extends: true, test: { name: 'together', include: TOGETHER, isolate: false } },
      {
        extends: true,
        test: { name: 'alone', include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**', ...TOGETHER] },
      },
    ],
  },
})
