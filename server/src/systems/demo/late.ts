/** What the office learns late in the demo: a death told in September, work reported a month after it began; and what comes of it (OF-15, OF-16, LS-16). */
import { deathScene } from './death.ts'
import type { Listed } from './listed.ts'
import { withoutWork } from './spells.ts'
import type { Scene } from './stage.ts'

type Found = { rows: { id: number }[] }

/** July and August were paid to somebody who died in June; August was paid to somebody who had found work. */
export function lateScenes(people: readonly Listed[]): Scene[] {
  const [died] = people.filter(({ category }) => category === 'above').slice(5, 6)
  const [hired] = withoutWork(people)
  if (!died || !hired) return []
  const reason = '石桥村协办员入户认证时家属告知'
  return [
    deathScene(died, { at: '2025-09-02T10:10', diedOn: '2025-06-21', source: 'family', reason }),
    workScene(hired),
    {
      name: 'pension.again',
      at: '2025-09-11T09:40',
      play: async (stage) => {
        const given = { run: 'land-security.pension-again', since: '2025-09-01' }
        const { jobId } = await stage.call<{ jobId: number }>('hr1', 'recompute.propose', given)
        await stage.ended('hr1', jobId)
      },
    },
  ]
}

function workScene(person: Listed): Scene {
  return {
    name: `work.late.${person.idNumber}`,
    at: '2025-09-03T15:20',
    play: async (stage) => {
      const { rows } = await stage.call<Found>('hr1', 'register.list', {
        register: 'person',
        search: person.idNumber,
        limit: 1,
      })
      const [row] = rows
      if (!row) return
      await stage.call('hr1', 'register.save', {
        register: 'employmentSpell',
        ownerId: row.id,
        validFrom: '2025-08-01',
        validTo: null,
        values: {
          employer: '青禾县鑫源包装厂',
          kind: 'employee',
          placeLevel: 'county',
          proof: '社保参保记录',
        },
        reason: '县社保中心 2025 年 8 月新参保名单',
      })
    },
  }
}
