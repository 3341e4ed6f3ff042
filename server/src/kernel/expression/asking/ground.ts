/** What an inquiry rests on: facts from answers, from the day, from other inquiries; parameters of the day that the rule names. */
import type { Day } from '../../day.ts'
import { firstOfMonth } from '../../day.ts'
import type { Surroundings } from '../evaluate.ts'
import { evaluateNode } from '../evaluate.ts'
import type { Node, Tree } from '../node.ts'
import { unknown } from '../reading.ts'
import { settler } from '../settle.ts'
import type { Facts, ParameterReading, ParameterRow, Parameters, Reading } from '../types.ts'
import { keyOfWire } from '../values/key.ts'
import { decode } from '../wire.ts'
import type { Asking, Inquiry, Supply } from './inquiry.ts'
import { valueOn } from './value-on.ts'

/** Facts and parameters of an inquiry, and the day of lookup where it is known. */
export type Ground = Surroundings & { readonly on?: string }

export function groundOf(inquiry: Inquiry, asking: Asking): Ground {
  return groundFor(inquiry, factsOf(inquiry, asking), asking.today)
}

/** The same for facts that are already read. */
export function groundFor(inquiry: Pick<Inquiry, 'tree' | 'book'>, facts: Facts, today: string): Ground {
  const { tree, book } = inquiry
  const day: Reading = tree.on
    ? evaluateNode(tree.on, { facts, parameters: {} })
    : { state: 'known', value: today }
  if (day.state === 'known') {
    const on = String(day.value)
    return { facts, parameters: parametersOn(tree, book, on), on }
  }
  return { facts, parameters: openParameters(tree, day.state === 'unknown' ? day.missing : []) }
}

/** One result of an inquiry as it reads now. */
export function readResult(inquiry: Inquiry, name: string, asking: Asking): Reading {
  const node = inquiry.tree.results[name]?.node
  return node ? readSettled(inquiry, node, groundOf(inquiry, asking)) : unknown([name])
}

/** As an answer to a person: what could only be one of a few words, and changes nothing, is not asked for. */
export function readSettled({ tree }: Pick<Inquiry, 'tree'>, node: Node, ground: Surroundings): Reading {
  return evaluateNode(node, ground, settler(tree, ground))
}

function factsOf(inquiry: Inquiry, asking: Asking): Facts {
  const entries = Object.entries(inquiry.supplies).map(([name, supply]) => [
    name,
    factOf(inquiry, name, supply, asking),
  ])
  return Object.fromEntries(entries)
}

function factOf(inquiry: Inquiry, name: string, supply: Supply, asking: Asking): Reading {
  if (supply.from === 'result') return passedOn(name, supply, asking)
  const declared = inquiry.tree.facts[name]
  const wire = wireOf(supply, asking)
  return declared ? decode(wire, declared.type, { path: name, label: declared.label }) : unknown([name])
}

/** What another inquiry leaves open is missing under the name that it has here. */
function passedOn(name: string, supply: Supply & { from: 'result' }, asking: Asking): Reading {
  const source = asking.inquiries.get(supply.inquiry)
  if (!source) return unknown([name])
  const reading = readResult(source, supply.result, asking)
  return reading.state === 'unknown' ? unknown([name]) : reading
}

function wireOf(supply: Exclude<Supply, { from: 'result' }>, { answers, today }: Asking): unknown {
  if (supply.from === 'question') return answers[supply.question]
  if (supply.from === 'value') return supply.value
  if (supply.from === 'office') return undefined
  if (supply.edge === 'month') return firstOfMonth(today as Day)
  return supply.edge === 'day' ? today : `${today.slice(0, 4)}-12-31`
}

function parametersOn(tree: Tree, book: Inquiry['book'], on: string): Parameters {
  const entries = Object.entries(tree.parameters).map(([key, declared]) => {
    const found = valueOn(book, key, on)
    const rows = found && rowsOf(key, declared, found.value)
    if (!found || !rows) return [key, { state: 'unknown', missing: [], missingParameters: [key] }]
    return [key, { state: 'known', rows, from: found.from, wire: found.value, citation: found.citation }]
  })
  return Object.fromEntries(entries)
}

/** Undefined where the form is not the declared one: then nothing is known of it. */
function rowsOf(
  key: string,
  declared: Tree['parameters'][string],
  value: unknown,
): readonly ParameterRow[] | undefined {
  const given = declared.keys.length === 0 ? [{ value }] : Array.isArray(value) ? value : undefined
  if (!given) return undefined
  const rows = given.map((row: Readonly<Record<string, unknown>>) => ({
    keys: Object.fromEntries(declared.keys.map(({ name }) => [name, keyOfWire(row[name])])),
    reading: decode(row.value, declared.type, { path: key, label: declared.label }),
  }))
  return rows.every(({ reading }) => reading.state === 'known')
    ? rows.map(({ keys, reading }) => ({ keys, value: (reading as Reading & { state: 'known' }).value }))
    : undefined
}

function openParameters(tree: Tree, missing: readonly string[]): Parameters {
  const open: ParameterReading = { state: 'unknown', missing, missingParameters: [] }
  return Object.fromEntries(Object.keys(tree.parameters).map((key) => [key, open]))
}
