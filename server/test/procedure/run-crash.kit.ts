/** A process that posts a run and is killed in the middle. Arguments: database URL, run id, declared run, lines a chunk. */
import { openDatabase, systemActor, withContext } from '#platform'
import { postChunk } from '../../src/procedure/run-post.ts'
import { runsOf } from '../../src/procedure/run-registry.ts'
import { sampleInterest, samplePension } from './run.kit.ts'

const [url = '', id = '0', chunk = '10'] = process.argv.slice(2)
const db = openDatabase(url, { app: 2 })
const runs = runsOf([samplePension(300_00), sampleInterest({ num: 137, den: 10_000 })])
const actor = { ...systemActor('990101'), accountId: 77 }
for (let n = 1; ; n++) {
  const progress = await withContext(db, actor, (ctx) => postChunk(ctx, runs, Number(id), Number(chunk)))
  console.log(`chunk ${n} ${progress.at}`)
  if (progress.done) break
}
await db.close()
