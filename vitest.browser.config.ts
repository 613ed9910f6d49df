import { defineConfig } from 'vitest/config'

/** A real Chromium against a real server: `npm run test:browser`. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    globalSetup: 'tests/scratch.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    /** Each file has a browser and a server of its own. */
    maxWorkers: 2,
    reporters: ['default'],
  },
})
