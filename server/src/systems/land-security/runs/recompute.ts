/** 追补重算: months of the pension and of the living allowance done again with what is known now (OF-14, OF-16). */
import { type Day, type Fen, isDay, parseYuan, type Text, t, zeroFen } from '#kernel'
import { findHolders, type Holder, type Ref } from '#ledger'
import type { Ctx } from '#platform'
import { withNames } from '#platform'
import { defineRun, type RecomputeRun, type RunFactory, type RunPorts, type RunSubject } from '#procedure'
import { mainColumn, pointingRows, standingRow } from '#register'
import { protectedPerson } from '../registers/index.ts'
import { holders, protectionFundId } from './holders.ts'
import { payeeOf, personOf, whyNotKnown } from './subject.ts'

const register = 'protectedPerson'

type Given = {
  of: string
  /** Default: the policy of the same name. */
  policy?: string
  label: Text
  part: Text
  item: Text
  fund: string
  charge: RecomputeRun['charge']
  /** The result that is the month's amount. */
  amount: string
  /** Its money is not of the person's own account. */
  withoutAccount?: boolean
  claims?: boolean
  opening?: RecomputeRun['opening']
  due?: RecomputeRun['due']
}

export const pensionAgain: RunFactory = (ports) =>
  again(ports, {
    of: 'land-security.pension',
    label: t('养老金追补重算', 'Pension done again'),
    part: t('养老金', 'Pension'),
    item: t('养老金补发', 'Pension, topped up'),
    fund: protectionFundId,
    charge: ['individual', 'pooled'],
    amount: 'monthly',
  })

export const allowanceAgain: RunFactory = (ports) =>
  again(ports, {
    of: 'land-security.living-allowance',
    label: t('生活补助追补重算', 'Living allowance done again'),
    part: t('未就业生活补助', 'Living allowance'),
    item: t('生活补助补发', 'Living allowance, topped up'),
    fund: 'land-security.regulating',
    charge: ['pooled'],
    amount: 'amount',
    withoutAccount: true,
    claims: true,
  })

/** LS-04, LS-05: which share stands in which account; what has to be raised or paid back is no matter of this run (LS-07). */
export const accountAgain: RunFactory = (ports) =>
  again(ports, {
    of: 'land-security.account',
    policy: 'land-security.protection',
    label: t('个人账户开户金额重算', 'Opening credits done again'),
    part: t('个人账户开户金额', 'Credited at the opening'),
    item: t('开户更正', 'Opening corrected'),
    fund: protectionFundId,
    charge: [],
    amount: 'individualAccount',
    opening: { whyHeld },
    due: ({ individualAccount: value }) =>
      typeof value === 'string' ? parseYuan(value) : isNotApplicable(value) ? zeroFen : null,
  })

function isNotApplicable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'applicable' in value
}

type Result = Readonly<Record<string, unknown>>

/** Only a share that is in the fund can go over to another account. */
function whyHeld(before: Result, after: Result): Text | null {
  const said = ({ total }: Result) => (typeof total === 'string' ? total : '0.00')
  const [was, is] = [said(before), said(after)]
  if (was === is) return null
  return t(
    `本人保障资金由 ${was} 元变为 ${is} 元，须先按出资程序补收或退款，这里不记账`,
    `The security amount changes from ${was} to ${is}: it is raised or paid back first, not booked here`,
  )
}

function again(
  ports: RunPorts,
  { withoutAccount = false, claims = false, amount, policy = '', due, ...given }: Given,
): RecomputeRun {
  const own = (subject: RunSubject): RunSubject =>
    withoutAccount ? { ...subject, accountId: null } : subject
  return defineRun({
    ...given,
    kind: 'recompute',
    id: `${given.of}-again`,
    every: 'once',
    policy: policy || given.of,
    difference: 'land-security.paid-difference',
    room: ports.policy,
    register,
    claims,
    population: async (ctx, page) => {
      const { subjects, next } = await holders(ctx, page)
      return { subjects: subjects.map(own), next }
    },
    subjects: async (ctx, ids) => (await holdersBy(ctx, ids)).map(own),
    subjectsOf: (ctx, of) => rowsOf(ctx, of),
    due: due ?? ((result) => dueOf(result, amount)),
    whyNot: (decided) => whyNotKnown(ports.policy, policy || given.of, decided),
    payee: (ctx, subject) => payeeOf(ports.registers, ctx, subject),
    diedOn: (ctx, subject) => diedOn(ports, ctx, subject),
  })
}

/** Not entitled is 0; what cannot be decided is null, never 0. */
function dueOf({ entitled, ...result }: Readonly<Record<string, unknown>>, amount: string): Fen | null {
  if (entitled === false) return zeroFen
  const value = result[amount]
  return entitled === true && typeof value === 'string' ? parseYuan(value) : null
}

const AT_ONCE = 500

async function holdersBy(ctx: Ctx, ids: readonly number[]): Promise<RunSubject[]> {
  const found: Holder[] = []
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const subjects = { register, ids: ids.slice(at, at + AT_ONCE) }
    found.push(...(await findHolders(ctx, { fund: protectionFundId, subjects, limit: AT_ONCE })))
  }
  return found
    .map(({ accountId, label, area, subject, context }) => ({
      key: subject.id,
      subject,
      context,
      name: label,
      area,
      accountId,
    }))
    .sort((a, b) => a.key - b.key)
}

async function rowsOf(ctx: Ctx, of: Ref): Promise<readonly number[]> {
  if (of.register === register) return [of.id]
  if (of.register !== 'person') return []
  const column = mainColumn(protectedPerson, 'person')
  const ids = await withNames(ctx.tx, of.register, [of.id])
  return (await pointingRows(ctx, protectedPerson, { column, ids })).map(({ id }) => id)
}

async function diedOn(ports: RunPorts, ctx: Ctx, subject: Ref): Promise<Day | null> {
  const id = await personOf(ports.registers, ctx, subject)
  const row = id === undefined ? undefined : await standingRow(ctx, ports.registers.get('person'), id)
  const day = (row as { diedOn?: unknown } | undefined)?.diedOn
  return typeof day === 'string' && isDay(day) ? day : null
}
