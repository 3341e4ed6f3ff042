/** Declaration and database say the same: tables, columns, limits, indexes, fences, histories. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systems } from '#systems'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { columnsOf, ownFields, snake } from '../../src/register/columns.ts'
import { ddlOf, uniqueColumns } from '../../src/register/ddl.ts'
import { rowColumns } from '../../src/register/sql-store.ts'

let county: TestCounty
const registers = systems.flatMap((system) => system.registers ?? [])
const query = async <T extends object>(text: string, ...values: unknown[]) =>
  (await county.db.ownerPool.query<T>(text, values)).rows

beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

test('there are registers to compare', () => {
  expect(registers.length).toBeGreaterThanOrEqual(10)
})

const columnQuery = `select column_name as name, data_type as type, is_nullable = 'NO' as required, collation_name as collation
  from information_schema.columns where table_schema = 'c990101' and table_name = $1`
type Col = { name: string; type: string; required: boolean; collation: string | null }

test.each(registers)(
  '$name: every column is there with its type and necessity, and no other',
  async (register) => {
    const found = await query<Col>(columnQuery, register.table)
    const extra = register.search ? ['search_keys'] : []
    expect(found.map((c) => c.name).sort()).toEqual([...rowColumns(register), ...extra].sort())
    const byName = new Map(found.map((c) => [c.name, c]))
    for (const [name, field] of ownFields(register))
      for (const [i, column] of columnsOf(name, field).entries()) {
        const there = byName.get(column.name)
        expect([column.name, there?.type, there?.required, there?.collation === 'C']).toEqual([
          column.name,
          column.type.replace(/ collate .*/, ''),
          field.required && i === 0,
          column.type.includes('collate'),
        ])
      }
    expect(byName.get('area')).toMatchObject({ collation: 'C', required: true })
  },
)

test.each(registers)(
  '$name: limits, keys and the refusal of overlaps are in the database',
  async (register) => {
    const constraints = await query<{ name: string; def: string }>(
      `select conname as name, pg_get_constraintdef(oid) as def from pg_constraint where conrelid = ('c990101.' || quote_ident($1))::regclass`,
      register.table,
    )
    const def = (name: string) => constraints.find((c) => c.name === name)?.def ?? ''
    for (const [name, field] of ownFields(register)) {
      for (const code of Object.keys(field.options ?? {}))
        expect(def(`${register.table}_${snake(name)}_form`)).toContain(`'${code}'`)
      const target = field.kind.target?.(field)
      if (target)
        expect(
          constraints.some(
            (c) => c.def.startsWith('FOREIGN KEY') && c.def.includes(`REFERENCES c990101.${snake(target)}(`),
          ),
        ).toBe(true)
    }
    if (register.overlap) expect(def(`${register.table}_no_overlap`)).toMatch(/^EXCLUDE USING gist/)
    const indexes = (
      await query<{ def: string }>(
        `select indexdef as def from pg_indexes where schemaname = 'c990101' and tablename = $1`,
        register.table,
      )
    ).map((r) => r.def)
    const unique = uniqueColumns(register)
    if (unique)
      expect(indexes.some((i) => i.startsWith('CREATE UNIQUE') && i.includes(`(${unique.join(', ')})`))).toBe(
        true,
      )
    const lists = indexes.filter((i) => i.endsWith('USING btree (area, id) WHERE (deleted_at IS NULL)'))
    expect(lists).toHaveLength(1)
    expect(indexes.filter((i) => i.endsWith('(area, id)'))).toHaveLength(0)
    const { search } = register
    const searched = search ? (search.id || search.phone ? 2 : 1) : 0
    expect(indexes.filter((i) => i.includes('USING gin'))).toHaveLength(searched)
  },
)

test.each(registers)(
  '$name: fences stand, history is kept and is written by nobody but the trigger',
  async (register) => {
    for (const table of [register.table, `${register.table}_history`]) {
      const [fence] = await query<{ on: boolean; policies: number }>(
        `select relrowsecurity as on, (select count(*)::int from pg_policy where polrelid = c.oid) as policies
      from pg_class c where oid = ('c990101.' || quote_ident($1))::regclass`,
        table,
      )
      expect(fence?.on).toBe(true)
      expect(fence?.policies).toBeGreaterThanOrEqual(4)
    }
    const own = await query<Col>(columnQuery, register.table)
    const past = new Map(
      (await query<Col>(columnQuery, `${register.table}_history`)).map((c) => [c.name, c.type]),
    )
    for (const column of own) expect([column.name, past.get(column.name)]).toEqual([column.name, column.type])
    const triggers = (
      await query<{ name: string }>(
        `select tgname as name from pg_trigger where tgrelid = ('c990101.' || quote_ident($1))::regclass and not tgisinternal`,
        register.table,
      )
    ).map((r) => r.name)
    expect(triggers.sort()).toEqual([`${register.table}_next_version`, `${register.table}_remember`])
    const grants = await query<{ right: string }>(
      `select privilege_type as right from information_schema.role_table_grants where grantee = 'xiangce_app' and table_schema = 'c990101' and table_name = $1`,
      `${register.table}_history`,
    )
    expect(grants.map((g) => g.right)).toEqual(['SELECT'])
  },
)

test('the helper writes SQL that makes the same table', () => {
  for (const register of registers) expect(ddlOf(register)).toContain(`create table ${register.table} (`)
})
