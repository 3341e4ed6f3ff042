/** A row as the log keeps it: personal data only as far as everybody may see it, a change of it still visible as one. */
import type { Register } from './define.ts'
import { maskedText } from './mask.ts'

type Row = Readonly<Record<string, unknown>>

/** `before` and `after` for `ctx.note`: fields by name, hidden values masked. */
export function logPair(
  register: Register,
  before: Row | undefined,
  after: Row | undefined,
): { before?: Row; after?: Row } {
  const names = [
    ...Object.keys(register.fields),
    ...(register.owner ? ['ownerId'] : []),
    ...(register.shape === 'dated' ? ['validFrom', 'validTo'] : []),
  ]
  const [old, fresh]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}]
  for (const name of names) {
    const changed = JSON.stringify(before?.[name] ?? null) !== JSON.stringify(after?.[name] ?? null)
    old[name] = logValue(register, name, before?.[name])
    fresh[name] = logValue(register, name, after?.[name])
    if (changed && old[name] === fresh[name] && old[name] !== null) fresh[name] = `${fresh[name]}（已改）`
  }
  return { ...(before ? { before: old } : {}), ...(after ? { after: fresh } : {}) }
}

function logValue(register: Register, name: string, value: unknown): unknown {
  if (value === null || value === undefined) return null
  const field = register.fields[name]
  if (field?.sensitive) return maskedText(field, value) ?? '***'
  return field?.kind.toWire(value) ?? value
}
