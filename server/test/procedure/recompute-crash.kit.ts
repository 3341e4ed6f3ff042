/** A process that posts a recomputation and is killed in the middle. Arguments: database URL, run id, months a chunk. */
import { openDatabase, systemActor, withContext } from '#platform'
import { postChunk } from '../../src/procedure/run-post.ts'
import { runs } from './inheritance.kit.ts'

const [url = '', id = '0', chunk = '3'] = process.argv.slice(2)
const db = openDatabase(url, { app: 2 })
const actor = { ...systemActor('990101'), accountId: 77 }
for (let n = 1; ; n++) {
  const progress = await withContext(db, actor, (ctx) => postChunk(ctx, runs, Number(id), Number(chunk)))
  console.log(`chunk ${n} ${progress.at}`)
  if (progress.done) break
}
await db.close()
