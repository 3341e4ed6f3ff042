/** The funding sheet of a project: each part due, arrived, claimed, short (LS-08, LS-09). */
import type { Day, Fen, Text } from '#kernel'
import { fen, formatYuan, subFen, sumFen, t } from '#kernel'
import type { Ctx } from '#platform'
import type { Ref } from '../draft.ts'
import type { Fund } from '../fund.ts'
import { partOf } from '../registry.ts'
import * as store from './store.ts'

export type SheetPart = {
  part: string
  label: Text
  from: Text
  due: Fen
  /** In the special account and named for this part, claimed or not. */
  arrived: Fen
  /** Posted in the agency's book for this part. */
  claimed: Fen
  short: Fen
  dueOn: Day | null
  /** What said what is due: `case:12/act:3`. */
  dueSource: string | null
  lastArrived: Day | null
}

export type FundingSheet = {
  fund: string
  parts: SheetPart[]
  due: Fen
  arrived: Fen
  claimed: Fen
  short: Fen
  /** Each part in full: a surplus of one does not make up for another (LS-09). */
  full: boolean
  /** The county's decision to open for the funded part, if there is one (OF-03). */
  excepted: { document: string; reason: string; decidedName: string; decidedAt: string } | null
}

export type Project = { fund: Fund; context: Ref }

/** Says what a project has to bring, part by part; the newest saying holds. */
export async function setFundingDue(
  ctx: Ctx,
  given: Project & { source: string; due: Readonly<Record<string, Fen>>; dueOn?: Day | null },
): Promise<void> {
  const { fund, context, source, dueOn = null } = given
  for (const [part, due] of Object.entries(given.due)) {
    partOf(fund, part)
    await store.insertDue(ctx.tx, {
      fund: fund.id,
      context,
      part,
      due,
      dueOn,
      source,
      area: ctx.actor.county,
      ...setter(ctx),
    })
  }
  ctx.note({
    subject: `${context.register}:${context.id}`,
    after: given.due,
    text: t('资金筹集表', 'Funding sheet'),
  })
}

/** The sheet; a project whose dues were never said has parts of 0 and is not full. */
export async function fundingSheet(ctx: Ctx, { fund, context }: Project): Promise<FundingSheet> {
  const project = { fund: fund.id, context }
  const [rows, excepted] = [
    await store.readSheet(ctx.tx, project),
    await store.readException(ctx.tx, project),
  ]
  const parts = Object.entries(fund.parts).map(([part, { label, from }]): SheetPart => {
    const row = rows.get(part)
    const [due, arrived, claimed] = [fen(row?.due ?? 0), fen(row?.arrived ?? 0), fen(row?.claimed ?? 0)]
    const short = fen(Math.max(0, due - arrived))
    return {
      part,
      label,
      from,
      due,
      arrived,
      claimed,
      short,
      dueOn: row?.dueOn ?? null,
      dueSource: row?.dueSource ?? null,
      lastArrived: row?.lastArrived ?? null,
    }
  })
  const sum = (key: 'due' | 'arrived' | 'claimed' | 'short'): Fen => sumFen(parts.map((one) => one[key]))
  const due = sum('due')
  const full = due > 0 && parts.every((one) => one.short === 0)
  return {
    fund: fund.id,
    parts,
    due,
    arrived: sum('arrived'),
    claimed: sum('claimed'),
    short: sum('short'),
    full,
    excepted,
  }
}

/** Why accounts cannot be opened yet; empty if they can. Money that arrived must also be claimed. */
export function reasonsNotToOpen(sheet: FundingSheet): Text[] {
  if (sheet.due === 0) return [t('还没有资金筹集表', 'there is no funding sheet yet')]
  const short = sheet.excepted ? [] : sheet.parts.filter((one) => one.short > 0)
  const waiting = sheet.parts.filter((one) => one.claimed < one.arrived)
  return [
    ...short.map((one) =>
      t(
        `${one.label.zh}差 ${formatYuan(one.short)} 元没有到账`,
        `${one.label.en} is short of ${formatYuan(one.short)}`,
      ),
    ),
    ...waiting.map((one) => {
      const open = formatYuan(subFen(one.arrived, one.claimed))
      return t(
        `${one.label.zh}有 ${open} 元已到账、未认领`,
        `${open} of ${one.label.en} arrived but is not claimed`,
      )
    }),
  ]
}

/** Records the county's decision to open accounts for the part of the list that is funded (OF-03). */
export async function exceptFunding(
  ctx: Ctx,
  given: Project & { document: string; reason: string },
): Promise<void> {
  await store.insertException(ctx.tx, {
    ...given,
    fund: given.fund.id,
    area: ctx.actor.county,
    by: ctx.actor.accountId,
    name: ctx.actor.name,
  })
  ctx.note({
    subject: `${given.context.register}:${given.context.id}`,
    text: t(`先开已到账部分：${given.document}`, `Open the funded part: ${given.document}`),
  })
}

function setter(ctx: Ctx) {
  return { by: ctx.actor.accountId, name: ctx.actor.name }
}
