/** Asking a fund for money: an allowed purpose is shown its way, any other is refused, and the refusal is kept (LS-18, OF-05). */
import type { Fen, Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { type Fund, usesOf } from './fund.ts'
import { insertRefusal } from './overview-store.ts'
import { ledgerProblems } from './problems.ts'
import { isPurpose, purposes, refusedUses } from './purposes.ts'

export type Answer = { refused: boolean; text: Text }

/** The answer to a request; a refusal is written with who asked, for what and how much. */
export async function requestMoney(
  ctx: Ctx,
  given: { fund: Fund; purpose: string; purposeText: string; amount: Fen },
): Promise<Answer> {
  const { fund, purpose, purposeText, amount } = given
  if (isPurpose(purpose) && fund.purposes.includes(purpose) && !purposes[purpose].internal)
    return {
      refused: false,
      text: t(
        `“${purposes[purpose].label.zh}”在许可用途内，请从批次或相应事项办理。`,
        `"${purposes[purpose].label.en}" is allowed; use a batch or its own act.`,
      ),
    }
  const known = Object.hasOwn(refusedUses, purpose) ? refusedUses[purpose] : undefined
  const name = purposeText || known?.label.zh || purpose
  const { text } = ledgerProblems.purposeRefused({
    fund: fund.label,
    purpose: t(name, known?.label.en ?? name),
    uses: usesOf(fund),
    instead: known?.instead,
  })
  await insertRefusal(ctx.tx, {
    area: ctx.actor.county,
    fund: fund.id,
    purpose,
    purposeText: name,
    amount,
    reason: text,
    by: ctx.actor.accountId,
    name: ctx.actor.name,
  })
  ctx.note({ subject: `fund:${fund.id}`, text: t(`拒绝：${name}`, `Refused: ${name}`), after: { amount } })
  return { refused: true, text }
}
