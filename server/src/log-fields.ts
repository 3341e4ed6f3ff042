/** For readers of the log: what the fields of a step's form are called, and the states that a subject can stand in. */
import type { Text } from '#kernel'
import { batchStates } from '#ledger'
import type { Procedure } from '#procedure'
import { runStates } from '#procedure'

export type LogField = { label: Text; kind: string; options: { code: string; label: Text }[] }
export type LogWords = {
  /** By the name of the form's field. */
  fields: Record<string, LogField>
  /** By the kind of subject (`case`, `batch`, `run`), then by code. */
  states: Record<string, Record<string, Text>>
}

export function logFieldsOf(procedures: readonly Procedure[]): LogWords {
  const actions = procedures.flatMap((one) => Object.values(one.actions))
  const fields: Record<string, LogField> = {}
  for (const { form } of actions)
    for (const [name, { label, kind, options }] of Object.entries(form))
      fields[name] ??= { label, kind, options: optionsOf(options) }
  const states = procedures.flatMap((one) => Object.entries(one.states))
  return {
    fields,
    states: {
      case: Object.fromEntries(states.map(([name, { label }]) => [name, label])),
      batch: batchStates,
      run: runStates,
    },
  }
}

function optionsOf(options: Readonly<Record<string, Text>> | undefined): LogField['options'] {
  return Object.entries(options ?? {}).map(([code, label]) => ({ code, label }))
}
