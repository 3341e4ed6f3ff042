/** Operations: what a fund holds, and what a project has to bring. */

import { z } from 'zod'
import { t } from '#kernel'
import { operation } from '#platform'
import { usesOf } from '../fund.ts'
import { fundingSheet, reasonsNotToOpen } from '../funding/sheet.ts'
import { listClaims, listReceipts } from '../funding/store.ts'
import type { MonthFlow, ProjectRow, RefusalRow } from '../overview-store.ts'
import { listRefusals, monthFlows, projectsOf, sumsByKind } from '../overview-store.ts'
import type { LedgerRoom } from '../room.ts'
import { id, money, ref, text, yuan } from '../wire.ts'

const sums = z.array(
  z.object({
    bookEntity: z.enum(['agency', 'treasury']),
    kind: z.string(),
    count: z.number(),
    balance: yuan,
  }),
)
const project = z.object({
  context: ref,
  title: z.string(),
  due: yuan,
  arrived: yuan,
  short: yuan,
  accounts: z.number(),
  individual: yuan,
})

const fundList = ({ funds }: LedgerRoom) =>
  operation({
    name: 'fund.list',
    text: t('资金清单', 'List funds'),
    can: 'ledger.read',
    audit: 'none',
    input: z.object({}),
    output: z.object({
      funds: z.array(z.object({ id: z.string(), label: text, basis: text, uses: text, sums })),
    }),
    run: async (ctx) => ({
      funds: await Promise.all(
        funds.all.map(async (fund) => ({
          id: fund.id,
          label: fund.label,
          basis: fund.basis,
          uses: usesOf(fund),
          sums: (await sumsByKind(ctx.tx, fund.id)).map((row) => ({ ...row, balance: money(row.balance) })),
        })),
      ),
    }),
  })

const fundGetOutput = z.object({
  id: z.string(),
  label: text,
  basis: text,
  uses: text,
  payment: z.enum(['A', 'B']),
  sums,
  parts: z.array(z.object({ part: z.string(), label: text, from: text })),
  projects: z.array(project),
  flows: z.array(z.object({ period: z.string(), income: yuan, expense: yuan })),
  refusals: z.array(
    z.object({
      id,
      purposeText: z.string(),
      amount: yuan,
      reason: text,
      askedName: z.string(),
      askedAt: z.string(),
    }),
  ),
  unclaimed: z.number(),
  year: z.string(),
})

function projectWire(one: ProjectRow, names: ReadonlyMap<string, string>) {
  return {
    context: { register: one.contextRegister, id: one.contextId },
    title: names.get(`${one.contextRegister}:${one.contextId}`) ?? '',
    due: money(one.due),
    arrived: money(one.arrived),
    short: money(Math.max(0, one.due - one.arrived)),
    accounts: one.accounts,
    individual: money(one.individual),
  }
}

function flowWire({ period, income, expense }: MonthFlow) {
  return { period, income: money(income), expense: money(expense) }
}

function refusalWire({ reasonZh, reasonEn, ...one }: RefusalRow) {
  return { ...one, amount: money(one.amount), reason: t(reasonZh, reasonEn) }
}

const fundGet = ({ funds, titles }: LedgerRoom) =>
  operation({
    name: 'fund.get',
    text: t('资金', 'A fund'),
    can: 'ledger.read',
    audit: 'none',
    input: z.object({
      fund: z.string(),
      year: z
        .string()
        .regex(/^\d{4}$/)
        .optional(),
    }),
    output: fundGetOutput,
    run: async (ctx, input) => {
      const fund = funds.get(input.fund)
      const year = input.year ?? ctx.today.slice(0, 4)
      const projects = await projectsOf(ctx.tx, fund.id)
      const names = await titles(
        ctx,
        projects.map((one) => ({ register: one.contextRegister, id: one.contextId })),
      )
      return {
        id: fund.id,
        label: fund.label,
        basis: fund.basis,
        uses: usesOf(fund),
        payment: fund.payment,
        year,
        sums: (await sumsByKind(ctx.tx, fund.id)).map((row) => ({ ...row, balance: money(row.balance) })),
        parts: Object.entries(fund.parts).map(([part, { label, from }]) => ({ part, label, from })),
        projects: projects.map((one) => projectWire(one, names)),
        flows: (await monthFlows(ctx.tx, fund.id, year)).map(flowWire),
        refusals: (await listRefusals(ctx.tx, fund.id)).map(refusalWire),
        unclaimed: (await listReceipts(ctx.tx, { fund: fund.id, open: true, limit: 500 })).length,
      }
    },
  })

const fundSheetOutput = z.object({
  title: z.string(),
  parts: z.array(
    z.object({
      part: z.string(),
      label: text,
      from: text,
      due: yuan,
      arrived: yuan,
      claimed: yuan,
      short: yuan,
      dueOn: z.string().nullable(),
      dueSource: z.string().nullable(),
      lastArrived: z.string().nullable(),
    }),
  ),
  due: yuan,
  arrived: yuan,
  claimed: yuan,
  short: yuan,
  full: z.boolean(),
  excepted: z
    .object({
      document: z.string(),
      reason: z.string(),
      decidedName: z.string(),
      decidedAt: z.string(),
    })
    .nullable(),
  reasons: z.array(text),
  claims: z.array(
    z.object({
      part: z.string(),
      amount: yuan,
      arrivedOn: z.string(),
      ticket: z.string(),
      voucherId: id,
      number: z.string(),
      period: z.string(),
      claimedName: z.string(),
    }),
  ),
  accounts: z.object({ count: z.number(), balance: yuan }),
})

const fundSheet = ({ funds, titles }: LedgerRoom) =>
  operation({
    name: 'fund.sheet',
    text: t('资金筹集表', 'Funding sheet'),
    can: 'ledger.read',
    audit: 'none',
    input: z.object({ fund: z.string(), context: ref }),
    output: fundSheetOutput,
    run: async (ctx, input) => {
      const fund = funds.get(input.fund)
      const { context } = input
      const sheet = await fundingSheet(ctx, { fund, context })
      const names = await titles(ctx, [context])
      const opened = (await projectsOf(ctx.tx, fund.id)).find(
        (one) => one.contextRegister === context.register && one.contextId === context.id,
      )
      return {
        title: names.get(`${context.register}:${context.id}`) ?? '',
        parts: sheet.parts.map((one) => ({
          ...one,
          due: money(one.due),
          arrived: money(one.arrived),
          claimed: money(one.claimed),
          short: money(one.short),
        })),
        due: money(sheet.due),
        arrived: money(sheet.arrived),
        claimed: money(sheet.claimed),
        short: money(sheet.short),
        full: sheet.full,
        excepted: sheet.excepted,
        reasons: reasonsNotToOpen(sheet),
        claims: (await listClaims(ctx.tx, { fund: fund.id, context })).map((one) => ({
          ...one,
          amount: money(one.amount),
        })),
        accounts: { count: opened?.accounts ?? 0, balance: money(opened?.individual ?? 0) },
      }
    },
  })

export const fundPages = (room: LedgerRoom) => [fundList(room), fundGet(room), fundSheet(room)] as const
