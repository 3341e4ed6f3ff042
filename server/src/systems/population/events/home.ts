/** A household as the events see it: who lives in it, who is the head; what leaving, joining and another head change. */
import type { Day } from '#kernel'
import { t } from '#kernel'
import {
  type AnyRow,
  type Ask,
  type Asked,
  type Choosing,
  type Effect,
  type EventIssue,
  field,
  type Look,
  type Planned,
} from '#register'
import { household, person } from '../registers/index.ts'
import { kinOfKin, type Relation, toNewHead } from './kin.data.ts'

export type Part = { issues: EventIssue[]; asks: Ask[]; effects: Effect[] }

export type Home = { row: AnyRow; members: readonly AnyRow[] }

export const isLiving = (row: AnyRow): boolean => row.diedOn === null && row.movedOutOn === null

const isHead = (row: AnyRow): boolean => row.relation === 'head'

/** The household with those who live in it; undefined where it is not seen. */
export async function homeOf(look: Look, id: unknown): Promise<Home | undefined> {
  if (typeof id !== 'number') return undefined
  const row = await look.row(household, id)
  if (!row) return undefined
  const members = (await look.pointing(person, 'household', id)).filter(isLiving)
  return { row, members }
}

/** Several parts as one plan. */
export function together(...parts: readonly (Partial<Part> | undefined)[]): Planned {
  const all = <K extends keyof Part>(key: K) =>
    parts.flatMap((part) => (part?.[key] ?? []) as Part[K][number][])
  return { issues: all('issues'), asks: all('asks'), effects: all('effects') }
}

export function refuse(at: string, zh: string, en: string): Planned & { issues: EventIssue[] } {
  return { issues: [{ field: at, text: t(zh, en) }], effects: [] }
}

export function changePerson(row: AnyRow, values: object): Effect {
  return { act: 'change', register: person, row, values: { ...values } }
}

export function changeHousehold(row: AnyRow, values: object): Effect {
  return { act: 'change', register: household, row, values: { ...values } }
}

/** The head-count moves with its people; an unknown one stays unknown (GEN-07). */
function counted(row: AnyRow, by: number): object {
  return typeof row.members === 'number' ? { members: Math.max(0, row.members + by) } : {}
}

type Leaving = {
  home: Home | undefined
  leaving: readonly AnyRow[]
  newHead?: AnyRow | undefined
  on: Day
  /** Where the form has no place for the new head of that household: the field that names who leaves it. */
  elsewhere?: string
}

/** These leave: fewer members; another head where the head goes; the end of a household that is empty then. */
export function leave(
  asked: Pick<Asked, 'answer'>,
  { home, leaving, newHead, on, elsewhere }: Leaving,
): Part {
  if (!home) return { issues: [], asks: [], effects: [] }
  const gone = new Set(leaving.map(({ id }) => id))
  const rest = home.members.filter(({ id }) => !gone.has(id))
  const count = home.members.length - rest.length
  if (rest.length === 0)
    return {
      issues: [],
      asks: [],
      effects: [changeHousehold(home.row, { ...counted(home.row, -count), endedOn: on })],
    }
  const fewer = changeHousehold(home.row, counted(home.row, -count))
  const headGoes = leaving.some(isHead)
  if (!headGoes) return { issues: [], asks: [], effects: [fewer] }
  if (elsewhere !== undefined) return headElsewhere(leaving.find(isHead), elsewhere)
  if (!newHead || !rest.some(({ id }) => id === newHead.id)) return headless()
  const head = appoint(asked, { home: { ...home, members: rest }, newHead })
  return { ...head, effects: [fewer, ...head.effects] }
}

/** The form is of another household: who is to be the head of this one is said on its own page. */
function headElsewhere(head: AnyRow | undefined, at: string): Part {
  const name = String(head?.name)
  const no = refuse(
    at,
    `${name}是原户的户主，户里还有人。请先在原户办“变更户主”，再办这件事。`,
    `${name} is the head of a household in which others stay. Enter a change of head there first.`,
  )
  return { issues: [...no.issues], asks: [], effects: [] }
}

function headless(): Part {
  return {
    issues: [
      {
        field: 'newHead',
        text: t(
          '走的是户主，户里还有人。请从留下的人里选新户主。',
          'The head leaves and others stay. Choose a new head among those who stay.',
        ),
      },
    ],
    asks: [],
    effects: [],
  }
}

/** Another head: everybody's relation is said anew, from the table or by who knows it. */
export function appoint(
  asked: Pick<Asked, 'answer'>,
  { home, newHead }: { home: Home; newHead: AnyRow },
): Part {
  const part: Part = {
    issues: [],
    asks: [],
    effects: [changeHousehold(home.row, { headName: newHead.name })],
  }
  part.effects.push(changePerson(newHead, { relation: 'head' }))
  for (const member of home.members.filter(({ id }) => id !== newHead.id)) {
    const known =
      newHead.relation && member.relation
        ? toNewHead(newHead.relation as Relation, member.relation as Relation)
        : undefined
    sayRelation(asked, part, { row: member, known })
  }
  return part
}

export type Joining = {
  row: AnyRow /** What is known of the relation to the head. */
  relation?: Relation | undefined
}

/** These come in: they stand where the household stands, and what they are to its head is known or asked. */
export function join(asked: Pick<Asked, 'answer'>, home: Home, joining: readonly Joining[]): Part {
  const part: Part = {
    issues: [],
    asks: [],
    effects: [changeHousehold(home.row, counted(home.row, joining.length))],
  }
  for (const { row, relation } of joining) {
    part.effects.push(changePerson(row, { household: home.row.id, area: home.row.area }))
    sayRelation(asked, part, { row, known: relation })
  }
  return part
}

/** What the kin of somebody who is to the head `pivot` is to the head. */
export function kinThrough(pivot: Relation, kin: unknown): Relation | undefined {
  return kin === 'head' ? pivot : kinOfKin[pivot]?.[kin as Relation]
}

/** Adds the relation to the part, or the question for it; an answer goes before the table. */
export function sayRelation(
  asked: Pick<Asked, 'answer'>,
  part: Part,
  { row, known }: { row: AnyRow; known: Relation | undefined },
): void {
  const ask: Ask = { register: person, row, field: 'relation' }
  const answer = asked.answer(ask) as Relation | undefined
  const relation = answer && answer !== 'head' ? answer : known
  if (known === undefined) part.asks.push(ask)
  if (relation !== undefined) part.effects.push(changePerson(row, { relation }))
}

/** Somebody of this name and birthday is of the household already: entered twice. */
export function sameOne(
  home: Home,
  { name, birthDate }: { name: unknown; birthDate: unknown },
): ReturnType<typeof refuse> | undefined {
  const there = home.members.find(
    (row) => row.name === name && row.birthDate === birthDate && birthDate !== null,
  )
  if (!there) return undefined
  return refuse(
    'name',
    `户里已有${String(name)}，出生日期也是 ${String(birthDate)}（编号 ${there.id}）。不用再登记；真是两个人的，请先核对姓名和日期。`,
    `${String(name)}, born on ${String(birthDate)}, is of the household already (number ${there.id}). If these are two persons, check name and day first.`,
  )
}

/** More members by one who is entered anew. */
export function oneMore(home: Home): Effect {
  return changeHousehold(home.row, counted(home.row, 1))
}

/** An ended or unseen household takes nobody in. */
export function closed(home: Home | undefined, at: string): ReturnType<typeof refuse> | undefined {
  if (!home)
    return refuse(
      at,
      '没有这一户，或不在您的管辖范围。跨村的由乡镇办，跨乡镇的由县里办。',
      'There is no such household, or it is outside your area. Between villages the township does it, between townships the county.',
    )
  if (home.row.endedOn === null) return undefined
  return refuse(
    at,
    `${String(home.row.headName)}户已在 ${String(home.row.endedOn)} 销户。请选另一户。`,
    `The household of ${String(home.row.headName)} ended on ${String(home.row.endedOn)}. Choose another one.`,
  )
}

/** Members of the household that the page is on. */
export const members = (label: Choosing['label'], more: Partial<Choosing> = {}): Choosing => ({
  label,
  of: person,
  note: relationOf,
  from: async ({ look, subject }) => (await homeOf(look, subject.id))?.members ?? [],
  ...more,
})

/** The others of the household of the person that the page is on. */
export const others = (label: Choosing['label'], more: Partial<Choosing> = {}): Choosing => ({
  label,
  of: person,
  note: relationOf,
  from: async ({ look, subject }) =>
    ((await homeOf(look, subject.household))?.members ?? []).filter(({ id }) => id !== subject.id),
  ...more,
})

function relationOf(row: AnyRow) {
  return person.fields.relation.options?.[String(row.relation)] ?? null
}

const { head: _, ...relations } = person.fields.relation.options ?? {}

/** 与户主关系, for whoever is not the head. */
export const relationField = field.choice({
  label: t('与户主关系', 'Relation to the head'),
  options: relations,
  required: true,
})

export const newHeadHelp = t('户主离开而户里还有人时选。', 'Where the head leaves and others stay.')
