/** What the web is told of reports and papers, cut to the reader's verbs. */
import type { Text } from '#kernel'
import { type Actor, may } from '#platform'
import type { AnyPaper } from './paper/define.ts'
import type { Report } from './table/define.ts'

type Named = { name: string; label: Text }
export type ReportMeta = {
  id: string
  label: Text
  system: string
  dimensions: Named[]
  measures: Named[]
  first: Report['first']
  note?: Text | undefined
}

const named = (parts: Readonly<Record<string, { label: Text }>>): Named[] =>
  Object.entries(parts).map(([name, { label }]) => ({ name, label }))

export function reportMeta(reports: readonly Report[], actor: Actor): ReportMeta[] {
  return reports
    .filter(({ can }) => may(actor, can))
    .map(({ id, label, system, dimensions, measures, first, note }) => ({
      id,
      label,
      system,
      dimensions: named(dimensions),
      measures: named(measures),
      first,
      note,
    }))
}

export type PaperMeta = { id: string; label: Text; at: AnyPaper['at'] }

export function paperMeta(papers: readonly AnyPaper[], actor: Actor): PaperMeta[] {
  return papers.filter(({ can }) => may(actor, can)).map(({ id, label, at }) => ({ id, label, at }))
}
