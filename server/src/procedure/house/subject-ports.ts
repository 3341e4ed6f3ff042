/** Subjects and persons of cases, read from the registers behind the actor's own fences. */
import { areaAt } from '#kernel'
import type { Ctx } from '#platform'
import type { AnyRow, Register, Registry } from '#register'
import { areaNames, findRow, findRows, ownedRows, titlesOf } from '#register'
import type { ItemCard, Ports } from '../ports.ts'

export function subjectPort(registers: Registry): Ports['subject'] {
  return async (ctx, { register: name, id }) => {
    const register = registers.get(name)
    const row = (await findRow(ctx, register, id)) as AnyRow | undefined
    if (!row) return undefined
    const title = (await titlesOf(ctx, registers, { register, ids: [id] })).get(id) ?? ''
    return { title, area: row.area }
  }
}

/** A listed row is called as the person that its title points to; group and last two digits are that person's. */
export function itemsPort(registers: Registry): Ports['items'] {
  return async (ctx, { register: name, owner }) => {
    const register = registers.get(name)
    const rows = (await ownedRows(ctx, register, owner.id)) as unknown as AnyRow[]
    const people = await peopleOf(ctx, registers, register, rows)
    const titles = await titlesOf(ctx, registers, { register, ids: rows.map((row) => row.id) })
    return rows.map((row) => ({
      rowId: row.id,
      area: row.area,
      name: titles.get(row.id) ?? '',
      ...cardOf(people, register, row),
    }))
  }
}

type People = {
  rows: ReadonlyMap<number, AnyRow>
  groups: ReadonlyMap<string, string>
  idField: string | undefined
}

async function peopleOf(
  ctx: Ctx,
  registers: Registry,
  register: Register,
  rows: readonly AnyRow[],
): Promise<People> {
  const field = register.fields[register.title]
  const target = field?.kind.target?.(field)
  if (!target) return { rows: new Map(), groups: new Map(), idField: undefined }
  const person = registers.get(target)
  const ids = rows.map((row) => Number(row[register.title]))
  const found = (await findRows(ctx, person, ids)) as unknown as AnyRow[]
  const groups = await areaNames(
    ctx,
    found.map((row) => row.area),
  )
  const idField = Object.keys(person.fields).find((key) => person.fields[key]?.kind.name === 'idNumber')
  return { rows: new Map(found.map((row) => [row.id, row])), groups, idField }
}

function cardOf(people: People, register: Register, row: AnyRow): Pick<ItemCard, 'groupName' | 'suffix'> {
  const person = people.rows.get(Number(row[register.title]))
  const inGroup = person !== undefined && areaAt(person.area, 'group') !== null
  const groupName = inGroup ? lastName(people.groups.get(person.area) ?? '') : ''
  const idNumber = people.idField === undefined ? '' : String(person?.[people.idField] ?? '')
  return { groupName, suffix: idNumber.slice(-2) }
}

/** 柳溪镇 石桥村 二组 -> 二组. */
function lastName(chain: string): string {
  return chain.split(/[\s/·]+/).at(-1) ?? ''
}
