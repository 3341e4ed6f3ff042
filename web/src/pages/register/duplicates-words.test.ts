import { expect, it } from 'vitest'
import { likeWord, reasonsText } from './duplicates-words.ts'

const reason = (zh: string, points: number) => ({ text: { zh, en: zh }, points })

it('what speaks for it comes first, what speaks against it is said as such', () => {
  const both = [reason('姓名同音', 32), reason('性别不同', -25), reason('同一个村', 14)]
  expect(reasonsText(both).zh).toBe('姓名同音、同一个村；不符：性别不同')
  expect(reasonsText([reason('姓名相同', 40)]).zh).toBe('姓名相同')
})

it('likely ones are called so', () => {
  expect(likeWord(true, 86).zh).toBe('很像，86 分')
  expect(likeWord(false, 66).zh).toBe('可能是，66 分')
})
