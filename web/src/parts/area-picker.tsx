// Choosing a township, village or group: a tree within one's scope, found by name, pinyin or code.
import { useQuery } from '@tanstack/react-query'
import { TreeSelect } from 'antd'
import { useId, useMemo } from 'react'
import { call } from '../api.ts'
import { t, useText } from '../app/text.tsx'
import type { WebProblem } from '../problem.ts'

export type Area = {
  code: string
  name: string
  level: string
  parent: string | null
  pinyin?: string
  until?: string
}
export type AreaNode = {
  value: string
  title: string
  search: string
  selectable: boolean
  children: AreaNode[]
}

type AreaPickerProps = {
  /** Area code: 6, 9, 12 or 15 digits. */
  value?: string | null
  onChange?: (code: string | undefined) => void
  /** The lowest and the highest level that may be chosen, by digits of the code. */
  levels?: readonly number[]
  id?: string
  disabled?: boolean
  label?: string
}

/** `<AreaPicker value={area} onChange={setArea} levels={[12, 15]} />` */
export function AreaPicker({ value, onChange, levels, id, disabled, label }: AreaPickerProps) {
  const say = useText()
  const { data, isPending, error } = useAreas()
  // Places that ended keep their name on old papers, but nothing new is put there.
  const tree = useMemo(
    () =>
      areaTree(
        (data ?? []).filter((area) => !area.until || area.code === value),
        levels,
      ),
    [data, levels, value],
  )
  const ownId = useId()
  const selectId = id ?? ownId
  return (
    <TreeSelect
      id={selectId}
      // antd points aria-owns at this list but gives the tree another id
      popupRender={(list) => <div id={`${selectId}_list`}>{list}</div>}
      aria-label={label ?? say(t('地区', 'Area'))}
      className="area-picker"
      style={{ minWidth: 180 }}
      popupMatchSelectWidth={280}
      showSearch={{ treeNodeFilterProp: 'search' }}
      allowClear
      disabled={disabled}
      loading={isPending}
      status={error ? 'error' : undefined}
      value={value ?? undefined}
      treeData={tree}
      onChange={(code?: string) => onChange?.(code)}
      placeholder={say(t('乡镇、村、组', 'Township, village, group'))}
    />
  )
}

/** All areas in scope, asked once a session. */
export function useAreas() {
  return useQuery<readonly Area[], WebProblem>({ queryKey: ['areas'], queryFn: allAreas, staleTime: 600_000 })
}

/** The name of an area with those above it below the county: 柳溪镇 石桥村 三组. */
export function useAreaName(): (code: string | null | undefined) => string {
  const { data } = useAreas()
  const byCode = useMemo(() => new Map((data ?? []).map((area) => [area.code, area])), [data])
  return (code) => (code ? areaName(code, byCode) : '')
}

/** Pure: names from the township down; the code itself where the area is not known here. */
export function areaName(code: string, byCode: ReadonlyMap<string, Area>): string {
  const lengths = code.length <= 6 ? [6] : [9, 12, 15].filter((length) => length <= code.length)
  const names = lengths.flatMap((length) => byCode.get(code.slice(0, length))?.name ?? [])
  return names.length > 0 ? names.join(' ') : code
}

/** Pure: a flat list as a tree, in code order. */
export function areaTree(areas: readonly Area[], levels?: readonly number[]): AreaNode[] {
  const nodes = new Map(areas.map((area) => [area.code, nodeOf(area, levels)]))
  const roots: AreaNode[] = []
  for (const area of [...areas].sort((a, b) => a.code.localeCompare(b.code))) {
    const node = nodes.get(area.code)
    if (node) (nodes.get(area.parent ?? '')?.children ?? roots).push(node)
  }
  return roots
}

function nodeOf(area: Area, levels: readonly number[] | undefined): AreaNode {
  return {
    value: area.code,
    title: area.name,
    search: `${area.name} ${area.pinyin ?? ''} ${area.code}`,
    selectable: levels === undefined || levels.includes(area.code.length),
    children: [],
  }
}

type AreaRow = { values: Record<string, unknown> }

/** A row of the register of areas. Its values are text; the code alone tells the tree if `parent` was not filled in. */
function areaOf({ values }: AreaRow): Area {
  const code = String(values.code)
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  return {
    code,
    name: text(values.name) ?? code,
    level: text(values.level) ?? '',
    parent: text(values.parent) ?? parentCode(code),
    pinyin: text(values.pinyin),
    until: text(values.until),
  }
}

function parentCode(code: string): string | null {
  const length = { 15: 12, 12: 9, 9: 6 }[code.length]
  return length ? code.slice(0, length) : null
}

async function allAreas(): Promise<readonly Area[]> {
  const areas: Area[] = []
  let after: string | null | undefined
  do {
    const page = await call('register.list', { register: 'area', limit: 200, after: after ?? undefined })
    areas.push(...page.rows.map(areaOf))
    after = page.next
  } while (after !== null && after !== undefined)
  return areas
}
