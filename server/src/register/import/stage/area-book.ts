/** Finds places by the names that rosters write: 石桥村三组, 柳溪镇, 第3村民小组, 三社. Pure, over the list of areas. */
import type { Text } from '#kernel'
import { foldName, isAreaCode, t } from '#kernel'
import { simplified } from '../simplified.ts'

/** `successor`: what an area that ended became; rosters go on using its name and code for years. */
export type Area = { code: string; name: string; shortName: string | null; successor?: string | null }

/** `near`: names of places that may be meant. */
export type FoundArea = { ok: true; code: string } | { ok: false; text: Text; near?: readonly string[] }

export type AreaBook = {
  /** The area that the text names, read from `within`; the empty text is `within` itself. */
  find(text: string, within: string): FoundArea
  /** The one village (or township) that titles and sheet names speak of, inside `within`. */
  mentioned(texts: readonly string[], within: string): string | null
  name(code: string): string
}

export function areaBook(areas: readonly Area[]): AreaBook {
  const byCode = new Map(areas.map((area) => [area.code, area]))
  const known = new Map<string, Map<string, FoundArea>>() // by what it is read from, then by text
  const tree: Tree = { areas, byCode }
  return {
    find: (text, within) => {
      const here = known.get(within) ?? new Map<string, FoundArea>()
      known.set(within, here)
      const found = here.get(text) ?? presentArea(tree, findArea(tree, text, within))
      here.set(text, found)
      return found
    },
    mentioned: (texts, within) => mentionedArea(tree, texts, within),
    name: (code) => fullName(tree, code),
  }
}

/** What it is now: through all mergers since. */
function presentArea(tree: Tree, found: FoundArea): FoundArea {
  return found.ok ? { ok: true, code: presentCode(tree, found.code) } : found
}

function presentCode({ byCode }: Tree, code: string): string {
  const next = byCode.get(code)?.successor
  return next ? presentCode({ areas: [], byCode }, next) : code
}

type Tree = { areas: readonly Area[]; byCode: ReadonlyMap<string, Area> }

function findArea(tree: Tree, text: string, within: string): FoundArea {
  const plain = plainName(text)
  if (plain === '') return { ok: true, code: within }
  if (isAreaCode(plain) && plain.length >= 6)
    return tree.byCode.has(plain) ? { ok: true, code: plain } : { ok: false, text: noCode(plain) }
  return walk(tree, { rest: plain, at: within, text: plain, first: true })
}

type Walk = { rest: string; at: string; text: string; first: boolean }

/** Takes the longest name off the front, again and again, going down the tree. */
function walk(tree: Tree, { rest, at, text, first }: Walk): FoundArea {
  if (rest === '') return { ok: true, code: at }
  const group = groupOf(tree, rest, at)
  if (group) return { ok: true, code: group }
  const here = longest(candidates(tree, at), rest)
  const found = here.length > 0 || !first ? here : longest(tree.areas, rest)
  if (found.length > 1)
    return {
      ok: false,
      text: severalPlaces(tree, text, found),
      near: found.slice(0, 3).map(({ code }) => placeName(tree, code)),
    }
  const [only] = found
  if (!only) return { ok: false, text: noPlace(tree, { rest, at, text }), near: nearGroups(tree, rest, at) }
  return walk(tree, { rest: rest.slice(takes(only, rest)), at: only.code, text, first: false })
}

/** What lies below the area, and the area itself: a sheet of the village repeats the village's name. */
function candidates(tree: Tree, at: string): Area[] {
  const village = at.length === 15 ? at.slice(0, 12) : at
  return tree.areas.filter(({ code }) => code.startsWith(village))
}

/** All areas of the longest name that the text begins with. */
function longest(areas: readonly Area[], text: string): Area[] {
  const most = Math.max(1, ...areas.map((area) => takes(area, text)))
  const found = areas.filter((area) => takes(area, text) === most)
  const present = found.filter(({ successor }) => !successor)
  return present.length > 0 ? present : found
}

/** How many characters of the text's beginning name the area; groups are found by their number. */
function takes({ name, shortName, code }: Area, text: string): number {
  if (code.length === 15 && /^[一二三四五六七八九十\d]+组$/.test(name)) return 0
  const names = [
    name,
    ...(shortName ? [shortName, `${shortName}村`] : []),
    name.replace(/(?<=..)[村镇乡]$/, ''),
  ]
  return Math.max(0, ...names.map((one) => (text.startsWith(one) ? one.length : 0)))
}

function groupOf(tree: Tree, text: string, at: string): string | null {
  const number = groupNumber(text)
  const village = at.slice(0, 12)
  if (number === null || village.length < 12) return null
  const named = groupsOf(tree, village).find(({ name }) => groupNumber(name) === number)
  return named?.code ?? null
}

function groupsOf(tree: Tree, village: string): Area[] {
  return tree.areas.filter(({ code }) => code.length === 15 && code.startsWith(village))
}

const digits = '零一二三四五六七八九'

/** 三组, 3组, 第三村民小组, 三社, 三队, 3 -> 3; null for what is no number of a group. */
export function groupNumber(text: string): number | null {
  const match = /^第?(\d{1,2}|[一二三四五六七八九十]{1,3})(?:号?村民小组|小组|组|社|生产队|队)?$/.exec(text)
  const [, said] = match ?? []
  if (said === undefined) return null
  if (/^\d+$/.test(said)) return Number(said)
  const [tens, ones] = said.includes('十') ? said.split('十') : ['', said]
  const value = said.includes('十') ? (tens ? digits.indexOf(tens) : 1) * 10 : 0
  return value + (ones ? digits.indexOf(ones) : 0)
}

/** Without blanks, and without the words for a committee or an office behind a place's name. */
function plainName(text: string): string {
  return foldName(text, simplified)
    .text.replace(/村民委员会|居民委员会|人民政府|办事处/g, '')
    .replace(/(?<=[村社区])委会|(?<=[镇乡])政府/g, '')
    .replace(/[\s,，、\-—/]/g, '')
    .replace(/^(?:.*?省)?(?:.*?[市州])?(?:.*?县)(?=.)/, '')
}

function mentionedArea(tree: Tree, texts: readonly string[], within: string): string | null {
  const inside = tree.areas.filter(
    ({ code }) => presentCode(tree, code).startsWith(within) && (code.length === 12 || code.length === 9),
  )
  for (const length of [12, 9]) {
    for (const text of texts.map(plainName)) {
      const hits = inside.filter(({ code, name }) => code.length === length && text.includes(name))
      const codes = [...new Set(hits.map((hit) => presentCode(tree, hit.code)))]
      if (codes.length === 1) return codes[0] ?? null
    }
  }
  return null
}

function fullName(tree: Tree, code: string): string {
  const parts = [9, 12, 15]
    .filter((n) => n <= code.length)
    .map((n) => tree.byCode.get(code.slice(0, n))?.name)
  return parts.filter(Boolean).join(' ') || (tree.byCode.get(code)?.name ?? code)
}

function noPlace(tree: Tree, { rest, at, text }: { rest: string; at: string; text: string }): Text {
  const village = at.length >= 12 ? tree.byCode.get(at.slice(0, 12)) : undefined
  const groups = village ? groupsOf(tree, village.code) : []
  if (!village || groups.length === 0)
    return t(
      `没有“${text}”这个地方。请填区划代码，或名册里有的乡镇、村、组名。`,
      `There is no place "${text}". Write its code, or a name that the register of areas has.`,
    )
  const [first, last] = [groups[0]?.name ?? '', groups.at(-1)?.name ?? '']
  return t(
    `${village.name}没有“${rest}”，名册里有${groups.length > 1 ? `${first}至${last}` : first}。请对照户口簿填。`,
    `${village.name} has no "${rest}"; the register has ${groups.length > 1 ? `${first} to ${last}` : first}. Copy it from the household book.`,
  )
}

function noCode(code: string): Text {
  return t(
    `区划里没有代码 ${code}。请核对，或先登记这个地方。`,
    `There is no area with the code ${code}. Check it, or register the place first.`,
  )
}

/** 七组 of a village with six groups: the last of them. A number is not moved further than one. */
function nearGroups(tree: Tree, rest: string, at: string): string[] {
  const number = groupNumber(rest)
  const groups = at.length >= 12 ? groupsOf(tree, at.slice(0, 12)) : []
  if (number === null) return []
  return groups
    .filter(({ name }) => Math.abs((groupNumber(name) ?? Number.NaN) - number) === 1)
    .map(({ code }) => placeName(tree, code))
}

/** The whole name in one word, as `find` reads it. */
function placeName(tree: Tree, code: string): string {
  return fullName(tree, code).replace(/ /g, '')
}

function severalPlaces(tree: Tree, text: string, found: readonly Area[]): Text {
  const names = found.slice(0, 3).map(({ code }) => fullName(tree, code))
  return t(
    `“${text}”有 ${found.length} 处：${names.join('、')}。请连乡镇名一起写。`,
    `There are ${found.length} places called "${text}": ${names.join(', ')}. Write the township too.`,
  )
}
