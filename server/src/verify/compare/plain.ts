/** Any list beside any register that stands for itself: its columns are the register's own. Nothing is a finding; differences may be adopted. */
import { t } from '#kernel'
import type { Register } from '#register'
import type { Comparison, Near, Pair } from './define.ts'

export const plainId = (register: string) => `plain.${register}`

/** Undefined for rows that belong to an owner: their lists need a declared comparison. */
export function plainComparison(register: Register): Comparison | undefined {
  if (register.shape !== 'record' || register.areaFrom) return undefined
  const own = Object.entries(register.fields).filter(
    ([, { kind, label }]) => kind.target === undefined && label.zh !== '',
  )
  const has = new Set(own.map(([name]) => name))
  const keys = [register.identity, register.identityElse ?? []].filter(
    (names) => names.length > 0 && names.every((name) => has.has(name)),
  )
  if (keys.length === 0) return undefined
  const told = new Set(register.identity)
  const compared = own.filter(([name, { kind }]) => !told.has(name) && kind.name !== 'note')
  return {
    id: plainId(register.name),
    label: t(`${register.label.zh}名单`, `List of ${register.label.en}`),
    note: t(
      `任何一份${register.label.zh}名单，逐栏对照。`,
      `Any list of ${register.label.en}, field by field.`,
    ),
    register: register.name,
    fields: Object.fromEntries(own),
    keys: keys.map((names) => names.map(same)),
    ...nearOf(register, has),
    compare: compared.map(([name]) => same(name)),
    expects: [],
    adopts: compared.filter(([name]) => name !== register.areaField).map(([name]) => same(name)),
  }
}

const same = (name: string): Pair => ({ list: name, here: name })

/** Only where there are names of persons to be looked for. */
function nearOf(register: Register, has: ReadonlySet<string>): { near?: Near } {
  const { title, search } = register
  if (!search?.id || !has.has(title)) return {}
  const more = Object.fromEntries(
    [
      ['number', search.id],
      ['birth', 'birthDate'],
      ['sex', 'sex'],
      ['area', 'area'],
    ].flatMap(([part, name]) => (part && name && has.has(name) ? [[part, same(name)]] : [])),
  )
  return { near: { name: same(title), ...more } }
}
