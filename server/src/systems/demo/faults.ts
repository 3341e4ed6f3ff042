/** The mistakes that the demo's rosters carry, one of each kind that offices really make; the importer leaves these rows to mend. */
import { addMonths, invariant } from '#kernel'
import type { DemoPerson } from '../population/demo/people.ts'
import type { PlantedFault } from '../population/demo/person-roster.ts'

/** `at`: which of the rows that fit, counted from 0, so that the rows with faults are spread over the sheet. */
type Plan = {
  column: string
  fits: (person: DemoPerson) => boolean
  cell: (person: DemoPerson) => string | number
  at: number
}

const anybody = () => true
const grown = ({ phone }: DemoPerson) => phone !== null
const bornLast = ({ birthDate }: DemoPerson) => birthDate < '2000-01-01'

/** A sheet with one fault of each kind. */
export const everyFault: readonly Plan[] = [
  { column: '村民小组', fits: anybody, at: 46, cell: () => '七组' },
  {
    column: '公民身份号码',
    fits: anybody,
    at: 42,
    cell: ({ idNumber }) => idNumber.slice(0, 17) + wrongDigit(idNumber),
  },
  { column: '性别', fits: grown, at: 88, cell: ({ sex }) => (sex === 'male' ? '女' : '男') },
  { column: '出生日期', fits: bornLast, at: 120, cell: () => '属羊，具体不详' },
  { column: '出生日期', fits: bornLast, at: 155, cell: ({ birthDate }) => addMonths(birthDate, 12) },
  {
    column: '公民身份号码',
    fits: bornLast,
    at: 171,
    cell: ({ idNumber }) => idNumber.slice(0, 6) + idNumber.slice(8, 17),
  },
  { column: '公民身份号码', fits: anybody, at: 203, cell: ({ idNumber }) => fullWidth(idNumber) },
  {
    column: '公民身份号码',
    fits: anybody,
    at: 230,
    cell: ({ idNumber }) => `${idNumber.slice(0, 6)} ${idNumber.slice(6, 14)} ${idNumber.slice(14)}`,
  },
  { column: '公民身份号码', fits: anybody, at: 261, cell: ({ idNumber }) => idNumber.slice(0, 16) },
  { column: '联系电话', fits: grown, at: 190, cell: ({ phone }) => (phone ?? '').slice(0, 10) },
  { column: '与户主关系', fits: anybody, at: 290, cell: () => '亲戚' },
]

/** A sheet with the two commonest ones. */
export const commonFaults: readonly Plan[] = [everyFault[1], everyFault[9]].flatMap((one) => one ?? [])

/** The faults of one sheet; nobody in `spare` (identity numbers) is hit, and nobody twice. */
export function plant(
  people: readonly DemoPerson[],
  plans: readonly Plan[],
  spare: ReadonlySet<string>,
): PlantedFault[] {
  const hit = new Set<number>()
  return plans.map(({ column, fits, cell, at }) => {
    const rows = people.flatMap((person, row) =>
      fits(person) && !spare.has(person.idNumber) && !hit.has(row) ? [row] : [],
    )
    const row = rows[at % rows.length]
    const person = row === undefined ? undefined : people[row]
    invariant(row !== undefined && person, `nobody fits the fault in ${column}`)
    hit.add(row)
    return { row, column, cell: cell(person) }
  })
}

/** The check digit moved on by one: what a slip of the finger makes. */
function wrongDigit(idNumber: string): string {
  const last = idNumber.slice(-1)
  return last === 'X' ? '0' : String((Number(last) + 1) % 10)
}

function fullWidth(text: string): string {
  return [...text].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')
}
