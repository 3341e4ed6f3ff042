/** A year's interest of every individual account through the run, and held against the policy account by account. */
import { sql } from 'kysely'
import { day, fen, parseYuan, t, yuanText } from '#kernel'
import type { Ctx } from '#platform'
import { assess } from '#policy'
import type { TestCounty } from '#test/database.ts'
import { doRun, endow, fund, sampleInterest, walkers } from '#test/procedure/run.kit.ts'
import { writeVoucher } from '../src/ledger/post.ts'
import { interest as policy } from '../src/systems/land-security/policies/interest.ts'
import { asOwner, makeBare } from './copies.ts'
import { beside, type Report } from './measure.ts'
import type { Place } from './place.ts'

const plan = { warm: 1, runs: 3 }
const FIRST_YEAR = 2019
/** 1.5 %, as the sample of the policy has it. */
const rate = { num: 3, den: 200 }
const overrides = { actualReturn: '1.2', depositRate: '1.5' }

export async function interestJob(place: Place, accounts: number, report: Report): Promise<void> {
  const county = await place.fresh()
  await county.run(county.actor(), (ctx) => openAll(ctx, accounts))
  await copyAll(county)
  report.progress(`interest: ${accounts} accounts are open`)
  const walk = walkers(county, sampleInterest(rate, 'daily'))
  const ours = (run: number) =>
    doRun(county, walk, { run: 'land-security.interest', period: String(FIRST_YEAR + run) })
  const { times } = await beside(plan, { run: ours }, { run: (run) => plainYear(county, FIRST_YEAR + run) })
  report.line({
    job: `interest: a year of ${accounts} accounts, proposed, approved, posted`,
    ...times,
    against: 'one INSERT .. SELECT and one UPDATE, no checks',
    bar: { text: '1,000,000 accounts <= 10 s' },
  })
  report.progress('interest: every credit is held against the policy')
  const { off, looked } = await difference(county)
  report.note(`interest: ${looked} credits held against the policy's own reading, difference ${off} fen`)
  if (off !== 0) report.wrong(`interest: ${off} fen away from the policy`)
  if (looked !== accounts * (plan.warm + plan.runs)) report.wrong(`interest: ${looked} credits only`)
}

/** Accounts with uneven balances, all there before the first year begins. */
async function openAll(ctx: Ctx, accounts: number): Promise<void> {
  await sql`
    insert into fund_account (area, fund, book_entity, kind, subject_register, subject_id, context_register, context_id, label, opened_on)
    select '990101103201', ${fund}, 'agency', 'individual', 'protectedPerson', n, 'landTake', 1, '测试' || n, '2018-12-01'::date
    from generate_series(1, ${accounts}::int) n`.execute(ctx.tx)
  await endow(ctx, accounts * 5_000_00, '2018-12-03')
  const { voucherId } = await writeVoucher(ctx, {
    fund,
    purpose: 'initial',
    day: day('2018-12-03'),
    text: t('期初', 'Initial'),
    source: 'bench',
  })
  await sql`
    with credit as (
      select id, area, 3500000 + (id * 7919) % 999983 as amount from fund_account where fund = ${fund} and kind = 'individual'),
    line as (
      select area, id, 'C' as side, amount from credit
      union all select a.area, a.id, 'D', (select sum(amount) from credit) from fund_account a
      where a.fund = ${fund} and a.kind = 'special' and a.book_entity = 'agency')
    insert into entry (year, area, voucher_id, account_id, side, amount, day, purpose)
    select 2018, area, ${voucherId}, id, side, amount, '2018-12-03'::date, 'initial' from line`.execute(
    ctx.tx,
  )
}

async function copyAll({ db }: TestCounty): Promise<void> {
  await makeBare(db.ownerPool, ['fund_account', 'entry'])
  await db.ownerPool.query(`insert into bare.fund_account select * from c990101.fund_account`)
  await db.ownerPool.query('analyze')
}

/** The same rows and balances as a statement that checks nothing, keeps no chain and asks nobody. */
function plainYear({ db }: TestCounty, year: number): Promise<void> {
  return asOwner(db.ownerPool, async (client) => {
    await client.query(
      `insert into bare.entry (id, year, area, voucher_id, account_id, side, amount, day, purpose, subject_register, subject_id)
       select $1::int * 10000000::bigint + id, $1, area, $1, id, 'C', (2 * balance * ${rate.num} + ${rate.den}) / (2 * ${rate.den}),
         make_date($1, 12, 31), 'interest', '', 0
       from bare.fund_account where fund = $2 and kind = 'individual' and balance > 0`,
      [year, fund],
    )
    await client.query(
      `update bare.fund_account a set balance = a.balance + e.amount from bare.entry e where e.year = $1 and e.account_id = a.id`,
      [year],
    )
  })
}

type Credited = { opening: number; credits: number[] }

/** Fen between what was credited and what the policy says of that account and year, without sign, over all. */
async function difference({ db }: TestCounty): Promise<{ off: number; looked: number }> {
  const { rows } = await db.ownerPool.query<Credited>(
    `select (sum(amount) filter (where purpose = 'initial'))::bigint as opening,
       array_agg(amount::text order by year) filter (where purpose = 'interest') as credits
     from c990101.entry e join c990101.fund_account a on a.id = e.account_id where a.kind = 'individual' group by account_id`,
  )
  let [off, looked] = [0, 0]
  for (const { opening, credits } of rows) {
    let balance = Number(opening)
    for (const [at, credit] of (credits ?? []).entries()) {
      off += Math.abs(Number(credit) - policyInterest(balance, FIRST_YEAR + at))
      balance += Number(credit)
      looked += 1
    }
  }
  return { off, looked }
}

function policyInterest(balance: number, year: number): number {
  const facts = { balance: yuanText(fen(balance)), years: 1, creditedOn: `${year}-12-31` }
  return parseYuan(String(assess(policy, facts, { overrides, trace: false }).result.interest))
}
