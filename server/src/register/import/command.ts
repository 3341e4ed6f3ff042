/** `xiangce import <register> <file>`: the same way through the doors as an office takes it. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { t } from '#kernel'
import type { Command, CommandCall } from '#platform'
import { defineCommand, platformProblems, saveFile, startJobs, systemActor, withContext } from '#platform'

import { importProblems } from './problems.ts'

type Counts = { counts: Record<string, number>; reasons: { text: { zh: string }; count: number }[] }
export type ImportResult = { importId: number; committed: number; same: string | null } & Counts

export const importCommand: Command = defineCommand<ImportResult>({
  name: 'import',
  text: t('导入一份表', 'Import a sheet'),
  usage: '<register> <file> [--area <code>] [--dry-run]',
  options: { area: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  run: async (command) => {
    const [register, path] = command.words
    if (!register || !path) throw platformProblems.usage({ what: 'import <register> <file>' })
    const importId = await upload(command, { register, path })
    const mapped = (await command.call('import.map', { importId })) as { jobId: number | null }
    if (mapped.jobId !== null) await finished(command, mapped.jobId)
    const shown = (await command.call('import.get', { importId })) as Counts & {
      same: { day: string } | null
    }
    const ready = (shown.counts.new ?? 0) + (shown.counts.changed ?? 0)
    if (ready > 0 && command.options['dry-run'] !== true) {
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
  },
  show: ({ committed, counts, reasons, same }) =>
    [
      ...(same ? [`这份文件 ${same} 已入册过。`] : []),
      `入册 ${committed} 行：新增 ${counts.new ?? 0}，变更 ${counts.changed ?? 0}，无变化 ${counts.unchanged ?? 0}。`,
      ...reasons.map(({ text, count }) => `  待改 ${text.zh} ${count}`),
    ].join('\n'),
  fails: ({ counts }) => (counts.rejected ?? 0) + (counts.doubtful ?? 0) > 0,
})

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
  const made = (await call('import.upload', { fileId: file.id, register, ...area })) as { importId: number }
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
