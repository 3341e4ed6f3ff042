/** The form of one act: which fields a step asks for, and the rules that hold between them. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { FieldKind } from './form-kind.ts'
import { parseKind } from './form-kind.ts'
import { procedureProblems } from './problems.ts'

/** What a filled form holds, as it is stored and sent: money as yuan text, days as text, files as their ids. */
export type FormValue = string | number | boolean | null
export type FormValues = { readonly [field: string]: FormValue }

export type FormField = {
  readonly kind: FieldKind
  readonly label: Text
  readonly required: boolean
  readonly help?: Text
  /** Fields of one group stand in one row under its name: 名单决议：赞成、反对、弃权. */
  readonly group?: Text
  /** Only for a choice: value and its words, in order. */
  readonly options?: { readonly [value: string]: Text }
  /** Only for a count: the least value. */
  readonly least?: number
  /** What the form shows before anybody writes; `today` for a day. */
  readonly preset?: FormValue | 'today'
}

export type Form = { readonly [field: string]: FormField }

/** A rule over several fields: says what is wrong, or null. */
export type FormRule = {
  readonly fields: readonly string[]
  readonly check: (form: FormValues) => Text | null
}

type Given = { label: Text; required?: boolean; help?: Text; group?: Text; preset?: FormValue | 'today' }

/** Field makers: `ask.count({ label: t('应到', 'Entitled') })`. A field is required unless it says `required: false`. */
export const ask = {
  text: (given: Given): FormField => field('text', given),
  note: (given: Given): FormField => field('note', given),
  count: (given: Given & { least?: number }): FormField => ({
    ...field('count', given),
    least: given.least ?? 0,
  }),
  money: (given: Given): FormField => field('money', given),
  day: (given: Given): FormField => field('day', given),
  yesNo: (given: Given): FormField => field('boolean', given),
  file: (given: Given): FormField => field('file', given),
  choice: (given: Given & { options: Record<string, Text> }): FormField => ({
    ...field('choice', given),
    options: given.options,
  }),
}

function field(kind: FieldKind, given: Given): FormField {
  const { label, help, group, preset } = given
  return { kind, label, required: given.required ?? true, help, group, preset }
}

export type FormProblem = { field: string; text: Text }

/** Reads a filled form; every field that is wrong is named at once (`procedure.form`, details.issues). */
export function parseForm(form: Form, rules: readonly FormRule[], raw: Record<string, unknown>): FormValues {
  const problems: FormProblem[] = unknownFields(form, raw)
  const values: Record<string, FormValue> = {}
  for (const [name, one] of Object.entries(form)) {
    const read = parseField(one, raw[name])
    if ('text' in read) problems.push({ field: name, text: read.text })
    else values[name] = read.value
  }
  if (problems.length === 0) problems.push(...brokenRules(rules, values))
  if (problems.length > 0) throw procedureProblems.form({ issues: problems })
  return values
}

function unknownFields(form: Form, raw: Record<string, unknown>): FormProblem[] {
  const extra = Object.keys(raw).filter((name) => !(name in form))
  return extra.map((name) => ({
    field: name,
    text: t(
      `这一步的表里没有“${name}”这一项。请刷新页面再填。`,
      `The form of this step has no field "${name}". Reload the page.`,
    ),
  }))
}

function parseField(one: FormField, raw: unknown): { value: FormValue } | { text: Text } {
  if (raw === undefined || raw === null || raw === '') {
    if (!one.required) return { value: null }
    return { text: t(`“${one.label.zh}”还没有填。`, `"${one.label.en}" is not filled in.`) }
  }
  return parseKind(one, raw)
}

function brokenRules(rules: readonly FormRule[], values: FormValues): FormProblem[] {
  return rules.flatMap((rule) => {
    const text = rule.check(values)
    return text ? [{ field: rule.fields[0] ?? '', text }] : []
  })
}
