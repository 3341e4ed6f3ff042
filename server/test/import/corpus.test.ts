/** Files as offices send them, each made here, with what must come of it beside it. */
import { describe, expect, it } from 'vitest'
import type { ImportRow } from '../../src/register/import/operations/show.ts'
import { formats } from './corpus/formats.ts'
import { layouts } from './corpus/layouts.ts'
import { libreOffice } from './corpus/libreoffice.ts'
import type { Nasty } from './corpus/nasty.ts'
import { refused } from './corpus/refused.ts'
import { values } from './corpus/values.data.ts'
import { deskOf } from './import.fixture.ts'
import { at, openDesk } from './roster.kit.ts'

openDesk()

/** The rows as expected, with only what is expected of them. */
function told(row: ImportRow, expected: Nasty['rows'][number]) {
  const { sheet, shown = {}, issues } = expected
  return {
    row: row.row,
    ...(sheet ? { sheet: row.sheet } : {}),
    class: row.class,
    ...(expected.shown
      ? { shown: Object.fromEntries(Object.keys(shown).map((name) => [name, row.shown[name]])) }
      : {}),
    ...(issues ? { issues: row.issues.map(({ code }) => code) } : {}),
  }
}

describe.each([
  ['kinds of files', formats],
  ['layouts', layouts],
  ['values', values],
  ['written by LibreOffice', libreOffice],
])('%s', (_, cases) => {
  it.each(cases.map((one) => [one.situation, one] as const))('%s', async (_situation, one) => {
    const desk = one.as === 'county' ? deskOf(at.county, at.county.actor()) : at.desk
    const importId = await desk.stage(await one.bytes(), one.file, one.register ?? 'person')
    const { rows } = await desk.call<{ rows: ImportRow[] }>('import.rows', { importId, limit: 200 })
    expect(rows.map((row, n) => told(row, one.rows[n] ?? { row: 0, class: 'new' }))).toEqual(one.rows)
    const { notices, counts } = await desk.call<{
      notices: { code: string; count: number }[]
      counts: Record<string, number>
    }>('import.get', { importId })
    expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(rows.length)
    const counted = Object.fromEntries(notices.map(({ code, count }) => [code, count]))
    expect(counted).toMatchObject(one.notices ?? {})
  })
})

describe('refused, with the reason', () => {
  it.each(refused.map((one) => [one.situation, one] as const))('%s', async (_situation, one) => {
    await expect(at.desk.upload(await one.bytes(), one.file)).rejects.toMatchObject({ code: one.code })
  })
})
