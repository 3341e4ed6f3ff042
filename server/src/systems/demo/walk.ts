/** One taking on its way through the offices: scenes for as many steps as it has gone (LS-01, catalogue 2.17). */
import type { DemoPerson } from '../population/demo/people.ts'
import { importing } from './importing.ts'
import type { Listed } from './listed.ts'
import { type Meeting, minutesFile } from './minutes.ts'
import { cardRoster, takingRoster } from './rosters.ts'
import type { Scene, Stage } from './stage.ts'
import type { Taking } from './takings.data.ts'

/** When which step was done, China Standard Time; a step without a time was not done yet. */
export type Days = {
  registered: string
  roster: string
  opened: string
  listed?: string
  meeting?: string
  checked?: string
  cards?: string
  decided?: string
  posted?: string
  approved?: string
  settled?: string
}

export type Way = {
  taking: Taking
  /** Short and for ever: names the scenes. */
  key: string
  villageName: string
  people: readonly Listed[]
  /** The village's people of 18 and over, for the attendance list. */
  adults: readonly DemoPerson[]
  days: Days
  votes?: Omit<Meeting, 'heldOn'>
  /** Number of the bureau's decision. */
  document?: string
  /** Number of cards given out before. */
  firstCard: number
}

/** What the house answered, for later scenes of the same taking. */
export type Memory = { landTakeId: number; caseId: number; version: number }

type Acted = { version: number; state: string; taken: number }

export const procedure = 'land-security.protection'

/** The scenes of a way, and the memory that further scenes may use. */
export function walk(way: Way): { scenes: Scene[]; memory: Memory } {
  const memory: Memory = { landTakeId: 0, caseId: 0, version: 0 }
  const { days, key, taking } = way
  const scene = (step: keyof Days, play: (stage: Stage) => Promise<void>): Scene[] => {
    const at = days[step]
    return at ? [{ name: `${key}.${step}`, at, play }] : []
  }
  const act = (step: keyof Days, login: string, action: string, form: object) =>
    scene(step, async (stage) => {
      await actIn(stage, memory, { login, action, form })
    })
  return {
    memory,
    scenes: [
      ...scene('registered', (stage) => register(stage, way, memory)),
      ...scene('roster', (stage) => bringRoster(stage, way, memory)),
      ...scene('opened', (stage) => openCase(stage, way, memory)),
      ...act('listed', taking.villageClerk, 'list', {}),
      ...scene('meeting', (stage) => holdMeeting(stage, way, memory)),
      ...act('checked', taking.townshipClerk, 'check', {
        opinion: '名单与户籍册、承包合同逐人核对，同意上报。',
      }),
      ...scene('cards', (stage) => bringCards(stage, way)),
      ...act('decided', 'hr1', 'decide', {
        document: way.document ?? '',
        opinion: '材料齐全，按征地日年龄审定类别。',
      }),
      ...act('posted', 'hr1', 'post', {}),
      ...act('approved', 'hr2', 'approve', { note: '公示期满，村公开栏与网页同时张贴。' }),
      ...act('settled', 'hr1', 'settle', {
        paidOn: days.settled?.slice(0, 10),
        receipt: `${key}-签收-01`,
        payee: '各户监护人，见签收册',
      }),
    ],
  }
}

/** One act of a case with the declaration of no near relatives (OF-22). */
export async function actIn(
  stage: Stage,
  memory: Memory,
  given: { login: string; action: string; form: object; items?: readonly number[]; inboxId?: number },
): Promise<Acted> {
  const { login, ...input } = given
  const done = await stage.call<Acted>(login, 'case.act', {
    caseId: memory.caseId,
    version: memory.version,
    relatives: [],
    ...input,
  })
  memory.version = done.version
  return done
}

async function register(stage: Stage, { taking }: Way, memory: Memory): Promise<void> {
  const { row } = await stage.call<{ row: { id: number } }>('land1', 'register.save', {
    register: 'landTake',
    values: valuesOf(taking),
  })
  memory.landTakeId = row.id
}

function valuesOf(taking: Taking): Record<string, string> {
  const { village, villageClerk: _v, townshipClerk: _t, counts: _c, alsoFrom: _a, ...facts } = taking
  return {
    ...facts,
    area: village,
    referenceKind: 'approval',
    referenceDay: taking.takenOn,
    governmentPercent: '30',
    collectivePercent: '40',
    reservePercent: '5',
    livingAllowance: '500.00',
    allowanceFund: 'regulating',
    scheme: 'account',
  }
}

async function bringRoster(stage: Stage, way: Way, memory: Memory): Promise<void> {
  const file = await takingRoster(way.taking, way.people, way.villageName)
  await importing(stage, way.taking.villageClerk, {
    register: 'protectedPerson',
    ownerId: memory.landTakeId,
    file,
    columns: { [way.taking.name]: { B: ':ignore', C: 'person' } },
  })
}

async function openCase(stage: Stage, way: Way, memory: Memory): Promise<void> {
  const { caseId } = await stage.call<{ caseId: number }>(way.taking.villageClerk, 'case.open', {
    procedure,
    subjectId: memory.landTakeId,
  })
  memory.caseId = caseId
  memory.version = 1
}

async function holdMeeting(stage: Stage, way: Way, memory: Memory): Promise<void> {
  const heldOn = (way.days.meeting ?? '').slice(0, 10)
  const votes = way.votes ?? { entitled: 212, present: 190, list: [184, 2, 4], use: [180, 6, 4] }
  const { list, use, entitled, present } = votes
  const minutes = await stage.bring(
    way.taking.villageClerk,
    await minutesFile(way.taking.name, { heldOn, ...votes }, way.adults),
  )
  await actIn(stage, memory, {
    login: way.taking.villageClerk,
    action: 'meeting',
    form: {
      heldOn,
      body: 'assembly',
      entitled,
      present,
      ...named('list', list),
      ...named('use', use),
      minutes,
    },
  })
}

function named(key: 'list' | 'use', [agree, against, abstain]: Meeting['list']): Record<string, number> {
  return { [`${key}For`]: agree, [`${key}Against`]: against, [`${key}Abstain`]: abstain }
}

async function bringCards(stage: Stage, way: Way): Promise<void> {
  await importing(stage, 'hr1', {
    register: 'person',
    file: await cardRoster(way.taking, way.people, way.firstCard),
  })
}
