/** Where trees end, in columns: literals, facts, bound elements and their fields. */
import type { BoundNode, FactNode, FieldNode, LiteralNode, NotApplicableNode } from '../node.ts'
import { decode } from '../wire.ts'
import { cellOf } from './cell.ts'
import type { Column } from './column.ts'
import { isListColumn } from './column.ts'
import type { Emitter } from './emitter.ts'
import { NotColumnar } from './emitter.ts'
import type { ColumnarRule } from './rule.ts'
import type { CellShape } from './shape.ts'
import type { Slot, Source } from './slot.ts'
import { absorbed, certain, may, scalar } from './slot.ts'
import type { Supply } from './supply.ts'

export const literalColumn: ColumnarRule<LiteralNode> = {
  emit: (node, e) => {
    const reading = decode(node.wire, node.of, { path: '', label: { zh: '', en: '' } })
    if (reading.state !== 'known') throw new NotColumnar('a value written in the rule has a wrong form')
    const { value, den } = cellOf(reading.value, node.of, e.words)
    return scalar(certain, String(value), String(den))
  },
}

export const notApplicableColumn: ColumnarRule<NotApplicableNode> = {
  emit: () => ({ ...scalar({ may: may.notApplicable, s: '4' }, '0'), zero: true }),
}

const absent: Slot = { may: may.unknown, s: '2', v: '0', d: '1' }

export const factColumn: ColumnarRule<FactNode> = {
  emit: (node, e) => {
    const shape = e.shape.fact(node.name)
    if (!shape) return node.of.kind === 'list' ? { ...absent, source: nowhere, at: () => '0' } : absent
    if (shape.fields) return listFact(node, shape.fields, e)
    return cell(
      e,
      { key: `fact ${node.name}`, shape, at: 'i' },
      (supply) => supply.columns.facts[node.name] as Column,
    )
  },
}

function listFact(node: FactNode, fields: Readonly<Record<string, CellShape>>, e: Emitter): Slot {
  const column = ({ columns }: Supply) => {
    const found = columns.facts[node.name]
    if (!found || !isListColumn(found)) throw new NotColumnar(`"${node.name}" is no list`)
    return found
  }
  const offsets = e.input(`offsets ${node.name}`, (supply) => column(supply).offsets)
  const first = e.constant(`${offsets}[i]`)
  const count = e.constant(`${offsets}[i + 1] - ${first}`)
  const isOpen = e.shape.fact(node.name)?.states === true
  const states = isOpen ? `${e.input(`states ${node.name}`, (supply) => column(supply).states)}[i]` : '0'
  return {
    may: isOpen ? 15 : may.known,
    s: e.constant(states),
    v: count,
    d: '1',
    source: {
      name: `fact ${node.name}`,
      field: (name, at, inner) => {
        const shape = fields[name]
        if (!shape) return absent
        return cell(
          inner,
          { key: `field ${node.name} ${name}`, shape, at },
          (supply) => column(supply).fields[name] as Column,
        )
      },
    },
    at: (j) => `${first} + ${j}`,
  }
}

const nowhere: Source = { name: 'nowhere', field: () => absent }

/** A cell of a column at a place. */
export function cell(
  e: Emitter,
  { key, shape, at }: { key: string; shape: CellShape; at: string },
  column: (supply: Supply) => Column,
): Slot {
  const values = e.input(`${key} values`, (supply) => column(supply).values)
  const states = shape.states ? e.input(`${key} states`, (supply) => column(supply).states) : undefined
  const dens = shape.dens ? e.input(`${key} dens`, (supply) => column(supply).dens) : undefined
  const standing = states ? { may: 15, s: e.constant(`${states}[${at}]`) } : certain
  const cell = scalar(standing, e.constant(`${values}[${at}]`), dens ? e.constant(`${dens}[${at}]`) : '1')
  return { ...cell, zero: true }
}

export const boundColumn: ColumnarRule<BoundNode> = { emit: (node, e) => e.bound(node) }

export const fieldColumn: ColumnarRule<FieldNode> = {
  emit: (node, e) => {
    const record = e.slot(node.record)
    if (!record.source) throw new NotColumnar('a record stands in no list')
    if (record.may === may.known) return record.source.field(node.name, record.v, e)
    // The place of a record that is not known is no place: nothing may be read there.
    const field = guarded(e, record, record.source, node.name)
    return { ...field, ...absorbed(e, [record, field]) }
  },
}

function guarded(e: Emitter, record: Slot, source: Source, name: string): Slot {
  const [s, v, d] = [e.variable('0'), e.variable('0'), e.variable('1')]
  e.line(`if (${record.s} === 0) {`)
  const slot = source.field(name, record.v, e)
  e.line(`${s} = ${slot.s}; ${v} = ${slot.v}; ${d} = ${slot.d};`)
  e.line('}')
  return { ...slot, s, v, d: slot.d === '1' ? '1' : d }
}
