// Moments as an office reads them: the county's own time, to the minute.

/** `2025-09-15 08:57`, China Standard Time. */
export function shortTime(iso: string): string {
  const china = new Date(Date.parse(iso) + 8 * 3_600_000).toISOString()
  return `${china.slice(0, 10)} ${china.slice(11, 16)}`
}

/** The same with seconds, for logs. */
export function exactTime(iso: string): string {
  const china = new Date(Date.parse(iso) + 8 * 3_600_000).toISOString()
  return `${china.slice(0, 10)} ${china.slice(11, 19)}`
}
