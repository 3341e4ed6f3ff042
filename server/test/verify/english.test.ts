/** What a finding says, in both languages: kept when it is found, completed once where only Chinese was kept, hidden in both. */
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Day } from '#kernel'
import type { AnyOperation } from '#platform'
import type { Row } from './desk.kit.ts'
import { act, add, at, doors, list, number, openDesk, run } from './desk.kit.ts'

openDesk()

const only = async () => (await list()).findings[0] as Row

/** What the database holds of the one finding, and which version of the row it is. */
async function stored() {
  const { rows } = await at.county.db.ownerPool.query<{ row: string; state: string; seen: string }>(
    'select ctid::text as row, state, seen_at::text as seen, stated_en, computed_en from c990101.finding',
  )
  return rows[0]
}

/** As a finding was kept before there was English (0395). */
const asBefore = () =>
  at.county.db.ownerPool.query('update c990101.finding set stated_en = null, computed_en = null')

async function somebody(): Promise<void> {
  const values = { idNumber: number('1963-07-15', 11), birthDate: '1963-07-15' as Day }
  await add({ name: '王伟', ...values, sex: 'female' })
}

describe('a finding', () => {
  it('says it in both; where both are the same one is kept', async () => {
    await somebody()
    await run('person.sex')
    expect(await only()).toMatchObject({
      stated: { zh: '女', en: 'female' },
      computed: { zh: '男', en: 'male' },
      label: { en: 'Sex against identity number' },
      advice: { en: 'Compare with the card: which of the two is wrong?' },
    })
    await at.county.db.ownerPool.query('truncate c990101.finding cascade')
    await at.county.run(at.clerk, ({ tx }) => sql`update person set birth_date = '1963-07-25'`.execute(tx))
    await run('person.birthDate')
    expect(await stored()).toMatchObject({ stated_en: null, computed_en: null })
    expect(await only()).toMatchObject({ stated: { zh: '1963-07-25', en: '1963-07-25' } })
  })

  it('from before reads as it was kept, and is completed by the next run, once, in the state that it has', async () => {
    await somebody()
    await run('person.sex')
    const { id } = (await list()).findings[0] as Row
    await act(id, 'check')
    await asBefore()
    expect(await only()).toMatchObject({ stated: { zh: '女', en: '女' }, computed: { zh: '男', en: '男' } })
    await run('person.sex')
    const completed = await stored()
    expect(completed).toMatchObject({ state: 'checking', stated_en: 'female', computed_en: 'male' })
    await run('person.sex')
    expect(await stored()).toEqual(completed)
  })

  it('is hidden in both from who may not see it', async () => {
    const wrong = `${number('1963-07-15', 11).slice(0, 17)}${number('1963-07-15', 11).endsWith('1') ? '2' : '1'}`
    await add({ name: '王伟' })
    await at.county.run(at.clerk, ({ tx }) => sql`update person set id_number = ${wrong}`.execute(tx))
    await run('person.idNumber')
    const [blind] = (await list(at.county.actor({ sees: [] }))).findings
    const starred = `990101********${wrong.slice(-4)}`
    expect(blind?.stated).toEqual({ zh: starred, en: starred })
    expect(JSON.stringify(blind)).not.toContain(wrong)
  })

  it('that a check no longer finds says so in both, after what a person said', async () => {
    await somebody()
    await run('person.sex')
    const { id } = (await list()).findings[0] as Row
    await act(id, 'check', at.reviewer, '请村里核')
    await at.county.run(at.clerk, ({ tx }) => sql`update person set sex = 'male'`.execute(tx))
    await run('person.sex')
    expect(await only()).toMatchObject({
      state: 'corrected',
      note: { zh: '请村里核；再核时已没有', en: '请村里核; not found when checked again' },
    })
    await act(id, 'reopen', at.reviewer, '再看一次')
    expect((await only()).note).toEqual({ zh: '再看一次', en: '再看一次' })
  })
})

it('of a document: what it says is quoted, what is found is told', async () => {
  const rows = [
    { label: '资金', value: '100', unit: '万元' },
    { label: '两村', value: '20', unit: '万元', total: '资金' },
    { label: '联系点', value: '48', unit: '万元', total: '资金' },
  ]
  const input = { title: '方案', content: { kind: 'rows', rows } }
  await at.county.call(at.clerk, doors['verify.keepFigures'] as AnyOperation, input)
  expect(await only()).toMatchObject({
    place: { en: '方案: row 1 资金, row 2 两村, row 3 联系点' },
    stated: { zh: '资金 100万元', en: '资金 100 ×10,000 yuan' },
    computed: { zh: '20 ＋ 48 ＝ 68', en: '20 + 48 = 68' },
    verdictText: { en: 'incomplete' },
    advice: { en: 'See which part is missing or counted twice.' },
  })
})
