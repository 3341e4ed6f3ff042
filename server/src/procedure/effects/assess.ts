/** The policy decides each item; its values go with the item, its reason with whoever stays behind. */
import type { Text } from '#kernel'
import { fen, sumFen, t } from '#kernel'
import type { Assessed } from '../ports.ts'
import type { ItemValues } from '../state.ts'
import type { AssessItems } from './effect.ts'
import type { EffectRun, Outcomes, Prepared, Runner } from './runner.ts'

export const assessRunner: Runner<AssessItems> = { prepare }

async function prepare(run: EffectRun, effect: AssessItems): Promise<Prepared> {
  const rows = run.taken.map((id) => run.items.get(id)?.rowId ?? 0)
  const asked = {
    policy: effect.policy,
    register: run.procedure.items.register,
    rowIds: rows,
    keep: !run.trial,
  }
  const decided = await run.ports.assess(run.ctx, asked)
  const outcomes: Outcomes = {}
  const held: { item: number; reason: Text }[] = []
  for (const id of run.taken) {
    const item = run.items.get(id)
    const one = decided.get(item?.rowId ?? 0)
    if (one?.outcome === 'eligible') outcomes[id] = withAmount(effect, one.values)
    else held.push({ item: id, reason: reasonText(item?.name ?? '', one) })
  }
  return { outcomes, held }
}

function withAmount(effect: AssessItems, values: ItemValues): ItemValues {
  const parts = effect.amount.map((name) => values[name])
  const whole = parts.every((one) => typeof one === 'number')
  return whole ? { ...values, amount: sumFen(parts.map((one) => fen(Number(one)))) } : values
}

function reasonText(name: string, one: Assessed | undefined): Text {
  if (!one)
    return t(`${name}：没有算出结果，请核对他的登记。`, `${name}: no result; check the registered facts.`)
  const lead =
    one.outcome === 'unknown' ? t('还不能判断', 'cannot be decided yet') : t('不符合', 'not entitled')
  return t(`${name}：${lead.zh}，${one.why.zh}`, `${name}: ${lead.en}, ${one.why.en}`)
}
