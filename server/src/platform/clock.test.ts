import { describe, expect, it } from 'vitest'
import { dayAt } from './clock.ts'

describe('the day of a moment', () => {
  it('is the one in China, eight hours ahead of UTC', () => {
    expect(dayAt('2025-09-14T15:59:59.999Z')).toBe('2025-09-14')
    expect(dayAt('2025-09-14T16:00:00Z')).toBe('2025-09-15')
    expect(dayAt('2024-02-29T00:00:00+08:00')).toBe('2024-02-29')
  })
})
