/** Every clause and every word of the declarations is there in both languages. */
import { expect, it } from 'vitest'
import type { Citation, Text } from '#kernel'
import { systems } from './index.ts'

/** All objects of the declarations, with the way to each, once. */
function* objectsIn(value: unknown, path: string, seen: Set<unknown>): Generator<[string, object]> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return
  seen.add(value)
  yield [path, value]
  for (const [key, inner] of Object.entries(value)) yield* objectsIn(inner, `${path}.${key}`, seen)
}

const seen = new Set<unknown>()
const objects = systems.flatMap((system) => [...objectsIn(system, system.id, seen)])
const isText = (value: object): value is Text => has(value, 'zh') && has(value, 'en')
const isCitation = (value: object): value is Citation => has(value, 'source') && has(value, 'clause')
const has = (value: object, key: string) => typeof (value as Record<string, unknown>)[key] === 'string'

const han = /\p{Script=Han}/u

it('every citation says where it stands and what it says, in Chinese and in English', () => {
  const citations = objects.filter((pair): pair is [string, Citation] => isCitation(pair[1]))
  expect(new Set(citations.map(([, { called }]) => called?.zh)).size).toBeGreaterThan(50)
  const short = citations.filter(([, { called, quote }]) =>
    [called, quote].some((words) => typeof words !== 'object' || !han.test(words.zh) || words.en.length < 3),
  )
  expect(short.map(([path, { source, clause }]) => `${path}: ${source} ${clause}`)).toEqual([])
})

// The rule: English says titles of documents, places in them and names in English too. Chinese stays only in what an
// office types in itself, the name and number of its own document, which no declaration has.
it('no English of any declaration has a Chinese character in it', () => {
  const texts = objects.filter((pair): pair is [string, Text] => isText(pair[1]))
  expect(texts.length).toBeGreaterThan(1000)
  expect(texts.filter(([, { en }]) => han.test(en)).map(([path, { en }]) => `${path}: ${en}`)).toEqual([])
})
