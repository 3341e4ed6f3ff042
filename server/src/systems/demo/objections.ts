/** What the public says to a notice: once at the counter, once through the page without log-in (GEN-14, OF-13). */
import { invariant } from '#kernel'
import type { Scene, Stage } from './stage.ts'
import { actIn, type Memory } from './walk.ts'

type CaseView = { itemRows: { id: number; name: string }[]; notices: { id: string }[] }
type Heard = { waiting: { text: string }[]; taken: { text: string }[] }

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
      const { itemRows } = await stage.call<CaseView>('hr1', 'case.get', { caseId: memory.caseId })
      const item = itemRows[given.about]
      invariant(item, 'the objection is about somebody on the list')
      await actIn(stage, memory, {
        login: 'hr1',
        action: 'object',
        form: { text: given.text, received: given.at.slice(0, 10) },
        items: [item.id],
      })
    },
  }
}

/** Written on the public page; waits in the box until an officer has seen whom it is about. Looked for first, since the page has no keys. */
export function publicObjectionScene(
  key: string,
  memory: Memory,
  given: { at: string; text: string; name: string; phone: string },
): Scene {
  const { at, ...form } = given
  return {
    name: `${key}.box`,
    at,
    play: async (stage) => {
      const { notices } = await stage.call<CaseView>('hr1', 'case.get', { caseId: memory.caseId })
      const { waiting, taken } = await stage.look<Heard>('hr1', 'notice.objections', {
        caseId: memory.caseId,
      })
      const [notice] = notices
      const known = [...waiting, ...taken].some(({ text }) => text === given.text)
      if (notice && !known) await stage.send(`/gs/${notice.id}/objection`, { ...form, whom: '' })
    },
  }
}
