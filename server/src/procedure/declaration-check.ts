/** What a declared procedure must hold before the house opens: every fault in words, none guessed away. */
import type { Text } from '#kernel'
import { DECLARE, OPEN, UNDO } from './built-in.ts'
import type { Action, ItemTarget, Procedure } from './define.ts'

/** The faults of a declaration; empty if it is sound. */
export function checkProcedure(procedure: Procedure): string[] {
  return [
    ...labelFaults(procedure),
    ...Object.entries(procedure.actions).flatMap(([name, action]) => actionFaults(procedure, name, action)),
    ...reachFaults(procedure),
    ...itemFaults(procedure),
  ]
}

function labelFaults(procedure: Procedure): string[] {
  const named: [string, Text][] = [
    ['procedure', procedure.label],
    ['purpose', procedure.purpose],
  ]
  for (const [name, one] of Object.entries(procedure.states)) named.push([`state ${name}`, one.label])
  for (const [name, one] of Object.entries(procedure.itemStates))
    named.push([`item state ${name}`, one.label])
  for (const [name, one] of Object.entries(procedure.actions)) {
    named.push([`action ${name}`, one.label], [`office of ${name}`, one.office])
    for (const [field, asked] of Object.entries(one.form)) named.push([`field ${name}.${field}`, asked.label])
  }
  return named.filter(([, text]) => !text.zh.trim() || !text.en.trim()).map(([name]) => `no label: ${name}`)
}

/** Names of the acts that every case knows. */
const builtIn: readonly string[] = [OPEN, DECLARE, UNDO]

function actionFaults(procedure: Procedure, name: string, action: Action): string[] {
  const faults: string[] = builtIn.includes(name)
    ? [`${name}: every case has an act of this name already`]
    : []
  const states = [...action.from, ...(action.to ? [action.to] : [])]
  for (const one of states) if (!(one in procedure.states)) faults.push(`${name}: unknown state ${one}`)
  for (const one of action.separation) {
    if (!(one in procedure.actions)) faults.push(`${name}: separation from an unknown action ${one}`)
    if (one === name) faults.push(`${name}: separated from itself`)
  }
  if (!/^[a-z][\w-]*(\.[\w-]+)+$/.test(action.by)) faults.push(`${name}: "${action.by}" is not a verb`)
  if (!action.within && !action.noLimit) faults.push(`${name}: neither a time limit nor a reason for none`)
  if (action.from.length === 0) faults.push(`${name}: starts from no state`)
  for (const one of action.from)
    if (procedure.states[one]?.final) faults.push(`${name}: leaves the final state ${one}`)
  return [
    ...faults,
    ...takeFaults(procedure, name, action),
    ...formFaults(name, action),
    ...objectionFaults(name, action),
    ...backFaults(procedure, name, action),
  ]
}

function takeFaults(procedure: Procedure, name: string, action: Action): string[] {
  if (!action.items) return action.stays ? [`${name}: a stay needs items`] : []
  const faults: string[] = []
  for (const one of [...action.items.from, ...targets(action.items.to)])
    if (one !== 'same' && !(one in procedure.itemStates)) faults.push(`${name}: unknown item state ${one}`)
  for (const one of action.items.from)
    if (procedure.itemStates[one]?.final && action.objection !== 'answer')
      faults.push(`${name}: takes finished items (${one})`)
  const to = action.items.to
  if (typeof to !== 'string') faults.push(...choiceFaults(name, action, to))
  return faults
}

/** What the house itself reads from the forms of objections. */
const objectionFields = { take: ['text', 'received'], answer: ['objection', 'outcome', 'answer'] } as const

function objectionFaults(name: string, action: Action): string[] {
  if (!action.objection) return []
  const missing = objectionFields[action.objection].filter((one) => !(one in action.form))
  return missing.map((one) => `${name}: the form of an objection asks for ${one}`)
}

function choiceFaults(name: string, action: Action, to: Exclude<ItemTarget, string>): string[] {
  const options = Object.keys(action.form[to.field]?.options ?? {})
  const cases = Object.keys(to.cases)
  const same = options.length === cases.length && options.every((one) => cases.includes(one))
  return same ? [] : [`${name}: the choices of ${to.field} and the targets of its items differ`]
}

function formFaults(name: string, action: Action): string[] {
  const ruled = (action.rules ?? []).flatMap((rule) => rule.fields)
  const faults = ruled.filter((one) => !(one in action.form)).map((one) => `${name}: no field ${one}`)
  for (const [field, one] of Object.entries(action.form))
    if (one.kind === 'choice' && Object.keys(one.options ?? {}).length === 0)
      faults.push(`${name}.${field}: no options`)
  return faults
}

/** An act that goes back says so, or it would look like a loop; one that says so must really go back. */
function backFaults(procedure: Procedure, name: string, action: Action): string[] {
  if (!action.to || procedure.states[action.to]?.final) return []
  const order = Object.keys(procedure.states)
  const to = order.indexOf(action.to)
  const goesBack = action.from.some((one) => order.indexOf(one) > to)
  if (goesBack && !action.back) return [`${name}: goes back to ${action.to} without saying so`]
  return !goesBack && action.back ? [`${name}: says back, but goes on to ${action.to}`] : []
}

function reachFaults(procedure: Procedure): string[] {
  const edges = Object.values(procedure.actions).flatMap((one) =>
    one.to ? one.from.map((from) => [from, one.to as string] as const) : [],
  )
  const reached = reach(procedure.start, edges)
  reached.add(procedure.done)
  const faults = Object.keys(procedure.states)
    .filter((one) => !reached.has(one))
    .map((one) => `state ${one} cannot be reached`)
  if (!(procedure.start in procedure.states)) faults.push(`unknown start ${procedure.start}`)
  if (!procedure.states[procedure.done]?.final) faults.push(`${procedure.done} is not a final state`)
  return faults
}

function itemFaults(procedure: Procedure): string[] {
  const takes = Object.values(procedure.actions).flatMap((one) => (one.items ? [one.items] : []))
  const edges = takes.flatMap((one) =>
    one.from.flatMap((from) => targets(one.to).map((to) => [from, to] as const)),
  )
  const reached = reach(procedure.itemStart, edges)
  const faults = Object.keys(procedure.itemStates)
    .filter((one) => !reached.has(one))
    .map((one) => `item state ${one} cannot be reached`)
  const left = new Set(edges.filter(([from, to]) => to !== 'same' && to !== from).map(([from]) => from))
  for (const [name, one] of Object.entries(procedure.itemStates))
    if (!one.final && !left.has(name)) faults.push(`item state ${name} is never left`)
  return faults
}

function reach(start: string, edges: readonly (readonly [string, string])[]): Set<string> {
  const reached = new Set([start])
  for (let before = 0; before < reached.size; ) {
    before = reached.size
    for (const [from, to] of edges) if (reached.has(from)) reached.add(to)
  }
  reached.delete('same')
  return reached
}

export function targets(to: ItemTarget): readonly string[] {
  return typeof to === 'string' ? [to] : Object.values(to.cases)
}
