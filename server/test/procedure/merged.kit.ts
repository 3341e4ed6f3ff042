/** For tests of merged records: a pension paid to persons as such, and its recomputing; merging and undoing as the doors do it. */
import { type Fen, firstOfMonth, isDay, month, parseYuan, t, zeroFen } from '#kernel'
import { accountsHeld, findHolders, openAccount, postVoucher } from '#ledger'
import type { AnyOperation, Ctx } from '#platform'
import { duplicateOperations, findRow, standingRow } from '#register'
import type { TestCounty } from '#test/database.ts'
import { defineRun, type RunSubject } from '../../src/procedure/run-define.ts'
import { runsOf } from '../../src/procedure/run-registry.ts'
import { systems } from '../../src/systems/index.ts'
import { person } from '../../src/systems/population/registers/index.ts'
import { policy } from './inheritance.kit.ts'
import { fund, project, village } from './run.kit.ts'

export const pension = 'test.pension'
export const pensionAgain = 'test.pension-again'
const rule = 'land-security.pension'

const paid = defineRun({
  kind: 'pay',
  id: pension,
  label: t('养老金', 'Pension'),
  fund,
  every: 'month',
  purpose: 'benefit',
  item: t('养老金', 'Pension'),
  charge: ['individual', 'pooled'],
  population: (ctx, _, page) => everybody(ctx, page),
  propose: async (ctx, { subject }, at) => {
    const on = firstOfMonth(month(at.period))
    const { result, decisionId } = await policy.decideFor(ctx, { policy: rule, subject, on })
    if (result.entitled !== true) return null
    return { amount: due(result) ?? zeroFen, decisionId, payee: await payee(ctx, subject.id) }
  },
})

const again = defineRun({
  kind: 'recompute',
  id: pensionAgain,
  label: t('养老金追补重算', 'Pension done again'),
  fund,
  every: 'once',
  of: pension,
  policy: rule,
  difference: 'land-security.paid-difference',
  item: t('养老金补发', 'Pension, topped up'),
  charge: ['individual', 'pooled'],
  room: policy,
  claims: false,
  part: t('养老金', 'Pension'),
  register: 'person',
  population: everybody,
  subjects: (ctx, ids) => holders(ctx, ids),
  subjectsOf: async (_, { id }) => [id],
  due,
  whyNot: ({ missing }) => t(missing.join('、'), missing.join(', ')),
  payee: (ctx, { id }) => payee(ctx, id),
  diedOn: async (ctx, { id }) => {
    const day = (await standingRow(ctx, person, id))?.diedOn
    return day && isDay(day) ? day : null
  },
})

export const runs = runsOf([paid, again])

async function holders(ctx: Ctx, ids: readonly number[]): Promise<RunSubject[]> {
  const found = await findHolders(ctx, { fund, subjects: { register: 'person', ids }, limit: 100 })
  return found.map(({ accountId, subject, context, label, area }) => ({
    key: subject.id,
    subject,
    context,
    name: label,
    area,
    accountId,
  }))
}

async function everybody(ctx: Ctx, { after, limit }: { after: number; limit: number }) {
  const all = await findHolders(ctx, { fund, limit: 1000 })
  const subjects = (
    await holders(
      ctx,
      all.map(({ subject }) => subject.id),
    )
  ).filter(({ key }) => key > after)
  return { subjects: subjects.slice(0, limit), next: null }
}

function due({ entitled, monthly }: Readonly<Record<string, unknown>>): Fen | null {
  if (entitled === false) return zeroFen
  return entitled === true && typeof monthly === 'string' ? parseYuan(monthly) : null
}

async function payee(ctx: Ctx, id: number) {
  const row = await standingRow(ctx, person, id)
  const who = { register: 'person', id: row?.id ?? id }
  return {
    idNumber: row?.idNumber ?? '',
    cardName: row?.name ?? '',
    card: '6217000000000001',
    bank: '青禾农商行',
    person: who,
  }
}

/** An individual account of a person as such, with money in it. */
export async function personalAccount(ctx: Ctx, id: number, amount: number): Promise<number> {
  const subject = { register: 'person', id }
  const opened = await openAccount(ctx, {
    fund,
    kind: 'individual',
    subject,
    context: project,
    area: village,
  })
  await postVoucher(ctx, {
    fund,
    purpose: 'initial',
    day: '2019-01-02' as never,
    text: t('期初', 'Initial'),
    source: 'test',
    lines: [
      { account: { kind: 'special' }, debit: amount as Fen },
      { account: { id: opened }, credit: amount as Fen },
    ],
  })
  return opened
}

const registers = systems.flatMap((system) => system.registers ?? [])
const doors = new Map<string, AnyOperation>(
  duplicateOperations({ registers, ports: { accounts: accountsHeld } }).map((op) => [
    op.name,
    op as AnyOperation,
  ]),
)

/** Merges `gone` into `kept`, by two people where both have money; returns how to undo it. */
export async function merged(
  county: TestCounty,
  kept: number,
  gone: number,
  taken: string[] = [],
): Promise<() => Promise<void>> {
  const [clerk, second] = [county.actor(), county.actor()]
  const call = (who: typeof clerk, name: string, input: object) =>
    county.call(who, doors.get(name) as AnyOperation, { register: 'person', ...input }) as Promise<{
      mergeId: number
      state: string
    }>
  const version = (id: number) =>
    county.run(clerk, async (ctx) => (await findRow(ctx, person, id))?.version ?? 0)
  const versions = { keptVersion: await version(kept), goneVersion: await version(gone) }
  const reason = '户口簿核对为同一人'
  const made = await call(clerk, 'duplicate.merge', {
    keptId: kept,
    goneId: gone,
    ...versions,
    taken,
    reason,
  })
  if (made.state === 'proposed') await call(second, 'duplicate.confirm', { mergeId: made.mergeId })
  return async () => {
    await call(clerk, 'duplicate.undo', { mergeId: made.mergeId, reason: '并错了' })
  }
}
