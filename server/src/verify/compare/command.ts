/** `xiangce compare`: a list from a file beside a register, the same way through the doors as an office takes it; exit code 2 if something differs. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { t } from '#kernel'
import type { Command, CommandCall } from '#platform'
import { defineCommand, platformProblems, saveFile, startJobs, systemActor, withContext } from '#platform'
import { plainId } from './plain.ts'
import { compareProblems } from './problems.ts'
import type { HereRow, ListRow } from './show.ts'

type Counts = Record<string, number>
type Shown = {
  state: string
  label: { zh: string }
  sender: string
  listDate: string
  fileName: string
  read: number
  rest: number
  counts: Counts
  keys: { name: string }[][]
}

/**
 * `read` = `same` + `differs` + `candidates` + `onlyThere` + `unreadable` + `repeated`. `rows`: those of the list that say
 * something, the others are counted; with `--all` every row.
 */
export type CompareResult = {
  comparisonId: number
  kind: string
  register: string
  file: string
  sender: string
  listDate: string
  by: string[][]
  /** Whether this file was compared before; its saved comparison is shown. */
  saved: boolean
  read: number
  matched: number
  same: number
  differs: number
  candidates: number
  onlyThere: number
  onlyHere: number
  unreadable: number
  repeated: number
  isNew: number
  gone: number
  findings: number
  rows: {
    sheet: string
    row: number
    class: string
    isNew: boolean
    values: Record<string, string>
    here: { id: number; title: string; area: string }[]
    differs: { field: string; there: string; here: string | null }[]
    candidates: { id: number; title: string; area: string; score: number; reasons: string[] }[]
    problems: string[]
  }[]
  missing: { id: number; title: string; area: string }[]
}

export const compareListCommand: Command = defineCommand<CompareResult>({
  name: 'compare',
  text: t('名单与名册比对', 'Compare a list with a register'),
  usage:
    '<register> <file> [--as <kind>] [--by <column,column>[;<column>]] [--sender <office>] [--date <day>] [--all]',
  options: {
    as: { type: 'string' },
    by: { type: 'string' },
    sender: { type: 'string' },
    date: { type: 'string' },
    all: { type: 'boolean' },
  },
  run: async (command) => {
    const [register, path] = command.words
    if (!register || !path) throw platformProblems.usage({ what: 'compare <register> <file>' })
    const kind = await kindFor(command, register)
    const made = await upload(command, { kind, path })
    if (!made.same) await compare(command, made.comparisonId)
    return resultOf(command, { id: made.comparisonId, kind, register, saved: made.same })
  },
  show: (result) => showResult(result),
  fails: ({ differs, candidates, onlyThere, onlyHere, unreadable }) =>
    differs + candidates + onlyThere + onlyHere + unreadable > 0,
})

async function kindFor({ options, call }: CommandCall, register: string): Promise<string> {
  const kind = typeof options.as === 'string' ? options.as : plainId(register)
  const { kinds } = (await call('compare.kinds', {})) as { kinds: { id: string; register: string }[] }
  const known = kinds.filter((one) => one.register === register).map(({ id }) => id)
  if (!known.includes(kind)) throw compareProblems.noKind({ kind, known })
  return kind
}

async function upload({ house, options, call }: CommandCall, { kind, path }: { kind: string; path: string }) {
  const bytes = await readFile(path).catch(() => {
    throw compareProblems.noFile({ path: basename(path) })
  })
  const file = await withContext(house.db, systemActor(house.county), ({ tx }) =>
    saveFile(tx, { name: basename(path), mime: 'application/octet-stream', bytes }),
  )
  const sender = typeof options.sender === 'string' ? { sender: options.sender } : {}
  const listDate = typeof options.date === 'string' ? { listDate: options.date } : {}
  return (await call('compare.upload', { fileId: file.id, kind, ...sender, ...listDate })) as {
    comparisonId: number
    same: boolean
  }
}

async function compare(command: CommandCall, comparisonId: number): Promise<void> {
  const { by } = command.options
  const ways =
    typeof by === 'string'
      ? { by: by.split(';').map((way) => way.split(',').map((name) => name.trim())) }
      : {}
  const { jobId } = (await command.call('compare.run', { comparisonId, ...ways })) as { jobId: number | null }
  if (jobId !== null) await finished(command, jobId)
}

/** A server may be running beside us or not: whoever claims the job does it. */
async function finished({ house, call }: CommandCall, id: number): Promise<void> {
  const runner = await startJobs(house, house.jobs, { lanes: 1, pollMs: 100 })
  try {
    for (;;) {
      const job = (await call('job.get', { id })) as { state: string }
      if (job.state === 'done') return
      if (job.state === 'failed' || job.state === 'cancelled')
        throw platformProblems.internal({ incident: `job ${id}` })
      await sleep(200)
    }
  } finally {
    await runner.stop()
  }
}

type Of = { id: number; kind: string; register: string; saved: boolean }

async function resultOf(command: CommandCall, { id, kind, register, saved }: Of): Promise<CompareResult> {
  const shown = (await command.call('compare.get', { comparisonId: id })) as Shown
  const count = (name: string) => shown.counts[name] ?? 0
  const classes =
    command.options.all === true ? {} : { classes: ['differs', 'candidate', 'onlyThere', 'unreadable'] }
  const rows = await pages<ListRow>(command, 'compare.rows', { comparisonId: id, ...classes })
  const missing = await pages<HereRow>(command, 'compare.missing', { comparisonId: id })
  return {
    comparisonId: id,
    kind,
    register,
    file: shown.fileName,
    sender: shown.sender,
    listDate: shown.listDate,
    by: shown.keys.map((key) => key.map(({ name }) => name)),
    saved,
    read: shown.read,
    matched: count('same') + count('differs'),
    same: count('same'),
    differs: count('differs'),
    candidates: count('candidate'),
    onlyThere: count('onlyThere'),
    onlyHere: count('onlyHere'),
    unreadable: count('unreadable'),
    repeated: count('repeated'),
    isNew: count('isNew'),
    gone: count('gone'),
    findings: count('findings'),
    rows: rows.map(lineOf),
    missing: missing.map(briefOf),
  }
}

async function pages<T>({ call }: CommandCall, door: string, asked: object): Promise<T[]> {
  const all: T[] = []
  for (let after: number | null = 0; after !== null; ) {
    const page = (await call(door, { ...asked, after, limit: 500 })) as { rows: T[]; next: number | null }
    for (const row of page.rows) all.push(row)
    after = page.next
  }
  return all
}

const briefOf = ({ id, title, areaName }: HereRow) => ({ id, title, area: areaName })

function lineOf({ sheet, row, isNew, values, here, differs, candidates, problems, ...one }: ListRow) {
  return {
    sheet,
    row,
    class: one.class,
    isNew,
    values: Object.fromEntries(values.map(({ name, value }) => [name, value])),
    here: here.map(briefOf),
    differs: differs.map(({ name, there, now }) => ({ field: name, there, here: now })),
    candidates: candidates.map((found) => ({
      ...briefOf(found),
      score: found.score,
      reasons: found.reasons.map(({ zh }) => zh),
    })),
    problems: problems.map(({ place, text }) => `${place.zh}　${text.zh}`),
  }
}

function showResult(result: CompareResult): string {
  const { sender, listDate, file, saved, read, same, differs, candidates, onlyThere, onlyHere } = result
  return [
    `${sender} ${listDate} 名单《${file}》${saved ? '比过，这是存下的结果。' : ''}`,
    `名单 ${read} 行：一致 ${same}，有不同 ${differs}，待认 ${candidates}，名册里没有 ${onlyThere}；名单上没有的 ${onlyHere}。`,
    ...result.rows.flatMap((row) =>
      row.differs.map(
        (one) =>
          `  ${row.sheet} 第 ${row.row} 行 ${row.here[0]?.title ?? ''}　${one.field}：名单 ${one.there}，名册 ${one.here ?? '未填'}`,
      ),
    ),
    `疑点 ${result.findings} 条。`,
  ].join('\n')
}
