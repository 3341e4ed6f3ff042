import { describe, expect, it } from 'vitest'
import { composes, keyName } from './keys.ts'

const press = { key: 'a', code: 'KeyA', ctrlKey: false, metaKey: false, altKey: false }

describe('keys of the house', () => {
  it('names modifiers before the key', () => {
    expect(keyName({ ...press, key: 'Enter', ctrlKey: true })).toBe('Ctrl+Enter')
    expect(keyName({ ...press, key: 'B', ctrlKey: true })).toBe('Ctrl+b')
    expect(keyName({ ...press, key: '/' })).toBe('/')
  })
  it('reads Alt with a digit by the place of the key, as a Mac types ¡ for it', () => {
    expect(keyName({ ...press, key: '¡', code: 'Digit1', altKey: true })).toBe('Alt+1')
  })
  it('is silent while an input method composes', () => {
    expect(composes({ isComposing: true, keyCode: 191 })).toBe(true)
    expect(composes({ isComposing: false, keyCode: 229 })).toBe(true)
    expect(composes({ isComposing: false, keyCode: 191 })).toBe(false)
  })
})
