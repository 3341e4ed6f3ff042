/** The bureau runs the checks, and sends somebody to look at one finding (OF-12). */
import type { Scene } from './stage.ts'

type Found = { findings: { id: number }[] }

export function checkScenes(): Scene[] {
  return [
    {
      name: 'checks.run',
      at: '2025-09-12T15:30',
      text: '核查…… / checks',
      play: async (stage) => {
        const { jobId } = await stage.call<{ jobId: number }>('hr2', 'verify.run', {})
        await stage.ended('hr2', jobId)
      },
    },
    {
      name: 'checks.look',
      at: '2025-09-12T16:05',
      play: async (stage) => {
        const asked = { check: 'protectedPerson.twoTakings', limit: 1 }
        const { findings } = await stage.call<Found>('hr1', 'verify.list', asked)
        for (const { id } of findings) {
          const note = '已请柳溪镇核实：此人 2023 年在石桥地块已列入保障。'
          await stage.call('hr1', 'verify.act', { findingId: id, as: 'check', note })
        }
      },
    },
  ]
}
