/** Values in and out of JSON. A refused form becomes a finding that names the fact, the kind expected and an example. */

import type { Text } from '../label.ts'
import { t } from '../label.ts'
import { finding, known, na, unknown, yes } from './reading.ts'
import type {
  Element,
  Facts,
  FieldTypes,
  Finding,
  ListValue,
  Reading,
  RecordValue,
  Value,
  ValueType,
} from './types.ts'
import type { Wire } from './values/rule.ts'
import { valueRule } from './values/table.ts'

type FactTypes = Readonly<Record<string, { readonly type: ValueType; readonly label: Text }>>

/** Reads all declared facts; names that are not declared are findings too, so that a misspelt fact is not silently unknown. */
export function decodeFacts(
  types: FactTypes,
  wire: Readonly<Record<string, unknown>>,
): { facts: Facts; findings: readonly Finding[] } {
  const facts = decodeFields(types, wire, '')
  const strange = Object.keys(wire).filter((name) => !Object.hasOwn(types, name))
  const findings = Object.values(facts).flatMap((r) => (r.state === 'problem' ? r.findings : []))
  return { facts, findings: [...findings, ...strange.map((name) => undeclared(name, Object.keys(types)))] }
}

/** One value from its wire form; `path` names it in what is missing. */
export function decode(wire: unknown, type: ValueType, at: { path: string; label: Text }): Reading {
  if (wire === undefined || wire === null) return unknown([at.path])
  if (isNotApplicable(wire)) return na
  if (type.kind === 'list')
    return Array.isArray(wire) ? known(decodeList(wire, type.fields, at)) : refused(type, at, wire)
  if (type.kind === 'record')
    return isObject(wire)
      ? known({ fields: decodeFields(type.fields, wire, `${at.path}.`) })
      : refused(type, at, wire)
  const value = valueRule(type).decode(wire, type)
  return value === undefined ? refused(type, at, wire) : known(value)
}

function decodeFields(
  types: FieldTypes,
  wire: Readonly<Record<string, unknown>>,
  prefix: string,
): Readonly<Record<string, Reading>> {
  const entries = Object.entries(types).map(
    ([name, { type, label }]) =>
      [name, decode(wire[name], type, { path: `${prefix}${name}`, label })] as const,
  )
  return Object.fromEntries(entries)
}

function decodeList(
  wire: readonly unknown[],
  fields: FieldTypes,
  at: { path: string; label: Text },
): ListValue {
  const elements = wire.map((item, i): Element => {
    const path = `${at.path}[${i}]`
    if (isObject(item)) return { record: { fields: decodeFields(fields, item, `${path}.`) }, present: yes }
    return { record: { fields: {} }, present: refused({ kind: 'record', fields }, { ...at, path }, item) }
  })
  return { elements }
}

/** A reading as the wire carries it: unknown and problem are null, 不适用 is `{ applicable: false }`. */
export function encodeReading(reading: Reading, type: ValueType): Wire {
  if (reading.state === 'na') return { applicable: false }
  return reading.state === 'known' ? encode(reading.value, type) : null
}

export function encode(value: Value, type: ValueType): Wire {
  if (type.kind === 'list')
    return (value as ListValue).elements.map((e) => encodeRecord(e.record, type.fields))
  if (type.kind === 'record') return encodeRecord(value as RecordValue, type.fields)
  return valueRule(type).encode(value, type)
}

function encodeRecord(record: RecordValue, fields: FieldTypes): Wire {
  const entries = Object.entries(fields).map(([name, { type }]) => [
    name,
    encodeReading(record.fields[name] ?? unknown([name]), type),
  ])
  return Object.fromEntries(entries)
}

function isNotApplicable(wire: unknown): boolean {
  return isObject(wire) && wire.applicable === false
}

function isObject(wire: unknown): wire is Record<string, unknown> {
  return typeof wire === 'object' && wire !== null && !Array.isArray(wire)
}

function refused(type: ValueType, at: { path: string; label: Text }, given: unknown): Reading {
  const rule = valueRule(type)
  const example = rule.example(type)
  return finding(
    'fact.form',
    t(
      `“${at.label.zh}”写的是 ${JSON.stringify(given)}，应当是${rule.name.zh}。请写成 ${example}。`,
      `"${at.label.en}" is given as ${JSON.stringify(given)} and should be ${rule.name.en}. Write it as ${example}.`,
    ),
    { details: { fact: at.path, expected: type.kind, example } },
  )
}

function undeclared(name: string, declared: readonly string[]): Finding {
  return {
    code: 'fact.undeclared',
    text: t(
      `规则里没有“${name}”这一项。可以给的有：${declared.join('、')}。`,
      `The rule has no fact "${name}". It takes: ${declared.join(', ')}.`,
    ),
    details: { fact: name, declared },
  }
}
