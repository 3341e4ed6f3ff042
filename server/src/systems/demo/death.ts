/** A death as the office learns of it: from the list of the police, in the month after (OF-15, OF-19). */
import type { Listed } from './listed.ts'
import type { Scene } from './stage.ts'

type Found = { rows: { id: number; version: number }[] }

/** `source` and `reason`: where the office has it from. */
export function deathScene(
  person: Listed,
  given: { at: string; diedOn: string; source?: string; reason?: string },
): Scene {
  const { source = 'police', reason = '县公安局 2025 年 6 月户口注销名单' } = given
  return {
    name: `death.${person.idNumber}`,
    at: given.at,
    play: async (stage) => {
      const { rows } = await stage.call<Found>('hr1', 'register.list', {
        register: 'person',
        search: person.idNumber,
        limit: 1,
      })
      const [row] = rows
      if (!row) return
      await stage.call('hr1', 'register.save', {
        register: 'person',
        id: row.id,
        version: row.version,
        values: { diedOn: given.diedOn, diedSource: source },
        reason,
      })
    },
  }
}
