/** What a form or a cell says, read field by field; every fault is named at once. */
import type { Day } from '#kernel'
import { isDay, t } from '#kernel'
import type { Actor } from '#platform'
import type { Register } from './define.ts'
import type { Cell, Field, Parsed, Wire } from './kinds/index.ts'
import { isMasked } from './mask.ts'
import type { ValueIssue } from './problems.ts'
import { registerProblems } from './problems.ts'

export type Entry = { values: Record<string, unknown>; raw: Record<string, string> }
type Given = { values: Readonly<Record<string, Wire>>; actor: Pick<Actor, 'sees'>; today: Day }

/** Typed values and kept raw texts. Unknown fields, hidden fields and unreadable values are Problems. */
export function readEntry(register: Register, { values, actor, today }: Given): Entry {
  const entry: Entry = { values: {}, raw: {} }
  const issues: ValueIssue[] = []
  for (const [name, wire] of Object.entries(values)) {
    const field = register.fields[name]
    if (!field)
      issues.push({
        field: name,
        label: t(name, name),
        text: t('名册里没有这一栏。请刷新页面再填。', 'is not a field of the register. Reload the page.'),
      })
    else if (isMasked(actor, field)) throw registerProblems.masked({ label: field.label })
    else take(entry, issues, { name, field, read: field.kind.parse(cellFrom(field, wire), field, { today }) })
  }
  if (issues.length > 0) throw registerProblems.values({ issues })
  return entry
}

function take(
  entry: Entry,
  issues: ValueIssue[],
  { name, field, read }: { name: string; field: Field; read: Parsed<unknown> },
): void {
  if (!read.ok) return void issues.push({ field: name, label: field.label, text: read.text })
  entry.values[name] = read.value
  if (read.raw !== undefined) entry.raw[name] = read.raw
}

function cellFrom(field: Field, wire: Wire): Cell {
  if (wire === null || typeof wire !== 'object') return wire
  if (field.kind.cellOf && field.kind.schema(field).safeParse(wire).success) return field.kind.cellOf(wire)
  return JSON.stringify(wire)
}

/** The span of a dated row as a form gives it. */
export function readSpan(given: { validFrom?: string; validTo?: string | null }): {
  validFrom?: Day
  validTo?: Day | null
} {
  const issues: ValueIssue[] = []
  const read = (text: string | null | undefined, field: string, label: { zh: string; en: string }) => {
    if (text === undefined || text === null || isDay(text)) return text as Day | null | undefined
    issues.push({
      field,
      label,
      text: t(`“${text}”不是日期。请写成 2023-08-25。`, `"${text}" is no day. Write it as 2023-08-25.`),
    })
    return undefined
  }
  const validFrom = read(given.validFrom, 'validFrom', t('起日', 'From'))
  const validTo = read(given.validTo, 'validTo', t('止日', 'To'))
  if (issues.length > 0) throw registerProblems.values({ issues })
  return { ...(validFrom ? { validFrom } : {}), ...(validTo === undefined ? {} : { validTo }) }
}
