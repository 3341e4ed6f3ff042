/** A worker in a process of its own, for the test that kills it: counts slowly into the table `tally`. */
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { t } from '#kernel'
import { rolesByName } from '../accounts/roles.ts'
import { openDatabase } from '../db.ts'
import { defineJob } from './define.ts'
import { startJobs } from './runner.ts'

export const ROWS_PER_CHUNK = 20

/** Writes `total` rows, 20 a chunk, each by a slow statement, so that a kill falls into the middle of a chunk. */
export const slowCount = defineJob<{ total: number; pauseMs: number }, { written: number }>({
  kind: 'slow-count',
  text: t('慢慢数', 'Count slowly'),
  can: 'tally.write',
  chunk: async ({ tx }, { total, pauseMs }, state) => {
    const from = state?.written ?? 0
    const to = Math.min(total, from + ROWS_PER_CHUNK)
    for (let n = from + 1; n <= to; n++) {
      await sql`insert into tally (area, n) values (current_setting('app.area'), ${n})`.execute(tx)
      await sleep(pauseMs / ROWS_PER_CHUNK)
    }
    return {
      state: { written: to },
      done: to === total,
      progress: { at: to, total },
      text: t(`已数 ${to}`, `${to} counted`),
    }
  },
})

if (import.meta.main) {
  const db = openDatabase(process.env.TEST_DATABASE_URL ?? '', { app: 4, owner: 1 })
  await startJobs({ db, roles: rolesByName([]), county: '990101' }, [slowCount], { pollMs: 20 })
  process.stdout.write('ready\n')
}
