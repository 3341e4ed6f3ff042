/** Writes the SQL of a declaration, for the hand that writes its migration. Nothing runs it at run time. */
import { columnsOf, ownerColumn, ownFields, snake } from './columns.ts'
import type { Register } from './define.ts'
import { searchColumns } from './search-keys.ts'

/** Table, history, indexes and fences of one register, ready to be read and committed. */
export function ddlOf(register: Register): string {
  const { table } = register
  const parts = [
    `-- ${register.label.zh}\ncreate table ${table} (\n${columnLines(register).join(',\n')}\n);`,
    `create index ${table}_area on ${table} (area, id) where deleted_at is null;`,
    ...ownerIndex(register),
    ...uniqueIndex(register),
    ...referenceIndexes(register),
    ...searchIndexes(register),
    ...overlapConstraint(register),
    `select fence_table('${table}', '${register.name}');`,
    `select keep_history('${table}', '${register.name}');`,
    ...makeSearch(register),
  ]
  return `${parts.join('\n')}\n`
}

function columnLines(register: Register): string[] {
  return [
    '  id bigint generated always as identity primary key',
    `  area text collate "C" not null constraint ${register.table}_area_form check (octet_length(area) between 6 and 15 and ltrim(area, '0123456789') = '')`,
    ...shapeLines(register),
    ...fieldLines(register),
    ...(register.search
      ? searchColumns.map((c) => `  ${c.name} ${c.type} not null default ${c.default}`)
      : []),
    "  raw jsonb not null default '{}'",
    '  version int not null default 1',
    '  created_at timestamptz not null default clock_now()',
    '  created_by bigint not null default acting_account()',
    '  updated_at timestamptz not null default clock_now()',
    '  updated_by bigint not null default acting_account()',
    '  change_reason text',
    '  deleted_at timestamptz',
  ]
}

function shapeLines(register: Register): string[] {
  const owner = ownerColumn(register)
  const lines = owner ? [`  ${owner} bigint not null references ${snake(register.owner ?? '')}`] : []
  if (register.shape !== 'dated') return lines
  return [
    ...lines,
    '  valid_from date not null',
    `  valid_to date constraint ${register.table}_valid_order check (valid_to > valid_from)`,
  ]
}

function fieldLines(register: Register): string[] {
  return ownFields(register).flatMap(([name, field]) =>
    columnsOf(name, field).map((column, i) => {
      const target = i === 0 ? field.kind.target?.(field) : undefined
      return [
        `  ${column.name} ${column.type}`,
        field.required && i === 0 ? ' not null' : '',
        field.default === undefined
          ? ''
          : ` default ${typeof field.default === 'string' ? `'${field.default}'` : field.default}`,
        target ? ` references ${snake(target)}` : '',
        column.check
          ? ` constraint ${register.table}_${column.name}_form check (${column.check(column.name)})`
          : '',
      ].join('')
    }),
  )
}

function ownerIndex(register: Register): string[] {
  const owner = ownerColumn(register)
  return owner ? [`create index ${register.table}_${owner} on ${register.table} (${owner}, id);`] : []
}

/** The columns that are unique together, or null. */
export function uniqueColumns(register: Register): string[] | null {
  if (register.unique === false) return null
  const names = register.unique ?? register.identity
  const owner = ownerColumn(register)
  return [...(owner ? [owner] : []), ...names.map((name) => columnName(register, name))]
}

function columnName(register: Register, name: string): string {
  const field = register.fields[name]
  return field && name !== 'area' ? (columnsOf(name, field)[0]?.name ?? snake(name)) : snake(name)
}

function uniqueIndex(register: Register): string[] {
  const columns = uniqueColumns(register)
  return columns
    ? [
        `create unique index ${register.table}_identity on ${register.table} (${columns.join(', ')}) where deleted_at is null;`,
      ]
    : []
}

function referenceIndexes(register: Register): string[] {
  const unique = uniqueColumns(register) ?? []
  return ownFields(register)
    .filter(([, field]) => field.kind.target)
    .map(([name]) => columnName(register, name))
    .filter((column) => column !== unique[0])
    .map(
      (column) =>
        `create index ${register.table}_${column} on ${register.table} (${column}) where ${column} is not null;`,
    )
}

/** The index of numbers is made by `make_search`. */
function searchIndexes(register: Register): string[] {
  return register.search
    ? [`create index ${register.table}_keys on ${register.table} using gin (search_keys);`]
    : []
}

function makeSearch(register: Register): string[] {
  const { table, name, search } = register
  if (!search) return []
  const column = (field: string | undefined) =>
    field === undefined ? 'null' : `'${columnName(register, field)}'`
  const numbers =
    search.id === undefined && search.phone === undefined
      ? ''
      : `, ${column(search.id)}, ${column(search.phone)}`
  return [`select make_search('${table}', ${column(search.name)}, '${name}'${numbers});`]
}

function overlapConstraint(register: Register): string[] {
  if (!register.overlap) return []
  const same = [
    ownerColumn(register) ?? '',
    ...(register.overlap.by ?? []).map((name) => columnName(register, name)),
  ]
  return [
    `alter table ${register.table} add constraint ${register.table}_no_overlap exclude using gist\n  (${same.map((c) => `${c} with =`).join(', ')}, daterange(valid_from, valid_to) with &&) where (deleted_at is null);`,
  ]
}
