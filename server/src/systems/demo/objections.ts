/** What the public says to a notice: once at the counter, once through the page without log-in (GEN-14, OF-13). */
import type { Scene, Stage } from './stage.ts'
import { actIn, type Memory } from './walk.ts'

type CaseView = { items: { id: number; name: string }[]; notices: { id: string }[] }

/** Taken up by the officer, not answered: the answer is due within three days, by another person. */
export function objectionScene(
  key: string,
  memory: Memory,
  given: { at: string; about: number; text: string },
): Scene {
  return {
    name: `${key}.objection`,
    at: given.at,
    play: async (stage: Stage) => {
      const { items } = await stage.call<CaseView>('hr1', 'case.get', { caseId: memory.caseId })
      const item = items[given.about]
      await actIn(stage, memory, {
        login: 'hr1',
        action: 'object',
        form: { text: given.text, received: given.at.slice(0, 10) },
        items: item ? [item.id] : [],
      })
    },
  }
}
