import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// An installed Node may be older than the pinned one and lack what the code uses (argon2, Map.groupBy).
if (Number(process.versions.node.split('.')[0]) < 24) {
  const pinned = join(import.meta.dirname, 'node_modules', '.bin', 'node')
  throw new Error(
    `Tests run on the pinned Node: ${pinned} node_modules/vitest/vitest.mjs run <files>, or npm test.`,
  )
}

// One run for everything: pure units, properties, database and browser. Two workers, because the target is two cores.
export default defineConfig({
  test: {
    environment: 'node',
    include: [
      'server/src/**/*.test.ts',
      'server/test/**/*.test.ts',
      'tools/**/*.test.ts',
      'web/src/**/*.test.{ts,tsx}',
    ],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 120_000,
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, '.cache', 'compiled') }, // for the processes that tests start
  },
})
