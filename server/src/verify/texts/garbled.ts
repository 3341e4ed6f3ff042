/** GEN-11: runs that no writing gives, glosses of a phonetic font, signs that stand in the middle of words. */
import type { Text } from '#kernel'
import { findUndecodable, t } from '#kernel'
import type { Seen } from './finding.ts'
import { inPlaces, seen } from './finding.ts'

const gloss =
  /(?<=\p{Script=Han})[(（][a-zü\s'’]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ\s'’]*[)）]/giu
const stray = /(?<=[\p{Script=Han}])(?:['`]|\.(?!\d))(?=[\p{Script=Han}\d“])/gu

export function garbledText(text: string): Seen[] {
  const runs = findUndecodable(text)
    .filter(isLost(text))
    .map(({ at, run }) =>
      seen('GEN-11', 'garbled', {
        spots: [{ at, length: run.length }],
        stated: text.slice(Math.max(0, at - 8), at + run.length + 4),
        computed: t('无法辨认', 'cannot be read'),
      }),
    )
  return [
    ...runs,
    ...together(text, { form: gloss, least: 5, computed: t('正文夹了注音', 'pronunciation in the text') }),
    ...strays(text),
  ]
}

/** A question mark by itself is one where the text writes its stops half-width. */
function isLost(text: string): (found: { run: string }) => boolean {
  const halfWidth = [...text.matchAll(/(?<=\p{Script=Han}),(?=\p{Script=Han})/gu)].length >= 3
  return ({ run }) => !(halfWidth && run === '?')
}

/** Many of one kind are one finding. */
function together(text: string, ask: { form: RegExp; least: number; computed: Text }): Seen[] {
  const found = [...text.matchAll(ask.form)]
  if (found.length < ask.least) return []
  const spots = found.map((match) => ({ at: match.index, length: match[0].length }))
  const first = found[0]?.index ?? 0
  const stated = text.slice(Math.max(0, first - 4), first + 16)
  return [seen('GEN-11', 'garbled', { spots, stated, computed: inPlaces(ask.computed, found.length) })]
}

/** A stop or a tick between two characters of a word; ticks in pairs are quotes. */
function strays(text: string): Seen[] {
  const found = [...text.matchAll(stray)].filter(({ 0: sign, index }) => sign === '.' || !paired(text, index))
  if (found.length === 0) return []
  const spots = found.map((match) => ({ at: match.index, length: 1 }))
  const stated = found
    .slice(0, 3)
    .map(({ index }) => text.slice(index - 3, index + 4))
    .join('；')
  const computed = inPlaces(t('多出的符号', 'signs too many'), found.length)
  return [{ ...seen('GEN-11', 'garbled', { spots, stated, computed }), slight: true }]
}

function paired(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, (text.indexOf('\n', at) + 1 || text.length + 1) - 1)
  return [...line].filter((sign) => sign === text[at]).length % 2 === 0
}
