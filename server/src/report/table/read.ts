/** Reads a report: cut checked, groups counted in the database, keys given words. */
import { type Text, t } from '#kernel'
import type { Ctx } from '#platform'
import { areaNames, type Registry, titlesOf } from '#register'
import { reportProblems } from '../problems.ts'
import { type BehindRow, readBehind, readGroups } from '../report-store.ts'
import type { Report } from './define.ts'
import type { Key } from './dimension.ts'
import type { Figure } from './measure.ts'
import { type Cut, tabulate } from './tabulate.ts'

export type ShownKey = { key: Key; text: Text }
export type ReportTable = {
  heads: { name: string; label: Text }[]
  measures: { name: string; label: Text; unit?: Text | undefined }[]
  rows: { keys: ShownKey[]; figures: Figure[] }[]
  total: Figure[]
}

export const unknownText = t('不详', 'unknown')

/** The cut that was asked for, or the report's own; parts that do not exist are a problem. */
export function cutOf(
  report: Report,
  asked: { rows?: readonly string[]; measures?: readonly string[] },
): Cut {
  const cut = { rows: asked.rows ?? report.first.rows, measures: asked.measures ?? report.first.measures }
  const strange = [
    ...cut.rows.filter((name) => !report.dimensions[name]),
    ...cut.measures.filter((name) => !report.measures[name]),
  ][0]
  if (strange !== undefined) throw reportProblems.unknownPart({ report: report.id, part: strange })
  return cut
}

/** The table of a report under the reader's scope. */
export async function readReport(ctx: Ctx, report: Report, cut: Cut): Promise<ReportTable> {
  const { rows, total } = tabulate(report, cut, await readGroups(ctx.tx, report, cut))
  const words = await wordsOf(
    ctx,
    report,
    cut,
    rows.map(({ keys }) => keys),
  )
  return {
    heads: cut.rows.map((name) => ({ name, label: report.dimensions[name]?.label ?? unknownText })),
    measures: cut.measures.map((name) => ({
      name,
      label: report.measures[name]?.label ?? unknownText,
      unit: report.measures[name]?.unit,
    })),
    rows: rows.map(({ keys, figures }) => ({
      keys: keys.map((key, at) => ({ key, text: words(key, at) })),
      figures,
    })),
    total,
  }
}

async function wordsOf(ctx: Ctx, report: Report, cut: Cut, rows: readonly (readonly Key[])[]) {
  const isArea = cut.rows.map((name) => report.dimensions[name]?.areas === true)
  const codes = rows.flatMap((keys) =>
    keys.filter((key, at): key is string => key !== null && isArea[at] === true),
  )
  const names = await areaNames(ctx, [...new Set(codes)])
  return (key: Key, at: number): Text => {
    if (key === null) return unknownText
    const name = isArea[at] ? names.get(key) : undefined
    if (name) return t(name, name)
    return report.dimensions[cut.rows[at] ?? '']?.words(key, report.source) ?? t(key, key)
  }
}

export type Behind = {
  rows: (BehindRow & { place: string; title: string })[]
  next: number | null
  register: string
}

/** The rows behind one cell, a page at a time, with their titles and the names of their places. */
export async function rowsBehind(
  ctx: Ctx,
  registry: Registry,
  {
    report,
    ...asked
  }: { report: Report; rows: readonly string[]; keys: readonly Key[]; after: number; limit: number },
): Promise<Behind> {
  const found = await readBehind(ctx.tx, report, { ...asked, limit: asked.limit + 1 })
  const page = found.slice(0, asked.limit)
  const { register } = report.source
  const places = await areaNames(ctx, [...new Set(page.map(({ area }) => area))])
  const titles = await titlesOf(ctx, registry, { register, ids: page.map(({ id }) => id) })
  return {
    rows: page.map((row) => ({
      ...row,
      title: titles.get(row.id) ?? '',
      place: places.get(row.area) ?? row.area,
    })),
    next: found.length > asked.limit ? (page.at(-1)?.id ?? null) : null,
    register: register.name,
  }
}
