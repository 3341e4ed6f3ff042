/** What the way through an import says of how sure a value is. */
import type { Register } from '../define.ts'
import type { Own } from '../level/level.ts'
import type { SourceRow } from './source-store.ts'

type Row = Pick<SourceRow, 'fixes' | 'issues' | 'accepted' | 'plan'>
type Brought = { row: Row; value: unknown }

/** Of a value as this row of a file brought it in. */
export function levelIn(register: Register, name: string, { row, value }: Brought): Own['level'] {
  if (isMended(name, row) || isSettled(name, row)) return 'byPerson'
  return isByDefault(register, name, { row, value }) ? 'asSaid' : levelAsRead(register, name)
}

/** Of a value that was read and nobody looked at. */
export function levelAsRead(register: Register, name: string): Own['level'] {
  const field = register.fields[name]
  return field?.kind.checks?.(field) ? 'checked' : 'asSaid'
}

/** Written anew in the wizard, by the letters of the column or the name of the field. */
function isMended(name: string, { fixes, plan }: Row): boolean {
  return Object.keys(fixes).some((key) => {
    const column = plan?.columns.find(({ letters }) => letters === key)
    return (column?.target ?? key) === name
  })
}

/** A doubt of this value, or of the row as a whole, that a person let in. */
function isSettled(name: string, { accepted, issues }: Row): boolean {
  return accepted && issues.some(({ field }) => field === undefined || field === name)
}

/** No column said it: it is what the register takes where nobody says anything. */
function isByDefault(register: Register, name: string, { row, value }: Brought): boolean {
  const { plan, fixes } = row
  const field = register.fields[name]
  if (!field || field.default === undefined || field.default === null || !plan) return false
  const said = plan.columns.some(({ target }) => target === name) || name in fixes
  return !said && field.kind.compare(value, field.default) === 0
}
