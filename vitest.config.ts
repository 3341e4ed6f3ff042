import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// An installed Node may be older than the pinned one and lack what the code uses (argon2, Map.groupBy).
if (Number(process.versions.node.split('.')[0]) < 24) {
  const pinned = join(import.meta.dirname, 'node_modules', '.bin', 'node')
  throw new Error(
    `Tests run on the pinned Node: ${pinned} node_modules/vitest/vitest.mjs run <files>, or npm test.`,
  )
}

/** They begin first, so that no worker is left alone with one of them at the end. */
const longest = ['browser/pages', 'browser/walk', 'browser/', 'demo.', 'import/merge-job', 'import/apart']

/** Vitest orders by earlier runs, of which a fresh clone has none. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((part) => moduleId.includes(`/server/test/${part}`))
      return at < 0 ? longest.length : at
    }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
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
    sequence: { sequencer: LongestFirst },
    testTimeout: 20_000,
    hookTimeout: 120_000,
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, '.cache', 'compiled') }, // for the processes that tests start
  },
})
