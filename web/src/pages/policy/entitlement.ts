// What an assessment means to the person it is about: drawn, entitled, does not apply and by which clause, not decided yet.
import { type Text, t } from '../../app/text.tsx'
import type { Mark } from '../../parts/state-mark.tsx'
import { lackWords } from './lack-words.ts'
import type { Assessment, Booked, Decision, Line, PolicyMeta } from './policy-types.ts'
import { isNotApplicable } from './value-text.ts'

export type Standing = {
  /** What puts drawn amounts together first, then drawn, then entitled, then what does not apply, then what is open. */
  order: number
  mark: Mark
  word: Text
  headline: Line | undefined
  why: Text | undefined
  /** The clause that decides. */
  clause?: Line['citation']
}

type Assessed = Pick<Assessment, 'status' | 'trace' | 'missing' | 'missingParameters' | 'problems'>

/** `booked`: the latest voucher of this policy for this person; `since`: vouchers from this day on are of now. */
export function standingOf(
  assessed: Assessed,
  meta: PolicyMeta,
  { booked, decision, since }: { booked?: Booked; decision?: Decision; since: string },
): Standing {
  const headline = headlineOf(assessed.trace)
  const base = { headline, why: undefined }
  if (assessed.status === 'problem')
    return {
      ...base,
      order: 3,
      mark: 'refused',
      word: t('转人工', 'By hand'),
      why: assessed.problems[0]?.text,
    }
  // A result may be settled although others of the same policy are open.
  if (!headline || headline.state === 'unknown' || headline.state === 'problem')
    return {
      ...base,
      order: 4,
      mark: 'unknown',
      word: t('还不能判断', 'Not decided yet'),
      why: lackWords(headline ? lacksOf(headline) : assessed, meta),
    }
  if (doesNotApply(headline)) return { ...base, ...refusal(treeOf(assessed.trace, headline)[0] ?? headline) }
  if (isDrawn(booked, since)) return { ...base, order: 0, mark: 'doing', word: t('领取中', 'Drawn') }
  return decision
    ? { ...base, order: 1, mark: 'done', word: t('已认定', 'Decided') }
    : { ...base, order: 2, mark: 'done', word: t('符合', 'Fulfilled') }
}

/** Paid as a benefit since then, and not taken back. */
export function isDrawn(booked: Booked | undefined, since: string): boolean {
  return (
    booked !== undefined &&
    booked.purpose === 'benefit' &&
    booked.day >= since &&
    !booked.amount.startsWith('-')
  )
}

/** The policies whose amounts this one puts together: 到手合计 of pension and rural insurance. */
export function putsTogether(trace: readonly Line[]): string[] {
  const own = trace.flatMap(({ type, fact }) => {
    const register = type === 'money' ? fact?.source?.register : undefined
    return register?.startsWith('policy:') ? [register.slice('policy:'.length)] : []
  })
  return [...own, ...trace.flatMap(({ children }) => putsTogether(children))]
}

/** The amount that the policy is about, else the first condition, else the first result. */
export function headlineOf(trace: readonly Line[]): Line | undefined {
  return (
    trace.find(({ type }) => type === 'money') ?? trace.find(({ type }) => type === 'boolean') ?? trace[0]
  )
}

function lacksOf({ missing = [], missingParameters = [] }: Line) {
  return { missing, missingParameters }
}

function doesNotApply({ state, value }: Line): boolean {
  return state === 'na' || isNotApplicable(value) || value === false
}

function refusal(headline: Line) {
  const line = decidingLine(headline)
  const clause = line.branch?.citation ?? line.citation ?? headline.citation
  return {
    order: 3,
    mark: 'same' as const,
    word: t('不适用', 'Does not apply'),
    why: refusalWords(line),
    ...(clause ? { clause } : {}),
  }
}

/** Down to the condition that does not hold, or to the value that does not apply. */
function decidingLine(line: Line): Line {
  const next =
    line.children.find(
      ({ type, state, value }) => type === 'boolean' && state === 'known' && value === false,
    ) ?? line.children.find(({ state }) => state === 'na')
  return next ? decidingLine(next) : line
}

function refusalWords({ label, type, value, formula, because = formula, branch }: Line): Text {
  if (type === 'boolean' && value === false)
    return because
      ? t(`${label.zh}不成立：${because.zh}`, `${label.en} does not hold: ${because.en}`)
      : t(`${label.zh}：否`, `${label.en}: no`)
  return branch?.reason ?? formula ?? label
}

/** One result and the checks as a tree of their own: what was told in full above is told in full here. */
export function treeOf(trace: readonly Line[], headline: Line): Line[] {
  const full = new Map<string, Line>()
  const collect = (line: Line) => {
    if (!line.repeated) full.set(keyOf(line), line)
    line.children.forEach(collect)
  }
  trace.forEach(collect)
  const shown = new Set<string>()
  const whole = (line: Line): Line => {
    const own = full.get(keyOf(line)) ?? line
    const isAgain = shown.has(keyOf(line))
    if (isAgain && own.children.length > 0) return { ...line, repeated: true, children: [] }
    shown.add(keyOf(line))
    const { repeated: _, ...told } = own
    return { ...told, children: own.children.map(whole) }
  }
  const checks = trace.filter(({ kind, id }) => kind === 'check' && id !== headline.id)
  return [headline, ...checks].map(whole)
}

/** A pass of a list is told anew each time, so it is its own. */
function keyOf({ kind, id, label, text }: Line): string {
  return kind === 'pass' ? `${kind} ${id} ${text.zh}` : `${kind} ${id} ${label.zh}`
}

/** Where a fact is the result of another policy of the list, that policy's reasoning stands below it. */
export function graft(
  lines: readonly Line[],
  others: readonly { policy: string; trace: readonly Line[] }[],
): Line[] {
  return lines.map((line) => {
    const { register, field } = line.fact?.source ?? {}
    const other = others.find(({ policy }) => register === `policy:${policy}`)
    const result = other?.trace.find(({ id }) => id === field)
    if (!other || !result || line.repeated) return { ...line, children: graft(line.children, others) }
    const [told = result] = treeOf(other.trace, result)
    const rest = others.filter((one) => one !== other)
    const { formula, citation = line.citation, branch, notTaken } = told
    return {
      ...line,
      ...given({ formula, citation, branch, notTaken }),
      children: graft(told.children, rest),
    }
  })
}

/** Without what is not there, so that it does not hide what is. */
function given<T extends object>(parts: T): Partial<T> {
  const there = Object.entries(parts).filter(([, value]) => value !== undefined)
  return Object.fromEntries(there) as Partial<T> // `as`: the entries are those of T
}

/** The other amounts beside the headline: 本基金发放 240.00 元，由农保发放 80.00 元. */
export function sharesOf(trace: readonly Line[], headline: Line): Line[] {
  return trace.filter(
    ({ id, type, state, value }) =>
      type === 'money' && state === 'known' && id !== headline.id && value !== '0.00',
  )
}

/** The record in which the first missing fact is to be filled in; a fact that is stated when applying has none. */
export function whereMissing(lines: readonly Line[]): { register: string; id?: string } | undefined {
  for (const { kind, state, fact, children } of lines) {
    const { register, id } = fact?.source ?? {}
    if (kind === 'fact' && state === 'unknown' && register && !register.startsWith('policy:'))
      return id === undefined ? { register } : { register, id }
    const below = whereMissing(children)
    if (below) return below
  }
  return undefined
}
