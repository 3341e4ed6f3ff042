/** How many mutants of a policy its declared examples find out. */
import type { Text } from '#kernel'
import { isProblem, t } from '#kernel'
import type { Policy } from '../define.ts'
import { runExample } from '../example.ts'
import { chanceOf } from './chance.ts'
import type { Mutant, Slip } from './mutant.ts'
import { longTables, parameterMutants } from './parameters.ts'
import type { Place } from './place.ts'
import { placeOf } from './place.ts'
import type { Witness } from './probe.ts'
import { openProbe } from './probe.ts'
import { situationsOf } from './random-facts.ts'
import { treeMutants } from './tree-mutants.ts'

/** A mutant that no example finds out. `witness`: a situation that would, where one was met. */
export type Survivor = Place & {
  readonly policy: string
  readonly slip: Slip
  readonly what: Text
  readonly witness?: Witness
  /** Where no situation was met that tells them apart: why the mutant may be the same rule. */
  readonly why?: Text
}

export type Examination = {
  readonly policy: string
  readonly mutants: number
  readonly killed: number
  /** Slips that the declaration itself refuses; not counted as mutants. */
  readonly refused: number
  /** An example is missing. */
  readonly survivors: readonly Survivor[]
  /** No difference found over random situations; counted neither as killed nor as survived. */
  readonly alike: readonly Survivor[]
  /** killed / (killed + survivors), 1 where there is nothing to find out. */
  readonly share: number
  /** Kinds of nodes without slips of their own. */
  readonly strange: readonly string[]
  /** Parameters with tables so long that they are changed as a whole, not cell by cell. */
  readonly longTables: readonly string[]
}

/** Mutates the tree and the parameters of a policy; `situations`: how many random ones each survivor is tried in. */
export function examine(policy: Policy, { situations = 2000 }: { situations?: number } = {}): Examination {
  const { mutants: ofTree, refused, strange } = treeMutants(policy)
  const mutants = [...ofTree, ...parameterMutants(policy)]
  const left = mutants.filter((mutant) => !isKilled(mutant))
  const told = left.length === 0 ? [] : tell(policy, left, situations)
  const survivors = told.filter(({ witness }) => witness)
  const killed = mutants.length - left.length
  return {
    policy: policy.id,
    mutants: mutants.length,
    killed,
    refused,
    survivors,
    alike: told.filter(({ witness }) => !witness),
    share: killed + survivors.length === 0 ? 1 : killed / (killed + survivors.length),
    strange,
    longTables: longTables(policy),
  }
}

/** A mutant that cannot even be read is found out as well. */
function isKilled({ policy }: Mutant): boolean {
  try {
    return policy.examples.some((example) => runExample(policy, example).length > 0)
  } catch (error) {
    if (isProblem(error)) return true
    throw error
  }
}

function tell(policy: Policy, left: readonly Mutant[], situations: number): readonly Survivor[] {
  const differs = openProbe(policy, situationsOf(policy, situations, chanceOf(1)))
  return left.map((mutant) => {
    const witness = differs(mutant)
    const { slip, what } = mutant
    const place = placeOf(policy.tree, mutant)
    return { policy: policy.id, slip, what, ...place, ...(witness ? { witness } : { why: reasons[slip] }) }
  })
}

/** Why two rules with this slip are often one rule. */
const reasons: Readonly<Record<Slip, Text>> = {
  rounding: t('取整之前已是整数，或总是同一侧', 'what is rounded is already whole there'),
  limit: t('这个值的另一侧由别的条件管住，或单位更粗', 'another condition decides beside this value'),
  operator: t('等于的情形两边结果相同，或走不到', 'at the limit both sides give the same'),
  logic: t('一个条件已含另一个', 'one condition implies the other'),
  branch: t('两种情况结果相同，或走不到', 'both cases give the same, or one is never reached'),
  operand: t('这一项在此总不起作用', 'the operand never counts there'),
  exception: t('例外与本则结果相同，或走不到', 'the exception gives what the base gives'),
  extreme: t('各项总是相等或只有一项', 'the operands are always equal or one'),
  fold: t('组里至多一条，或各条相同', 'the list has at most one, or equal ones'),
  time: t('日期总落在同一处', 'the day falls on the same place'),
  parameter: t('这个值由更近的规定盖过', 'a nearer rule decides before the value'),
  validity: t('那一天这个值不起作用', 'the value does not count on that day'),
}
