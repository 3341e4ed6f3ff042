import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { tokens } from './tokens.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

describe('tokens', () => {
  it('are the same for style sheets and for antd', () => {
    for (const [name, value] of Object.entries(tokens)) {
      const property = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
      expect(css, property).toContain(`${property}: ${value.toLowerCase()};`)
    }
  })

  // the ratios that the interface specification states, computed again by the WCAG formula
  it.each([
    ['ink', '#FFFFFF', 15.8],
    ['ink2', '#FFFFFF', 7.9],
    ['ink3', '#FFFFFF', 5.6],
    ['ink3', tokens.paper, 5.1],
    ['hint', '#FFFFFF', 4.8],
    ['dai', '#FFFFFF', 8.2],
    ['zhu', tokens.zhuTint, 5.7],
    ['zhe', tokens.zheTint, 5.8],
    ['song', tokens.songTint, 5.6],
    ['zi', tokens.ziTint, 6.5],
    ['railText', tokens.rail, 9.6],
    ['railNote', tokens.rail, 7.5],
    ['mark', tokens.rail, 5.4],
  ] as const)('%s on %s has the stated contrast', (name, ground, stated) => {
    expect(contrast(tokens[name], ground)).toBeCloseTo(stated, 0)
    expect(Math.abs(contrast(tokens[name], ground) - stated)).toBeLessThan(0.1)
  })
})

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function linear(value: number): number {
  return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
