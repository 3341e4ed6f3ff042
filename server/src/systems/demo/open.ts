/** Opens the fictional county: its people's accounts, and its story if it was not told yet. */
import { defineProblems, problem, t } from '#kernel'
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

/** Safe to call at every start; the second call does nothing. */
export async function openDemo(house: House, say: (line: string) => void): Promise<void> {
  if (house.county !== demoCounty.code) throw demoProblems.county({ name: house.countyName })
  await ensureAccounts(house.db, {
    county: house.county,
    accounts: demoAccounts,
    password: demoPassword,
    mustChange: false,
  })
  await tell(house, { scenes: story(), logins: demoAccounts.map(({ login }) => login), say })
}
