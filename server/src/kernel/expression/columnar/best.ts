/** The best record of a list, and the best for each key. */
import type { BestNode, BestPerNode } from '../node.ts'
import { fractionOf } from './arithmetic.ts'
import { branchyParts } from './dependence.ts'
import type { Emitter } from './emitter.ts'
import type { Walked } from './list.ts'
import { bestVariables, foldState, keepBetter, laidAside, listOf, walk } from './list.ts'
import { comparison, known } from './numbers.ts'
import type { ColumnarRule } from './rule.ts'
import type { Slot } from './slot.ts'
import { isCertain } from './slot.ts'

export const bestColumn: ColumnarRule<BestNode> = {
  emit: (node, e) => {
    const list = listOf(e, node.list)
    const best = bestVariables(e)
    walk(e, node, { list, bodies: [node.by] }, ([by], at) => {
      keepBetter(e, by as Slot, { best, at, sign: '>' })
    })
    const s = foldState(e, list, best.open, `${best.at} < 0 ? 4 : 0`)
    return { may: 15, s, v: best.at, d: '1', source: list.source }
  },
}

/** Of each key, in the order in which keys appear: place of the best so far, its height, what is open. */
type Groups = {
  readonly count: string
  readonly key: string
  readonly keyDen: string
  readonly at: string
  readonly height: string
  readonly heightDen: string
}

export const bestPerColumn: ColumnarRule<BestPerNode> = {
  emit: (node, e) => {
    const list = listOf(e, node.list)
    const groups = groupsOf(e)
    const [openKeys, openBest] = [e.variable('0'), e.variable('0')]
    const demands = () => {
      const { s } = e.slot(node.key)
      return [
        { node: node.key, when: 'true' },
        { node: node.by, when: s === '0' ? 'true' : `${s} !== 4` },
      ]
    }
    walk(e, node, { list, bodies: [node.key, node.by], demands }, ([key, by], at) => {
      collect(e, { key: key as Slot, by: by as Slot, at, groups, openKeys, openBest })
    })
    // Which heights an open key lets one look at, is told one by one.
    if (branchyParts(node.by)) e.redoIf(`${openKeys} !== 0`)
    const [kept, count] = [laidAside(e, (longest) => new Int32Array(longest)), e.variable('0')]
    const g = e.name()
    e.line(
      `for (let ${g} = 0; ${g} < ${groups.count}; ${g}++) if (${groups.at}[${g}] >= 0) ${kept}[${count}++] = ${groups.at}[${g}];`,
    )
    const s = foldState(e, list, e.constant(`${openKeys} !== 0 ? ${openKeys} : ${openBest}`))
    return { ...(list as Walked), may: 15, s, v: count, at: (j) => `${kept}[${j}]` }
  },
}

function groupsOf(e: Emitter): Groups {
  const numbers = () => laidAside(e, (longest) => new Float64Array(longest))
  return {
    count: e.variable('0'),
    key: numbers(),
    keyDen: numbers(),
    at: laidAside(e, (longest) => new Int32Array(longest)),
    height: numbers(),
    heightDen: numbers(),
  }
}

type Collected = {
  key: Slot
  by: Slot
  at: string
  groups: Groups
  openKeys: string
  openBest: string
}

/** Without a key an element belongs to no group; while one key is open, so is everything. */
function collect(e: Emitter, { key, by, at, groups, openKeys, openBest }: Collected): void {
  const [g, better] = [e.name(), e.name()]
  if (!isCertain(key)) e.line(`${openKeys} |= ${key.s} & 3;`)
  e.line(`let ${g} = ${groups.count};`)
  const same = `${groups.key}[${g}] === ${key.v} && ${groups.keyDen}[${g}] === ${key.d}`
  e.line(`for (${g} = 0; ${g} < ${groups.count}; ${g}++) if (${same}) break;`)
  e.line(
    `if (${known(key.s)}${g} === ${groups.count}) { ${groups.key}[${g}] = ${key.v}; ${groups.keyDen}[${g}] = ${key.d}; ${groups.at}[${g}] = -1; ${groups.height}[${g}] = 0; ${groups.heightDen}[${g}] = 1; ${groups.count}++; }`,
  )
  const own = { n: `${groups.height}[${g}]`, d: by.d === '1' ? '1' : `${groups.heightDen}[${g}]` }
  const isFirst = `!(${groups.at}[${g}] >= 0)`
  const test = comparison(e, '>', [fractionOf(by), own])
  e.line(`const ${better} = ${known(key.s)}${known(by.s)}(${isFirst} || ${test});`)
  if (!isCertain(by)) e.line(`if (${known(key.s)}true) ${openBest} |= ${by.s} & 3;`)
  e.line(
    `if (${better}) { ${groups.at}[${g}] = ${at}; ${groups.height}[${g}] = ${by.v}; ${groups.heightDen}[${g}] = ${by.d}; }`,
  )
}
