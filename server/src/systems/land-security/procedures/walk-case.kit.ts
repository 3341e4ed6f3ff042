/** For tests that walk one land-security case: its six persons, its clock, and the way to the notice. */
import { vi } from 'vitest'
import { day } from '#kernel'
import { clock } from '#platform'
import { assessedAs, fakeHouse } from './fake-house.kit.ts'
import { protectionProcedure } from './protection.ts'
import { meetingForm, walkers } from './walk.kit.ts'

type Walk = ReturnType<typeof walkers>
type County = Parameters<typeof walkers>[0]

export const start = day('2025-08-04')

const people = [
  ['陈水根', '二组', '17'],
  ['陈水莲', '二组', '25'],
  ['韦明贵', '一组', '31'],
  ['周桂枝', '三组', '48'],
  ['周桂枝', '三组', '56'],
  ['罗小东', '一组', '02'],
].map(([name, groupName, suffix], i) => ({
  rowId: 11 + i,
  area: '990101103201',
  name,
  groupName,
  suffix,
})) as Parameters<typeof fakeHouse>[0]

/** The house's clock, moved by the tests; every transaction reads it. Returns what moves it. */
export function movedClock(): (on: string) => void {
  let today = start
  vi.spyOn(clock, 'today').mockImplementation(() => today)
  vi.spyOn(clock, 'now').mockImplementation(() => `${today}T02:41:00.000Z`)
  return (on) => {
    today = day(on)
  }
}

/** A new case of the one project, the minor among its persons last; that of an earlier test must be ended. */
export async function openCase(county: County) {
  const house = fakeHouse(people)
  house.assessed.set(16, assessedAs('minor', 1016))
  const walk = walkers(county, house.ports)
  const { caseId } = await walk.call<{ caseId: number }>(walk.actors.village, 'case.open', {
    procedure: protectionProcedure.id,
    subjectId: 1,
  })
  const ids = (await walk.get('village', caseId)).itemRows.map((one) => one.id)
  return { house, walk, caseId, ids }
}

export async function walkToNotice(walk: Walk, caseId: number, goTo: (on: string) => void) {
  await walk.act('village', caseId, 'list')
  goTo('2025-08-12')
  await walk.act('village', caseId, 'meeting', { form: meetingForm(await walk.paper('village')) })
  goTo('2025-08-19')
  await walk.act('township', caseId, 'check', { form: { opinion: '情况属实，同意' } })
  goTo('2025-08-27')
  await walk.act('hr1', caseId, 'decide', { form: { document: '审定书 2025-0212', opinion: '符合条件' } })
  goTo('2025-09-08')
  return walk.act('hr1', caseId, 'post')
}

/** What the work was refused with; an error if it went through. */
export async function problem(work: Promise<unknown>) {
  return work.then(
    () => {
      throw new Error('it went through')
    },
    (thrown: { code: string; status: number; text: { zh: string } }) => thrown,
  )
}
