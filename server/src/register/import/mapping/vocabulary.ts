/** The headings that a register understands: labels, aliases, further words of its system, and those of what it points to. */
import type { Register } from '../../define.ts'
import type { Field } from '../../kinds/index.ts'
import type { Registry } from '../../registry.ts'
import type { ImportDeclaration } from '../define.ts'
import { headKey } from '../table/head-text.ts'
import type { AddedWord } from '../word-store.ts'
import type { How, Target } from './target.ts'
import { readTarget } from './target.ts'
import { commonHeads, runningNumbers } from './words.data.ts'

export type Vocabulary = {
  find(key: string): { target: Target; how: How } | undefined
  knows(key: string): boolean
  /** Whether the rows belong to places. */
  ofPlaces: boolean
}

type Meaning = { target: Target; how: How }

export function vocabularyOf(
  registry: Registry,
  register: Register,
  { rules, added }: { rules: ImportDeclaration | undefined; added: readonly AddedWord[] },
): Vocabulary {
  const words = new Map<string, Meaning>()
  const add = (text: string, meaning: Meaning) => {
    const key = headKey(text)
    if (key !== '' && !words.has(key)) words.set(key, meaning)
  }
  for (const { kind, text, field } of added)
    if (kind === 'head') add(text, { target: readTarget(field), how: 'taught' })
  for (const text of [...runningNumbers, ...(rules?.ignore ?? [])])
    add(text, { target: { kind: 'ignore' }, how: 'word' })
  addFields(register, { rules, add })
  addReferences(registry, register, add)
  addFrame(registry, register, add)
  const owner = register.owner === undefined ? undefined : registry.find(register.owner)
  return {
    find: (key) => words.get(key),
    knows: (key) => words.has(key),
    ofPlaces: owner !== undefined && ownerIsPlace(owner),
  }
}

type Add = (text: string, meaning: Meaning) => void

function addFields(
  register: Register,
  { rules, add }: { rules: ImportDeclaration | undefined; add: Add },
): void {
  const fields = Object.entries(register.fields)
  for (const [field, { label }] of fields) {
    add(label.zh, { target: { kind: 'field', field }, how: 'label' })
    add(label.en, { target: { kind: 'field', field }, how: 'label' })
  }
  for (const [field, { alias }] of fields)
    for (const text of alias ?? []) add(text, { target: { kind: 'field', field }, how: 'alias' })
  for (const [field, texts] of Object.entries(rules?.heads ?? {}))
    for (const text of texts) add(text, { target: { kind: 'field', field }, how: 'word' })
  for (const [field, declared] of fields)
    for (const text of commonHeads[declared.kind.name] ?? [])
      add(text, { target: { kind: 'field', field }, how: 'word' })
}

/** A roster names a household by its number, a person by the identity number: what tells a row of the other register apart. */
function addReferences(registry: Registry, register: Register, add: Add): void {
  for (const [field, declared] of Object.entries(register.fields)) {
    const target = declared.kind.target?.(declared)
    const other = target === undefined ? undefined : registry.find(target)
    if (other) addLink(other, { prefix: declared.label.zh, meant: { kind: 'field', field }, add })
  }
}

/** The number is surer than the title, which several rows may share; with the field's label before it, as exports write it. */
function addLink(other: Register, { prefix, meant, add }: { prefix: string; meant: Target; add: Add }): void {
  for (const text of wordsOf(other, other.identity[0])) {
    add(text, { target: meant, how: 'alias' })
    add(`${prefix}${text}`, { target: meant, how: 'alias' })
  }
  for (const text of wordsOf(other, other.title)) {
    add(text, { target: meant, how: 'word' })
    add(`${prefix}${text}`, { target: meant, how: 'word' })
  }
}

function addFrame(registry: Registry, register: Register, add: Add): void {
  const owner = register.owner === undefined ? undefined : registry.find(register.owner)
  if (owner) {
    addLink(owner, { prefix: owner.label.zh, meant: { kind: 'owner' }, add })
    add(owner.label.zh, { target: { kind: 'owner' }, how: 'word' })
    if (ownerIsPlace(owner))
      for (const text of commonHeads.area ?? []) add(text, { target: { kind: 'owner' }, how: 'word' })
  }
  if (register.shape !== 'dated') return
  for (const text of ['起日', '开始日期', '起始日期', '起始日', '自'])
    add(text, { target: { kind: 'validFrom' }, how: 'word' })
  for (const text of ['止日', '结束日期', '截止日期', '终止日期', '至'])
    add(text, { target: { kind: 'validTo' }, how: 'word' })
}

/** Rows of a place: its name may stand in several columns (township, village, group). */
export function ownerIsPlace(owner: Register): boolean {
  return owner.fields[owner.identity[0] ?? '']?.kind.place === true
}

function wordsOf(register: Register, name: string | undefined): string[] {
  const field: Field | undefined = name === undefined ? undefined : register.fields[name]
  return field && field.kind.target === undefined ? [field.label.zh, ...(field.alias ?? [])] : []
}

/** The headings that the system knows by itself, by field, for the page of words. */
export function builtInHeads(register: Register, rules: ImportDeclaration | undefined) {
  return Object.entries(register.fields).map(([field, { label, alias, kind }]) => ({
    field,
    label,
    heads: [
      ...new Set([
        label.zh,
        ...(alias ?? []),
        ...(rules?.heads?.[field] ?? []),
        ...(commonHeads[kind.name] ?? []),
      ]),
    ],
  }))
}

/** The words for choices that the system knows by itself. */
export function builtInWords(register: Register, rules: ImportDeclaration | undefined) {
  return Object.entries(register.fields).flatMap(([field, { label, options }]) => {
    if (!options) return []
    const words = Object.entries(rules?.words?.[field] ?? {})
    const choices = Object.entries(options).map(([code, option]) => ({
      code,
      label: option,
      words: words.filter(([, means]) => means === code).map(([text]) => text),
    }))
    return [{ field, label, options: choices }]
  })
}
