/** `xiangce import <register> <file>`: the same way through the doors as an office takes it. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { t } from '#kernel'
import type { Command, CommandCall } from '#platform'
import { defineCommand, platformProblems, saveFile, startJobs, systemActor, withContext } from '#platform'

import type { PreviewRow } from './operations/preview.ts'
import { importProblems } from './problems.ts'

type Counts = { counts: Record<string, number>; reasons: { text: { zh: string }; count: number }[] }
export type ImportResult = { importId: number; committed: number; same: string | null } & Counts

/**
 * What a dry run says: `read` rows of data = `accepted` (new, changed, unchanged) + `rejected` + `warnings` (doubtful, or
 * the same line twice).
 */
export type DryRun = {
  read: number
  accepted: number
  rejected: number
  warnings: number
  rows: PreviewRow[]
}

export const importCommand: Command = defineCommand<ImportResult | DryRun>({
  name: 'import',
  text: t('导入一份表', 'Import a sheet'),
  usage: '<register> <file> [--area <code>] [--sender <office>] [--dry-run]',
  options: { area: { type: 'string' }, sender: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  run: async (command) => {
    const [register, path] = command.words
    if (!register || !path) throw platformProblems.usage({ what: 'import <register> <file>' })
    const importId = await upload(command, { register, path })
    const mapped = (await command.call('import.map', { importId })) as { jobId: number | null }
    if (mapped.jobId !== null) await finished(command, mapped.jobId)
    return command.options['dry-run'] === true ? looked(command, importId) : committed(command, importId)
  },
  show: (result) => ('rows' in result ? showDry(result) : showDone(result)),
  fails: (result) =>
    'rows' in result
      ? result.rejected + result.warnings > 0
      : (result.counts.rejected ?? 0) + (result.counts.doubtful ?? 0) > 0,
})

/** What would be done; the import is then given up, so that no draft is left behind. */
async function looked({ call }: CommandCall, id: number): Promise<DryRun> {
  const { counts } = (await call('import.get', { importId: id })) as Counts
  const rows: PreviewRow[] = []
  for (let after: number | null = 0; after !== null; ) {
    const page = (await call('import.preview', { importId: id, after })) as {
      rows: PreviewRow[]
      next: number | null
    }
    for (const row of page.rows) rows.push(row)
    after = page.next
  }
  await call('import.drop', { importId: id })
  const count = (...states: string[]) => states.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
  return {
    read: rows.length,
    accepted: count('new', 'changed', 'unchanged'),
    rejected: count('rejected'),
    warnings: count('doubtful', 'skipped'),
    rows,
  }
}

async function committed(command: CommandCall, importId: number): Promise<ImportResult> {
  const shown = (await command.call('import.get', { importId })) as Counts & { same: { day: string } | null }
  if ((shown.counts.new ?? 0) + (shown.counts.changed ?? 0) > 0) {
    const { jobId } = (await command.call('import.commit', { importId })) as { jobId: number }
    await finished(command, jobId)
  }
  const after = (await command.call('import.get', { importId })) as Counts & { merged: number }
  return {
    importId,
    committed: after.merged,
    same: shown.same?.day ?? null,
    counts: after.counts,
    reasons: after.reasons,
  }
}

function showDone({ committed: merged, counts, reasons, same }: ImportResult): string {
  return [
    ...(same ? [`这份文件 ${same} 已入册过。`] : []),
    `入册 ${merged} 行：新增 ${counts.new ?? 0}，变更 ${counts.changed ?? 0}，无变化 ${counts.unchanged ?? 0}。`,
    ...reasons.map(({ text, count }) => `  待改 ${text.zh} ${count}`),
  ].join('\n')
}

function showDry({ read, accepted, rejected, warnings, rows }: DryRun): string {
  return [
    `读了 ${read} 行：可收 ${accepted}，待改 ${rejected}，待核 ${warnings}。什么都没有入册。`,
    ...rows.flatMap(({ sheet, row, problems }) =>
      problems.map(({ column, message }) => `  ${sheet}!${column ?? ''}${row}　${message}`),
    ),
  ].join('\n')
}

async function upload(
  { house, options, call }: CommandCall,
  { register, path }: { register: string; path: string },
): Promise<number> {
  const bytes = await readFile(path).catch(() => {
    throw importProblems.noFile({ path: basename(path) })
  })
  const actor = systemActor(house.county)
  const file = await withContext(house.db, actor, ({ tx }) =>
    saveFile(tx, { name: basename(path), mime: 'application/octet-stream', bytes }),
  )
  const area = options.area === undefined ? {} : { area: String(options.area) }
  const sender = options.sender === undefined ? {} : { sender: String(options.sender) }
  const made = (await call('import.upload', { fileId: file.id, register, ...area, ...sender })) as {
    importId: number
  }
  return made.importId
}

/** A server may be running beside us or not: whoever claims the job does it. */
async function finished({ house, call }: CommandCall, id: number): Promise<void> {
  const runner = await startJobs(house, house.jobs, { lanes: 1, pollMs: 100 })
  try {
    for (;;) {
      const job = (await call('job.get', { id })) as { state: string; problem: unknown }
      if (job.state === 'done') return
      if (job.state === 'failed' || job.state === 'cancelled')
        throw platformProblems.internal({ incident: `job ${id}` })
      await sleep(200)
    }
  } finally {
    await runner.stop()
  }
}
