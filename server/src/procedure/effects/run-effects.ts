/** Runs the effects of one act in the order of the declaration; a row a kind. */
import type { CaseState } from '../state.ts'
import { assessRunner } from './assess.ts'
import type { Effect } from './effect.ts'
import { findingsClearRunner } from './findings.ts'
import { fundingDueRunner, fundsArrivedRunner, openAccountsRunner } from './funding.ts'
import { closeNoticeRunner, openNoticeRunner } from './notice.ts'
import type { EffectRun, Outcomes, Prepared, Runner } from './runner.ts'

const runners: { [K in Effect['kind']]: Runner<Extract<Effect, { kind: K }>> } = {
  assess: assessRunner,
  openNotice: openNoticeRunner,
  closeNotice: closeNoticeRunner,
  fundingDue: fundingDueRunner,
  fundsArrived: fundsArrivedRunner,
  openAccounts: openAccountsRunner,
  findingsClear: findingsClearRunner,
}

/** A runner of its own effect's kind; the pairing is held by the table above. */
function runnerOf(effect: Effect): Runner<Effect> {
  return runners[effect.kind] as Runner<Effect>
}

/** What the effects find out before the act: values by item, and who stays behind. */
export async function prepareEffects(run: EffectRun, effects: readonly Effect[]): Promise<Prepared> {
  const found: Prepared = { outcomes: {}, held: [] }
  for (const effect of effects) {
    const left = run.taken.filter((id) => !found.held.some((one) => one.item === id))
    const one = await runnerOf(effect).prepare?.({ ...run, taken: left }, effect)
    if (one)
      Object.assign(found, {
        outcomes: mergeOutcomes(found.outcomes, one.outcomes),
        held: [...found.held, ...one.held],
      })
  }
  return found
}

/** What the effects do with the act done; returns what is to be kept with the items. */
export async function applyEffects(
  run: EffectRun,
  effects: readonly Effect[],
  after: CaseState,
): Promise<Outcomes> {
  let outcomes: Outcomes = {}
  for (const effect of effects) {
    const one = await runnerOf(effect).apply?.(run, effect, after)
    if (one) outcomes = mergeOutcomes(outcomes, one)
  }
  return outcomes
}

export function mergeOutcomes(a: Outcomes, b: Outcomes): Outcomes {
  const merged = { ...a }
  for (const [item, values] of Object.entries(b)) merged[item] = { ...merged[item], ...values }
  return merged
}
