/** Spells of time in lists (AMB-43, LS-14, EP-05). Half-open: `until` does not belong to the spell; 不适用 there means that it still runs. */
import type { Day } from '../../day.ts'
import { addMonths, daysBetween, firstOfMonth } from '../../day.ts'
import { t } from '../../label.ts'
import type { Ratio } from '../../ratio.ts'
import { compareRatio, ratio } from '../../ratio.ts'
import type { LongestNode, MonthsCoveredNode, RunsNode } from '../node.ts'
import { absorbing, finding, known, lacking, na, yes } from '../reading.ts'
import type { Element, FieldTypes, Known, ListValue, Reading } from '../types.ts'
import type { KindRule, TypeOf } from './rule.ts'
import { misfit, phrase } from './rule.ts'
import { calendarMonths } from './time.ts'

const NO_END = '9999-12-31' as Day

type Spell = { readonly from: Day; readonly until: Day; readonly record: Element['record'] }

export const runsRule: KindRule<RunsNode> = {
  parts: (node) => [node.list, node.maxGap],
  type: (node, typeOf) => {
    const fields = spellFields(node, typeOf)
    return { kind: 'list', fields: { from: fields.from, until: fields.until } }
  },
  evaluate: (node, run) =>
    absorbing([run(node.list), run(node.maxGap)], ([list, gap]) =>
      withSpells(list as ListValue, node, (spells) =>
        known({ elements: merge(spells, gap as Ratio).map(elementOf) }),
      ),
    ),
  words: (node, say) =>
    phrase(
      (x) => `${x(0)} 连起来（间隔不超过 ${x(1)}）`,
      (x) => `${x(0)} joined (gaps of at most ${x(1)})`,
      [say(node.list), say(node.maxGap)],
    ),
}

export const longestRule: KindRule<LongestNode> = {
  parts: (node) => [node.list],
  type: (node, typeOf) => {
    spellFields(node, typeOf)
    return { kind: 'record', fields: listFields(node.list, typeOf) }
  },
  evaluate: (node, run) =>
    absorbing([run(node.list)], ([list]) => withSpells(list as ListValue, node, longest)),
  words: (node, say) =>
    phrase(
      (x) => `${x(0)} 中最长的一段`,
      (x) => `the longest of ${x(0)}`,
      [say(node.list)],
    ),
}

export const monthsCoveredRule: KindRule<MonthsCoveredNode> = {
  parts: (node) => [node.list, node.start, node.end],
  type: (node, typeOf) => {
    spellFields(node, typeOf)
    return { kind: 'months' }
  },
  evaluate: (node, run) =>
    absorbing([run(node.list), run(node.start), run(node.end)], ([list, start, end]) =>
      withSpells(list as ListValue, node, (spells) =>
        known(
          covered(merge(spells, ratio(0)), { start: start as Day, end: end as Day, counting: node.counting }),
        ),
      ),
    ),
  words: (node, say) => {
    const how = node.counting === 'whole' ? t('整月覆盖', 'wholly covered') : t('涉及', 'touched')
    return phrase(
      (x) => `${x(1)} 至 ${x(2)} 之间 ${x(0)} ${how.zh}的月数`,
      (x) => `months from ${x(1)} to ${x(2)} ${how.en} by ${x(0)}`,
      [say(node.list), say(node.start), say(node.end)],
    )
  },
}

/** The spells of a list in order of time; open where one of them is, a finding where one ends before it begins. */
function withSpells(
  list: ListValue,
  names: { from: string; until: string },
  compute: (spells: readonly Spell[]) => Reading,
): Reading {
  const read = list.elements.map((e) => ({
    e,
    from: e.record.fields[names.from] ?? na,
    until: e.record.fields[names.until] ?? na,
  }))
  const concerned = read.filter((s) => s.from.state !== 'na')
  const open = lacking(
    concerned.flatMap((s) => [s.e.present, s.from, s.until.state === 'na' ? yes : s.until]),
  )
  if (open) return open
  const spells = concerned.map(
    ({ e, from, until }): Spell => ({
      record: e.record,
      from: (from as Known).value as Day,
      until: until.state === 'na' ? NO_END : ((until as Known).value as Day),
    }),
  )
  const reversed = spells.find((s) => s.until < s.from)
  if (reversed) return reversedSpell(reversed)
  return compute(
    spells.filter((s) => s.from < s.until).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
  )
}

function reversedSpell({ from, until }: Spell): Reading {
  return finding(
    'expression.spellReversed',
    t(
      `有一段的起止日期是倒的：${from} 至 ${until}。请更正。`,
      `A spell ends before it begins: ${from} to ${until}. Correct it.`,
    ),
    { details: { from, until } },
  )
}

/** Joins spells with at most `gap` days between the end of one and the start of the next. */
function merge(spells: readonly Spell[], gap: Ratio): readonly Spell[] {
  const runs: Spell[] = []
  for (const spell of spells) {
    const last = runs.at(-1)
    if (last && compareRatio(ratio(daysBetween(last.until, spell.from)), gap) <= 0)
      runs[runs.length - 1] = { ...last, until: later(spell.until, last.until) }
    else runs.push(spell)
  }
  return runs
}

function elementOf({ from, until }: Spell): Element {
  return {
    record: { fields: { from: known(from), until: until === NO_END ? na : known(until) } },
    present: yes,
  }
}

function longest(spells: readonly Spell[]): Reading {
  const [first, ...rest] = spells
  if (!first) return na
  return known(
    rest.reduce((a, s) => (daysBetween(s.from, s.until) > daysBetween(a.from, a.until) ? s : a), first)
      .record,
  )
}

/** Calendar months of [start, end) that the runs cover wholly, or touch. */
function covered(
  runs: readonly Spell[],
  { start, end, counting }: { start: Day; end: Day; counting: 'whole' | 'touched' },
): number {
  const first = firstOfMonth(start)
  const months = Array.from({ length: Math.max(0, calendarMonths(first, end) + 1) }, (_, i) =>
    addMonths(first, i),
  )
  const whole = (month: Day) =>
    month >= start &&
    addMonths(month, 1) <= end &&
    runs.some((r) => r.from <= month && addMonths(month, 1) <= r.until)
  const touched = (month: Day) =>
    runs.some((r) => later(r.from, later(month, start)) < earlier(r.until, earlier(addMonths(month, 1), end)))
  return months.filter(counting === 'whole' ? whole : touched).length
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b
}

function listFields(list: RunsNode['list'], typeOf: TypeOf): FieldTypes {
  const type = typeOf(list)
  if (type.kind !== 'list') throw misfit('这里要一组记录。', 'A list is needed here.')
  return type.fields
}

function spellFields(node: { list: RunsNode['list']; from: string; until: string }, typeOf: TypeOf) {
  const fields = listFields(node.list, typeOf)
  const [from, until] = [fields[node.from], fields[node.until]]
  if (from?.type.kind !== 'day' || until?.type.kind !== 'day')
    throw misfit('一段时间的起止要是日期。', 'A spell begins and ends on days.')
  return { from, until }
}
