import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Day } from '#kernel'
import type { AnyOperation } from '#platform'
import { updateRow } from '#register'
import { person } from '../../src/systems/population/registers/index.ts'
import { act, add, at, doors, list, number, openDesk, run } from './desk.kit.ts'

openDesk()

describe('closing', () => {
  const doubted = async () => {
    const made = await add({
      name: '王伟',
      idNumber: number('1963-07-15', 11),
      birthDate: '1963-07-25' as Day,
    })
    await run('person.birthDate')
    const [finding] = (await list()).findings
    return { made, id: finding?.id ?? 0 }
  }
  const states = async () => (await list()).findings.map(({ state }) => state)

  it('is not for who reported the figure, nor for his deputy', async () => {
    const { id } = await doubted()
    await expect(act(id, 'explain', at.clerk)).rejects.toMatchObject({ code: 'verify.ownFigure' })
    const deputy = at.county.actor({}, undefined, {
      actsFor: { accountId: at.clerk.accountId, name: at.clerk.name },
    })
    await expect(act(id, 'explain', deputy)).rejects.toMatchObject({ code: 'verify.ownFigure' })
    expect((await list(at.clerk)).findings[0]?.mine).toBe(true)
    expect(await act(id, 'explain')).toEqual({ state: 'explained' })
  })

  it('holds over the next runs, until the data changes', async () => {
    const { made, id } = await doubted()
    await act(id, 'explain')
    await run('person.birthDate')
    expect(await states()).toEqual(['explained'])
    await at.county.run(at.clerk, (ctx) =>
      updateRow(ctx, person, {
        id: made.id,
        version: 1,
        values: { birthDate: '1963-07-26' as Day },
        reason: '改',
      }),
    )
    await run('person.birthDate')
    expect(await states()).toEqual(['open'])
  })

  it('as corrected needs the register to be right', async () => {
    const { made, id } = await doubted()
    await expect(act(id, 'correct')).rejects.toMatchObject({ code: 'verify.stillThere' })
    await at.county.run(at.clerk, (ctx) =>
      updateRow(ctx, person, {
        id: made.id,
        version: 1,
        values: { birthDate: '1963-07-15' as Day },
        reason: '对照证件',
      }),
    )
    expect(await act(id, 'correct')).toEqual({ state: 'corrected' })
    const kept = await at.county.run(at.reviewer, ({ tx }) =>
      sql<{ name: string; note: string }>`select name, note from finding_act`.execute(tx),
    )
    expect(kept.rows).toMatchObject([{ name: at.reviewer.name, note: '户口簿核过' }])
  })

  it('happens by itself when the check no longer finds it, and only in the area that was run', async () => {
    const { made } = await doubted()
    await at.county.run(at.clerk, (ctx) =>
      updateRow(ctx, person, {
        id: made.id,
        version: 1,
        values: { birthDate: '1963-07-15' as Day },
        reason: '对照证件',
      }),
    )
    await run('person.birthDate', at.county.actor({}, '990101102'))
    expect(await states()).toEqual(['open'])
    await run('person.birthDate')
    expect(await states()).toEqual(['corrected'])
  })

  it('is not done by the blind: who may not see the register cannot make its findings vanish', async () => {
    await doubted()
    const blind = at.county.actor({ reads: ['finding'], writes: ['finding'] })
    await expect(run('person.birthDate', blind)).rejects.toMatchObject({ code: 'verify.notSeen' })
    const start = at.county.call(blind, doors['verify.run'] as AnyOperation, { checks: ['person.birthDate'] })
    await expect(start).rejects.toMatchObject({ code: 'verify.notSeen' })
    expect(await states()).toEqual(['open'])
  })

  it('can be taken back, and is refused twice', async () => {
    const { id } = await doubted()
    expect(await act(id, 'check', at.clerk)).toEqual({ state: 'checking' }) // asking for a look is nobody's judgement
    await act(id, 'explain')
    await expect(act(id, 'explain')).rejects.toMatchObject({ code: 'verify.closed' })
    expect(await act(id, 'reopen')).toEqual({ state: 'open' })
    await expect(act(id, 'reopen')).rejects.toMatchObject({ code: 'verify.notClosed' })
  })

  it('stays in its area', async () => {
    const { id } = await doubted()
    const stranger = at.county.actor({}, '990101102')
    expect((await list(stranger)).findings).toEqual([])
    await expect(act(id, 'explain', stranger)).rejects.toMatchObject({ code: 'verify.notFound' })
  })
})
