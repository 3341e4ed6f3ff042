/** The check at start: every register is complete in itself and fits the others. */
import type { Text } from '#kernel'
import { defineProblems, problem, t } from '#kernel'
import type { Register } from './define.ts'
import { mentionedBy } from './duplicates/declare.ts'

const problems = defineProblems('register', {
  declaration: problem(500, (d: { faults: readonly string[] }) =>
    t(
      `名册的声明有 ${d.faults.length} 处不成立：${d.faults.join('；')}`,
      `The registers have ${d.faults.length} faults: ${d.faults.join('; ')}`,
    ),
  ),
})

/** Throws one Problem that names every fault of every register. */
export function checkRegisters(registers: readonly Register[]): void {
  const faults = [...doubles(registers), ...registers.flatMap((register) => faultsOf(register, registers))]
  if (faults.length > 0) throw problems.declaration({ faults })
}

function doubles(registers: readonly Register[]): string[] {
  const names = registers.map((r) => r.name)
  return names.filter((name, i) => names.indexOf(name) !== i).map((name) => `${name} is declared twice`)
}

function faultsOf(register: Register, all: readonly Register[]): string[] {
  return [...namesFaults(register), ...fieldFaults(register, all), ...shapeFaults(register, all)].map(
    (fault) => `${register.name}: ${fault}`,
  )
}

/** Every field that the declaration mentions exists. */
function namesFaults(register: Register): string[] {
  const spans = register.shape === 'dated' ? ['validFrom', 'validTo'] : []
  const known = new Set([...Object.keys(register.fields), ...spans])
  const mentioned: [string, readonly (string | undefined)[]][] = [
    ['identity', register.identity],
    ['identityElse', register.identityElse ?? []],
    ['unique', register.unique || []],
    ['title', [register.title]],
    ['columns', register.columns],
    ['columnsUnder', Object.keys(register.columnsUnder ?? {})],
    ['columnsUnder', Object.values(register.columnsUnder ?? {}).flat()],
    ['search', Object.values(register.search ?? {})],
    ['overlap', register.overlap?.by ?? []],
    ['duplicates', mentionedBy(register.duplicates)],
    ['areaFrom', register.areaField ? [register.areaField] : []],
  ]
  const faults = mentioned.flatMap(([where, names]) =>
    names.filter((n) => n && !known.has(n)).map((n) => `${where} names the unknown field ${n}`),
  )
  if (register.identity.length === 0) faults.push('identity is empty')
  return faults
}

const reserved = new Set([
  'id',
  'raw',
  'version',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'changeReason',
  'deletedAt',
  'ownerId',
  'validFrom',
  'validTo',
  'searchKeys',
  'values',
  'partyId',
])

function fieldFaults(register: Register, all: readonly Register[]): string[] {
  return Object.entries(register.fields).flatMap(([name, field]) => {
    const target = field.kind.target?.(field)
    const choices = Object.entries(field.options ?? {})
    return [
      ...(reserved.has(name) ? [`${name} is a reserved name`] : []),
      ...(/^[a-z][a-zA-Z0-9]*$/.test(name) ? [] : [`${name} is not in camel case`]),
      ...labelFaults(name, field.label),
      ...choices.flatMap(([code, label]) => labelFaults(`${name}.${code}`, label)),
      ...(field.kind.fault?.(field) ? [`${name} ${field.kind.fault(field)}`] : []),
      ...(target !== undefined && !all.some((r) => r.name === target)
        ? [`${name} points to the unknown register ${target}`]
        : []),
    ]
  })
}

function labelFaults(name: string, label: Text | undefined): string[] {
  return label?.zh && label.en ? [] : [`${name} lacks a label in zh or en`]
}

function shapeFaults(register: Register, all: readonly Register[]): string[] {
  const faults = labelFaults('the register', register.label).concat(
    labelFaults('the counter', register.counter),
  )
  const owned = register.shape !== 'record'
  if (owned && !all.some((r) => r.name === register.owner))
    faults.push(`its owner ${register.owner ?? '(none)'} is not declared`)
  if (!owned && register.owner) faults.push('a record has no owner')
  if (owned && 'area' in register.fields) faults.push('its area is that of its owner and no field')
  if (register.overlap && register.shape !== 'dated')
    faults.push('overlap is declared without a span of days')
  return faults
}
