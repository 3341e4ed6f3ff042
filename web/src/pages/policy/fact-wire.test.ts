import { describe, expect, it } from 'vitest'
import { typedOfAll, wireOf, wireOfAll } from './fact-wire.ts'

const fact = (kind: string, more: object = {}) => ({ name: 'x', kind, ...more }) as never // only kind and unit are read

describe('what is typed, on the wire', () => {
  it('writes amounts in yuan and fen, whole numbers as numbers, percentages without the sign', () => {
    expect(wireOf('50,000', fact('money'))).toBe('50000.00')
    expect(wireOf('12.5', fact('money'))).toBe('12.50')
    expect(wireOf('24', fact('months'))).toBe(24)
    expect(wireOf('30%', fact('percent'))).toBe('30')
    expect(wireOf('2.36', fact('quantity', { unit: 'mu' }))).toEqual({ value: '2.36', unit: 'mu' })
  })
  it('leaves what it cannot read as it is, so that the server can say what is wrong', () => {
    expect(wireOf('二十', fact('months'))).toBe('二十')
    expect(wireOf('about 5', fact('money'))).toBe('about 5')
  })
  it('sends nothing for what is not filled in, and 不适用 as such', () => {
    expect(wireOfAll({ x: null }, [fact('money')])).toEqual({})
    expect(wireOfAll({ x: { applicable: false } }, [fact('day')])).toEqual({ x: { applicable: false } })
  })
  it('comes back the same through the inputs', () => {
    const facts = [fact('list', { fields: [fact('quantity', { unit: 'mu' })] })]
    const wire = { x: [{ x: { value: '2.36', unit: 'mu' } }] }
    expect(wireOfAll(typedOfAll(wire, facts), facts)).toEqual(wire)
  })
})
