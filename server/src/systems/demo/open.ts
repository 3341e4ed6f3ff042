/** Opens the fictional county: its people's accounts, and its story if it was not told yet. */
import { defineProblems, isProblem, problem, t } from '#kernel'
import type { House } from '#platform'
import { ensureAccounts } from '#platform'
import { demoAccounts } from '../accounts.ts'
import { demoCounty, demoPassword } from './county.ts'
import { tell } from './seed.ts'
import { story } from './story.ts'

export const demoProblems = defineProblems('demo', {
  county: problem(409, (d: { name: string }) =>
    t(
      `${d.name}不是示范县。示范数据只放进 990101 青禾县，请另用一个数据目录。`,
      `${d.name} is not the demo county. Demo data go into 990101 only: use another data directory.`,
    ),
  ),
})

/** Safe to call at every start; the second call does nothing. A story that stops says so, and goes on at the next start: the house opens all the same. */
export async function openDemo(house: House, say: (line: string) => void): Promise<void> {
  if (house.county !== demoCounty.code) throw demoProblems.county({ name: house.countyName })
  await ensureAccounts(house.db, {
    county: house.county,
    accounts: demoAccounts,
    password: demoPassword,
    mustChange: false,
  })
  const logins = demoAccounts.map(({ login }) => login)
  await tell(house, { scenes: story(), logins, say }).catch((thrown: unknown) => say(stopped(thrown)))
}

function stopped(thrown: unknown): string {
  const why = isProblem(thrown) ? thrown.text.zh : thrown instanceof Error ? thrown.stack : String(thrown)
  return `示范数据没有做完，下次启动从停下的地方接着做 / the demo county stopped and goes on at the next start：${why}`
}
