/** A worker in a process of its own, for the test that kills it in the middle of an import. */
import { openDatabase, rolesByName, startJobs } from '#platform'
import { importJobs } from '../../src/register/import/jobs.ts'
import { imports, registry } from './import.fixture.ts'

if (import.meta.main) {
  const db = openDatabase(process.env.TEST_DATABASE_URL ?? '', { app: 4, owner: 1 })
  await startJobs({ db, roles: rolesByName([]), county: '990101' }, importJobs({ registry, imports }), {
    pollMs: 20,
  })
  process.stdout.write('ready\n')
}
