// Moments as an office reads them: day and minute in China, whatever the machine's zone is.
const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** `2025-09-10 10:41`. */
export function momentText(iso: string): string {
  const at = Object.fromEntries(parts.formatToParts(new Date(iso)).map((part) => [part.type, part.value]))
  return `${at.year}-${at.month}-${at.day} ${at.hour}:${at.minute}`
}

/** `2025-09-10`. */
export function dayText(iso: string): string {
  return momentText(iso).slice(0, 10)
}
