/** Decisions of items by the policy room: stored with the act, or only said before it. */
import type { Text } from '#kernel'
import { parseYuan, t } from '#kernel'
import type { Assessment, Decided, PolicyRoom } from '#policy'
import { policyMeta } from '#policy'
import type { Assessed, Ports } from '../ports.ts'
import type { ItemValues } from '../state.ts'

type Result = Pick<Assessment, 'status' | 'result' | 'missing' | 'missingParameters' | 'problems'>

export function assessPort(room: PolicyRoom): Ports['assess'] {
  return async (ctx, { policy: id, register, rowIds, keep }) => {
    const [meta] = policyMeta([room.policies.get(id)])
    const requests = rowIds.map((rowId) => ({ policy: id, subject: { register, id: rowId }, on: ctx.today }))
    const results: Outcome[] = keep
      ? await room.decideMany(ctx, requests)
      : await room.assessMany(ctx, requests)
    return new Map(rowIds.map((rowId, at) => [rowId, assessedOf(meta, results[at] as Outcome)]))
  }
}

type Meta = ReturnType<typeof policyMeta>[number] | undefined
type Outcome = Result & Partial<Pick<Decided, 'decisionId'>>

function assessedOf(meta: Meta, result: Outcome): Assessed {
  const values = valuesOf(meta, result)
  if (result.status !== 'known') return { outcome: 'unknown', why: whyText(meta, result), values: {} }
  if (result.result.eligible === false)
    return {
      outcome: 'ineligible',
      why: t('政策规定的条件不满足。', 'the conditions of the policy are not met.'),
      values: {},
    }
  return {
    outcome: 'eligible',
    why: t('符合', 'entitled'),
    values: result.decisionId ? { decisionId: result.decisionId, ...values } : values,
  }
}

/** Money as fen, codes and numbers as they are; what does not apply is left out. */
function valuesOf(meta: Meta, { result }: Result): ItemValues {
  const values: Record<string, string | number> = {}
  for (const { name, kind } of meta?.results ?? []) {
    const value = result[name]
    if (typeof value === 'number') values[name] = value
    else if (typeof value === 'string') values[name] = kind === 'money' ? parseYuan(value) : value
  }
  return values
}

function whyText(meta: Meta, { missing, missingParameters, problems }: Result): Text {
  const facts = missing.map((name) => meta?.facts.find((one) => one.name === name)?.label ?? t(name, name))
  const keys = missingParameters.map(
    (key) => meta?.parameters.find((one) => one.key === key)?.label ?? t(key, key),
  )
  const lacks = [...facts, ...keys]
  if (lacks.length > 0)
    return t(
      `缺${lacks.map((one) => one.zh).join('、')}。补上就能算。`,
      `${lacks.map((one) => one.en).join(', ')} missing.`,
    )
  return problems.length > 0
    ? t('政策条款有冲突，请看说明。', 'the rules clash; see the explanation.')
    : t('请看说明。', 'see the explanation.')
}
