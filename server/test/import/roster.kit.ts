/** An importer's desk over a county of a few places, emptied before each test, with the words that its tests share. */
import exceljs from 'exceljs'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Day } from '#kernel'
import { residentId } from '#kernel'
import type { Actor } from '#platform'
import type { AnyRow } from '#register'
import { listRows } from '#register'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import type { ImportRow } from '../../src/register/import/operations/show.ts'
import { demoPeople, newIssuer } from '../../src/systems/population/demo/people.ts'
import { personRoster } from '../../src/systems/population/demo/person-roster.ts'
import { person } from '../../src/systems/population/registers/index.ts'
import type { Desk } from './import.fixture.ts'
import { addAreas, deskOf, village } from './import.fixture.ts'

/** Filled before the tests of a file run: the county, a clerk of 柳溪镇, his desk. */
export const at = {} as { county: TestCounty; clerk: Actor; desk: Desk }

export function openDesk(): void {
  beforeAll(async () => {
    at.county = await testCounty()
    at.clerk = at.county.actor({}, '990101103')
    await addAreas(at.county, at.county.actor())
    at.desk = deskOf(at.county, at.clerk)
  })
  afterAll(() => at.county.close())
  beforeEach(async () => {
    await at.county.db.ownerPool.query(
      'truncate c990101.import_batch, c990101.import_row, c990101.import_block, c990101.import_link, c990101.import_heading, c990101.import_word, c990101.import_layout, c990101.person, c990101.household, c990101.person_history cascade',
    )
  })
}

export const place = { code: village, name: '石桥村', population: 40, labour: 21 }
export const people = demoPeople(place, newIssuer())
export const roster = (faults: Parameters<typeof personRoster>[0][0]['faults'] = []) =>
  personRoster([{ village: place, people, faults }])

export type Detail = {
  state: string
  counts: Record<string, number>
  reasons: { code: string; class: string; text: { zh: string }; count: number }[]
  notices: { code: string; count: number }[]
  sheets: {
    within: string
    titles: string[]
    use: boolean
    head: { top: number; bottom: number } | null
    headBy?: string
    layout?: { id: number; name: string }
    columns: { letters: string; head: string; target: string; how: string; samples: string[] }[]
  }[]
  links: { register: string; count: number }[]
  same: { id: number; day: string } | null
  can: { merge: boolean; edit: boolean }
  jobId: number | null
}
export const get = (importId: number) => at.desk.call<Detail>('import.get', { importId })
export const rows = async (importId: number, only?: string) =>
  (
    await at.desk.call<{ rows: ImportRow[] }>('import.rows', {
      importId,
      limit: 200,
      ...(only ? { class: only } : {}),
    })
  ).rows
export const persons = async () =>
  (await at.county.run(at.clerk, (ctx) => listRows(ctx, person, { limit: 200 }))).rows as unknown as AnyRow[]
export const count = async (table: string) =>
  Number(
    (
      await at.county.db.ownerPool.query(
        `select count(*) as n from c990101.${table} where deleted_at is null`,
      )
    ).rows[0].n,
  )

/** A plain sheet: heads in the first row. */
export async function sheet(table: (string | number | null)[][], name = '石桥村'): Promise<Buffer> {
  const book = new exceljs.Workbook()
  const page = book.addWorksheet(name)
  for (const row of table) page.addRow(row)
  return Buffer.from(await book.xlsx.writeBuffer())
}

export const id = (birth: string, seq: number) => residentId('990101', birth as Day, seq)
