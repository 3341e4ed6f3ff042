/** Seeds the demo county: plays its story once, scene by scene in the order of their days. */
import type { House } from '#platform'
import { milliseconds, nextNumber, startJobs, systemActor, withContext } from '#platform'
import { storiesTold } from './progress-store.ts'
import type { Cast, Scene } from './stage.ts'
import { castOf, playScene } from './stage.ts'

/** A changed story gets a new number here only if counties that know the old one should be told it again: never so far. */
const STORY = 'demo:story'

export type Telling = {
  scenes: readonly Scene[]
  logins: readonly string[]
  say(line: string): void
}

/** Whether this county has heard the whole story. */
export function isTold(house: House): Promise<boolean> {
  return withContext(house.db, systemActor(house.county), async (ctx) => (await storiesTold(ctx, STORY)) > 0)
}

/** Plays what was not played yet. A second call, and a call after a crash, do no act twice. Returns false if nothing was left. */
export async function tell(house: House, telling: Telling): Promise<boolean> {
  if (await isTold(house)) return false
  const cast = await castOf(house, telling.logins)
  const jobs = await startJobs(house, house.jobs, { lanes: 1, pollMs: 20 })
  try {
    await playAll(house, cast, telling)
  } finally {
    await jobs.stop()
  }
  await withContext(house.db, systemActor(house.county), (ctx) => nextNumber(ctx.tx, STORY))
  return true
}

async function playAll(house: House, cast: Cast, { scenes, say }: Telling): Promise<void> {
  const began = milliseconds()
  const inOrder = [...scenes].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  for (const scene of inOrder) {
    if (scene.text) say(scene.text)

    await playScene({ house, cast, scene, say })
  }
  say(`示范数据已就绪，用时 ${Math.round((milliseconds() - began) / 1000)} 秒 / demo county ready`)
}
