// The columns of a list, from the declaration; this person may choose others.
import { PageLink } from '../../app/link.tsx'
import type { FieldMeta, RegisterMeta } from '../../app/meta.ts'
import type { Say } from '../../app/text.tsx'
import { t } from '../../app/text.tsx'
import { FieldValue, headText, isNumber, type RegisterRow } from '../../kinds/field-value.tsx'
import type { Column } from '../../parts/data-table.tsx'
import { fieldNamed } from './use-register.ts'

/** The declared columns; for rows of an owner its name comes first. `under`: on the page of the row that this field points to. */
export function columnsFor(
  register: RegisterMeta,
  say: Say,
  { owned = false, under }: { owned?: boolean; under?: string | undefined } = {},
): Column<RegisterRow>[] {
  const names = (under !== undefined && register.columnsUnder[under]) || register.columns
  const own = names.flatMap((name) => {
    const field = fieldNamed(register, name)
    return field ? [columnOf(register, field, say)] : []
  })
  if (owned || !register.owner) return own
  const owner = ownerColumn(register)
  return register.title === register.columns[0]
    ? [...own.slice(0, 1), owner, ...own.slice(1)]
    : [owner, ...own]
}

function columnOf(register: RegisterMeta, field: FieldMeta, say: Say): Column<RegisterRow> {
  const title = field.name === register.title
  return {
    key: field.name,
    label: headText(field),
    number: isNumber(field),
    slack: field.kind === 'note',
    ...(title ? { card: 'title' as const } : {}),
    cell: (row) =>
      title ? (
        <PageLink to={`/r/${register.name}/${row.id}`}>
          {row.title || say(t('（无名）', '(no name)'))}
        </PageLink>
      ) : (
        <Value register={register} field={field} row={row} />
      ),
  }
}

function Value({ register, field, row }: { register: RegisterMeta; field: FieldMeta; row: RegisterRow }) {
  if (field.name === 'validFrom') return <>{row.validFrom}</>
  if (field.name === 'validTo') return <>{row.validTo ?? '—'}</>
  if (field.kind === 'area')
    return <span title={String(row.values[field.name] ?? '')}>{row.shown[field.name] ?? '—'}</span>
  if (
    row.values[field.name] === null &&
    !row.masked.includes(field.name) &&
    !row.raw[field.name] &&
    isQuiet(field)
  )
    return <span className="quiet">—</span>
  return <FieldValue field={field} row={row} register={register.name} />
}

/** Days that mostly have not come (death, end of a term) are no gap in what is known. */
function isQuiet(field: FieldMeta): boolean {
  return field.kind === 'day' || field.kind === 'text' || field.kind === 'note'
}

function ownerColumn(register: RegisterMeta): Column<RegisterRow> {
  return {
    key: 'owner',
    label: t('所属', 'Of'),
    cell: (row) => (
      <PageLink to={`/r/${register.owner}/${row.ownerId}`}>{row.ownerTitle || `#${row.ownerId}`}</PageLink>
    ),
  }
}
