/** The taking that went the whole way: money in, accounts, pensions since January 2025, interest, payments that the bank gave back. */
import { day } from '#kernel'
import { allowanceScenes } from './allowance.ts'
import { demoDay } from './county.ts'
import { doneTransfers } from './days.data.ts'
import { deathScene } from './death.ts'
import { lateScenes } from './late.ts'
import { categoryOn, type Listed } from './listed.ts'
import { openingScenes, transferScenes } from './money-in.ts'
import { cardOf } from './rosters.ts'
import { interestScenes, type Month, pensionScenes } from './runs.ts'
import { spellScenes, withoutWork } from './spells.ts'
import type { Scene } from './stage.ts'
import { type Way, walk } from './walk.ts'

const plainMonths = ['2025-01', '2025-02', '2025-04', '2025-05', '2025-06', '2025-07']

export function doneScenes(way: Way): Scene[] {
  const { scenes, memory } = walk(way)
  const above = way.people.filter(({ category }) => category === 'above')
  return [
    ...scenes,
    ...spellScenes(way.people),
    ...transferScenes(way.key, memory, doneTransfers),
    ...openingScenes(way.key, memory, { funded: '2024-12-16T10:00', opened: '2024-12-23T09:30' }),
    ...[...plainMonths.map((period) => ({ period })), ...bounced(above)].flatMap(pensionScenes),
    ...above
      .slice(2, 3)
      .map((person) => deathScene(person, { at: '2025-07-03T09:30', diedOn: '2025-06-17' })),
    ...interestScenes('2024', '1320.40'),
    ...allowanceScenes(memory, stillWithoutWork(way.people).slice(0, 6)),
    ...lateScenes(way.people),
  ]
}

/** Who has reached pension age since the taking draws the pension, and does not claim the allowance (LS-16). */
function stillWithoutWork(people: readonly Listed[]): Listed[] {
  return withoutWork(people).filter((person) => categoryOn(person, day(demoDay)) === 'working')
}

/** In March the card of one was closed, and she brought a new one; in August the bank knows another under another name, and the card is still looked for. */
function bounced([closed, misnamed]: readonly Listed[]): Month[] {
  if (!closed || !misnamed) return []
  const card = cardOf(closed, 9_001)
  return [
    {
      period: '2025-03',
      bounces: [{ name: closed.name, words: '账号已销户' }],
      mended: {
        at: '2025-03-24T14:30',
        card: { bank: card.bank, card: card.number, cardName: card.name },
      },
    },
    { period: '2025-08', bounces: [{ name: misnamed.name, words: '户名不符' }], leaveOpen: true },
  ]
}
