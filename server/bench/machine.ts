/** On what the numbers were taken: they are worth nothing without it. */
import { cpus, loadavg, platform, totalmem } from 'node:os'
import type { Database } from '#platform'

export async function machineLine(db: Pick<Database, 'ownerPool'>): Promise<string> {
  const { rows } = await db.ownerPool.query<{ version: string; fsync: string; commit: string }>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
       current_setting('synchronous_commit') as commit`,
  )
  const [pg] = rows
  const cores = cpus()
  return [
    `${platform()}, ${cores.length} cores (${cores[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB`,
    `Node ${process.versions.node}`,
    `PostgreSQL ${pg?.version}, fsync ${pg?.fsync}, synchronous_commit ${pg?.commit}`,
    `load ${loadText()}`,
  ].join('; ')
}

export function loadText(): string {
  return loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')
}

/** Said before and after the table: others' work makes every number here larger than it is. */
export function loadWarning(): string | undefined {
  const [load = 0] = loadavg()
  const cores = cpus().length
  return load > cores
    ? `NOTE: the load average ${load.toFixed(1)} is above the ${cores} cores: the machine is shared, times are too long and uneven; only the ratios say something.`
    : undefined
}
