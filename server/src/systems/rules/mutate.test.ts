/** The rule on which most money hangs, and the house's own aim for it. */
import { expect, it } from 'vitest'
import { examine } from '#policy'
import { systems } from '../index.ts'
import { aim } from './mutate.ts'

const policies = systems.flatMap((system) => system.policies ?? [])
const protection = policies.find(({ id }) => id === 'land-security.protection')

it('the examples of land-security.protection find out what was changed in the rule', () => {
  if (!protection) throw new Error('no such policy')
  const { share, killed, survivors, strange } = examine(protection, { situations: 500 })
  expect(survivors.map(({ what, step }) => `${step?.id} ${what.en}`)).toEqual([])
  expect(share).toBeGreaterThanOrEqual(aim)
  expect(killed).toBeGreaterThan(50)
  expect(strange).toEqual([])
})

it('without its examples nothing is found out', () => {
  if (!protection) throw new Error('no such policy')
  expect(examine({ ...protection, examples: [] }, { situations: 20 }).killed).toBe(0)
})
