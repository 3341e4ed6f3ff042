// The case over the real rooms, with the county's real roles: registers, policy, ledger. Nothing is stood in for.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { day, fen, parseYuan } from '#kernel'
import { claim, fundsOf, receive } from '#ledger'
import type { Ctx } from '#platform'
import { clock } from '#platform'
import { openPolicyRoom } from '#policy'
import { housePorts } from '#procedure'
import { insertRow, registerFactSource, registryOf } from '#register'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { area } from '../../population/registers/area.ts'
import { populationRegisters } from '../../population/registers/index.ts'
import { person } from '../../population/registers/person.ts'
import { roles } from '../../roles.ts'
import { funds as declaredFunds, protectionFund } from '../funds/index.ts'
import { landSecurityBindings } from '../policies/bindings.ts'
import { landSecurityPolicies } from '../policies/index.ts'
import { landSecurityRegisters } from '../registers/index.ts'
import { landTake } from '../registers/land-take.ts'
import { protectedPerson } from '../registers/protected-person.ts'
import { protectionProcedure } from './protection.ts'
import type { Hand } from './walk.kit.ts'
import { meetingForm, walkers } from './walk.kit.ts'

let county: TestCounty
let walk: ReturnType<typeof walkers>
let caseId: number
let project: { register: string; id: number }
let today = day('2025-08-04')

const village = '990101103201'
const funds = fundsOf([...declaredFunds])
const registers = [...populationRegisters, ...landSecurityRegisters]

const hats: Record<Hand, string> = {
  village: 'village',
  township: 'township',
  hr1: 'hrOfficer',
  hr2: 'hrReviewer',
  finance: 'financeAuditor',
  fund: 'fundAccountant',
  auditor: 'auditor',
}

/** Invented; the take date is 2019-06-30, so that LS-03's own birthdays decide the category. */
const people = [
  ['陈水根', 'male', '1959-06-30', 'above'],
  ['陈水莲', 'female', '1964-07-01', 'working'],
  ['韦明贵', 'male', '1980-01-01', 'working'],
  ['罗小东', 'male', '2010-03-01', 'minor'],
] as const

beforeAll(async () => {
  vi.spyOn(clock, 'today').mockImplementation(() => today)
  vi.spyOn(clock, 'now').mockImplementation(() => `${today}T02:41:00.000Z`)
  county = await testCounty()
  const policy = openPolicyRoom({
    policies: landSecurityPolicies,
    bindings: landSecurityBindings,
    source: registerFactSource(registers),
  })
  walk = walkers(county, housePorts({ registers: registryOf(registers), policy, funds }))
  for (const [hand, name] of Object.entries(hats)) {
    const role = roles.find((one) => one.name === name)
    if (!role) throw new Error(`no role ${name}`)
    const { verbs, reads, writes, sees } = role
    walk.actors[hand as Hand] = {
      ...walk.actors[hand as Hand],
      role: name,
      verbs: new Set(verbs),
      reads,
      writes,
      sees,
    }
  }
  project = await county.run(county.actor(), register)
})
afterAll(() => county.close())

async function register(ctx: Ctx) {
  for (const [code, name, level] of [
    ['990101103', '柳溪镇', 'township'],
    [village, '石桥村', 'village'],
    [`${village}002`, '二组', 'group'],
  ] as const)
    await insertRow(ctx, area, { code, name, level })
  const take = await insertRow(ctx, landTake, {
    name: '上坝地块（2025 年第二批）',
    area: village,
    takenOn: day('2019-06-30'),
    basePerPerson: parseYuan('50000.00'),
  })
  for (const [name, sex, birthDate] of people) {
    const one = await insertRow(ctx, person, { name, sex, birthDate: day(birthDate), area: `${village}002` })
    await insertRow(ctx, protectedPerson, { ownerId: take.id, person: one.id })
  }
  return { register: 'landTake', id: take.id }
}

describe('the case over the real rooms', () => {
  it('takes the list from the register, with group and without anything else of a person', async () => {
    const opened = await walk.call<{ caseId: number; items: number }>(walk.actors.village, 'case.open', {
      procedure: protectionProcedure.id,
      subjectId: project.id,
    })
    caseId = opened.caseId
    const view = await walk.get('village', caseId)
    expect(view.title).toBe('上坝地块（2025 年第二批）')
    expect(view.itemRows.map((one) => [one.name, one.groupName])).toEqual(
      people.map(([name]) => [name, '二组']),
    )
  })

  it('LS-03, LS-08, LS-10: the policy decides category and amount, and the project is told what to bring', async () => {
    await walk.act('village', caseId, 'list')
    await walk.act('village', caseId, 'meeting', { form: meetingForm(await walk.paper('village')) })
    await walk.act('township', caseId, 'check', { form: { opinion: '同意' } })
    const { version } = await walk.get('hr1', caseId)
    const said = await walk.call<{ statement: { zh: string } }>(walk.actors.hr1, 'case.preview', {
      caseId,
      action: 'decide',
      version,
    })
    expect(said.statement.zh).toBe('审定 4 人，合计 150,000.00 元。')
    const decided = await walk.act('hr1', caseId, 'decide', { form: { opinion: '符合条件' } })
    expect(decided.taken).toBe(4)
    const rows = (await walk.get('hr1', caseId)).itemRows
    expect(rows.map((one) => [one.name, one.category?.zh.slice(0, 2), one.amount])).toEqual([
      ['陈水根', '甲类', '50000.00'],
      ['陈水莲', '乙类', '50000.00'],
      ['韦明贵', '乙类', '50000.00'],
      ['罗小东', '丙类', null],
    ])
    expect(rows.every((one) => one.decisionId !== null)).toBe(true)
  })

  it('LS-09: no funding while a part is short or unclaimed; then accounts hold 35,000 and 50,000, the pool 15,000', async () => {
    await walk.act('hr1', caseId, 'post')
    today = day('2025-08-12')
    await walk.act('hr2', caseId, 'approve')
    await expect(walk.act('finance', caseId, 'fund')).rejects.toMatchObject({ code: 'procedure.cannotAct' })
    const parts = {
      government: '45000.00',
      collective: '60000.00',
      individual: '45000.00',
      reserve: '7500.00',
    }
    for (const [part, amount] of Object.entries(parts)) await bring(part, amount)
    expect(await walk.act('finance', caseId, 'fund')).toMatchObject({ taken: 3 })
    expect(await walk.act('fund', caseId, 'openAccounts')).toMatchObject({ taken: 3 })
    await walk.act('hr1', caseId, 'settle', { form: { paidOn: today, receipt: '签收-01', payee: '罗大东' } })
    expect(await walk.get('auditor', caseId)).toMatchObject({ state: 'done', endedOn: '2025-08-12' })
    const accounts = (
      await county.db.ownerPool.query(
        "select id, kind, label, balance from c990101.fund_account where book_entity = 'agency' order by id",
      )
    ).rows
    const of = (kind: string) => accounts.filter((one) => one.kind === kind).map((one) => Number(one.balance))
    expect(of('individual').sort()).toEqual([35_000_00, 50_000_00, 50_000_00].sort())
    expect(of('pooled')).toEqual([15_000_00])
    expect(of('raised').every((one) => one === 0)).toBe(true)
  })
})

/** Money of one part arrives at the finance office and is claimed by the fund accountant: two hands (OF-03). */
async function bring(part: string, amount: string): Promise<void> {
  const receipt = await county.run(walk.actors.finance, (ctx) =>
    receive(ctx, {
      fund: protectionFund,
      arrivedOn: today,
      amount: parseYuan(amount),
      payer: '县自然资源局',
      bankRef: `流水-${part}`,
      ticket: `票据-${part}`,
      context: project,
      part,
    }),
  )
  await county.run(walk.actors.fund, (ctx) =>
    claim(ctx, funds, {
      receiptId: receipt.receiptId,
      claims: [{ context: project, part, amount: fen(parseYuan(amount)) }],
    }),
  )
}
