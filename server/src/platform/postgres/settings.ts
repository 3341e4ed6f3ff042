/** Server settings, given on the command line so that a release changes them without touching the cluster. */
import { totalmem } from 'node:os'

/** For `initdb`. The character type is what makes trigram search see Chinese characters. */
export const localeFlags: readonly string[] = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  `--lc-ctype=${process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8'}`,
]

const shared: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  lc_messages: 'C',
  timezone: 'Asia/Shanghai',
  log_timezone: 'Asia/Shanghai',
  jit: 'off', // compiling costs more than it gives on the short statements of one operation
  random_page_cost: '1.1',
}

const lasting = (): Record<string, string> => ({
  shared_buffers: `${bufferMb()}MB`,
  effective_cache_size: `${4 * bufferMb()}MB`,
  work_mem: '32MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
  wal_compression: 'on',
  synchronous_commit: 'on',
})

/** An eighth of the machine, or of what it may take there: a county's registers fit into 2 GB, a small office is left its memory. */
function bufferMb(): number {
  const allowed = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)
  return Math.round(Math.min(2048, Math.max(128, allowed / 8 / 2 ** 20)))
}

/** For test databases that nobody misses after a power cut. */
const passing: Record<string, string> = {
  shared_buffers: '128MB',
  max_connections: '200',
  max_wal_size: '1GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
}

/** The options of `pg_ctl -o`: `-c name=value …`. `fast` gives up durability. */
export function serverOptions(port: number, fast: boolean): string {
  const all = { port: String(port), ...shared, ...(fast ? passing : lasting()) }
  return Object.entries(all)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')
}
