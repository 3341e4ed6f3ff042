/** Money that a project has to bring before accounts are opened, and the accounts (LS-07 to LS-10). */
import type { Fen } from '#kernel'
import { fen, sumFen, t } from '#kernel'
import { procedureProblems } from '../problems.ts'
import type { CaseState } from '../state.ts'
import type { FundingDue, FundsArrived, OpenAccounts } from './effect.ts'
import type { EffectRun, Outcomes, Prepared, Runner } from './runner.ts'
import { sourceOf } from './runner.ts'

export const fundingDueRunner: Runner<FundingDue> = { apply: sayDue }
export const fundsArrivedRunner: Runner<FundsArrived> = { prepare: requireArrived }
export const openAccountsRunner: Runner<OpenAccounts> = { apply: open }

async function sayDue(run: EffectRun, effect: FundingDue, after: CaseState): Promise<Outcomes> {
  const counted = [...after.items.values()].filter((item) => effect.states.includes(item.state))
  const sum = (name: string): Fen => sumFen(counted.map((item) => fen(Number(item.values[name] ?? 0))))
  const due = Object.fromEntries(Object.entries(effect.parts).map(([part, name]) => [part, sum(name)]))
  const context = { register: run.row.subjectRegister, id: run.row.subjectId }
  await run.ports.setDue(run.ctx, { fund: effect.fund, context, source: sourceOf(run), due })
  return {}
}

/** LS-09: fully funded only if each part has arrived in full. */
async function requireArrived(run: EffectRun, effect: FundsArrived): Promise<Prepared> {
  const context = { register: run.row.subjectRegister, id: run.row.subjectId }
  const reasons = await run.ports.notFunded(run.ctx, { fund: effect.fund, context })
  if (reasons.length === 0) return { outcomes: {}, held: [] }
  const sentences = reasons.map((one) => t(`${one.zh}。`, `${one.en}.`))
  throw procedureProblems.cannotAct({ action: t('确认资金到账', 'Confirm the funds'), reasons: sentences })
}

async function open(run: EffectRun, effect: OpenAccounts, after: CaseState): Promise<Outcomes> {
  const items = run.taken.flatMap((id) => {
    const row = run.items.get(id)
    const now = after.items.get(id)
    const ref = { register: run.procedure.items.register, id: row?.rowId ?? 0 }
    return row && now ? [{ item: id, row: ref, area: row.area, name: row.name, values: now.values }] : []
  })
  const context = { register: run.row.subjectRegister, id: run.row.subjectId }
  const opened = await run.ports.openAccounts(run.ctx, {
    fund: effect.fund,
    context,
    source: sourceOf(run),
    day: run.ctx.today,
    items,
  })
  return Object.fromEntries(opened)
}
