/** Decisions of items by the policy room: stored with the act, or only said before it. */
import type { Text } from '#kernel'
import { parseYuan, t } from '#kernel'
import type { Ctx } from '#platform'
import type { Assessment, Decided, Policy, PolicyRoom } from '#policy'
import { policyMeta } from '#policy'
import type { Assessed, Ports } from '../ports.ts'
import type { ItemValues } from '../state.ts'

type Result = Pick<Assessment, 'status' | 'result' | 'missing' | 'missingParameters' | 'problems'>

export function assessPort(room: PolicyRoom): Ports['assess'] {
  return async (ctx, { policy: id, register, rowIds, keep }) => {
    const policy = room.policies.get(id)
    const decided = new Map<number, Assessed>()
    for (const rowId of rowIds) {
      const request = { policy: id, subject: { register, id: rowId }, on: ctx.today }
      decided.set(rowId, await assessOne(room, ctx, { policy, request, keep }))
    }
    return decided
  }
}

type Asked = { policy: Policy; request: Parameters<PolicyRoom['decideFor']>[1]; keep: boolean }

async function assessOne(room: PolicyRoom, ctx: Ctx, { policy, request, keep }: Asked): Promise<Assessed> {
  const result: Result & Partial<Pick<Decided, 'decisionId'>> = keep
    ? await room.decideFor(ctx, request)
    : await room.assessFor(ctx, { ...request, trace: false })
  const values = valuesOf(policy, result)
  if (result.status !== 'known') return { outcome: 'unknown', why: whyText(policy, result), values: {} }
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
function valuesOf(policy: Policy, { result }: Result): ItemValues {
  const [meta] = policyMeta([policy])
  const values: Record<string, string | number> = {}
  for (const { name, kind } of meta?.results ?? []) {
    const value = result[name]
    if (typeof value === 'number') values[name] = value
    else if (typeof value === 'string') values[name] = kind === 'money' ? parseYuan(value) : value
  }
  return values
}

function whyText(policy: Policy, { missing, missingParameters, problems }: Result): Text {
  const [meta] = policyMeta([policy])
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
