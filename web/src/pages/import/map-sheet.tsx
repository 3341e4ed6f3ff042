// ② Each column of the sheet beside the field it is taken for, with three of its values.
import { Select, Switch } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { ActLine } from '../../parts/act-line.tsx'
import { useAreaName } from '../../parts/area-picker.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { Stack } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import type { Import } from './import-words.ts'

type Plan = Import['sheets'][number]
type Col = Plan['columns'][number]
type Chosen = Record<string, { use: boolean; columns: Record<string, string> }>

export function MapSheet({ given, onRead }: { given: Import; onRead: () => void }) {
  const [chosen, setChosen] = useState<Chosen>({})
  const map = useAct('import.map', { onDone: onRead })
  const set = (name: string, part: Partial<Chosen[string]>) => {
    const before = chosen[name] ?? {
      use: given.sheets.find((sheet) => sheet.name === name)?.use ?? true,
      columns: {},
    }
    setChosen({ ...chosen, [name]: { ...before, ...part } })
  }
  const send = () =>
    map.mutate({
      importId: given.id,
      sheets: Object.entries(chosen).map(([name, one]) => ({ name, ...one })),
    })
  return (
    <Stack>
      {given.sheets.map((plan) => (
        <PlanSheet
          key={plan.name}
          given={given}
          plan={plan}
          use={chosen[plan.name]?.use ?? plan.use}
          columns={chosen[plan.name]?.columns ?? {}}
          onUse={(use) => set(plan.name, { use })}
          onColumn={(letters, target) =>
            set(plan.name, { columns: { ...chosen[plan.name]?.columns, [letters]: target } })
          }
        />
      ))}
      <Sheet>
        <ActLine
          word={t('对好了，读这份表', 'Read the sheet')}
          consequence={t(
            '您改过的对法，这个单位的表下次自动照办。读完先看差异，入册之前什么都不会变。',
            'What you correct is remembered for the sender. Nothing changes before you commit.',
          )}
          onAct={send}
          busy={map.isPending}
          problem={map.error}
        />
      </Sheet>
    </Stack>
  )
}

type PlanProps = {
  given: Import
  plan: Plan
  use: boolean
  columns: Record<string, string>
  onUse: (use: boolean) => void
  onColumn: (letters: string, target: string) => void
}

function PlanSheet({ given, plan, use, columns, onUse, onColumn }: PlanProps) {
  const say = useText()
  const options = useTargets(given)
  if (!plan.head)
    return (
      <Sheet
        title={plan.name}
        note={say(t('没有找到表头，不导这张。', 'No heading was found; this sheet is left out.'))}
      />
    )
  return (
    <Sheet
      title={plan.name}
      note={<Found plan={plan} />}
      states={plan.hidden && <StateMark mark="paused" word={t('隐藏的表', 'hidden sheet')} />}
      actions={
        <Switch
          checked={use}
          onChange={onUse}
          aria-label={say(t(`导入“${plan.name}”`, `Import "${plan.name}"`))}
          checkedChildren={say(t('导入', 'in'))}
          unCheckedChildren={say(t('不导', 'out'))}
        />
      }
      flush
    >
      {use && (
        <DataTable
          label={plan.name}
          columns={tableColumns({ say, options, columns, onColumn })}
          rows={plan.columns}
          rowKey={(column) => column.letters}
        />
      )}
    </Sheet>
  )
}

/** What was found by itself is said. */
function Found({ plan }: { plan: Plan }) {
  const say = useText()
  const areaName = useAreaName()
  if (!plan.head) return null
  const { top, bottom } = plan.head
  const lines =
    top === bottom
      ? t(`表头在第 ${top} 行`, `heading in row ${top}`)
      : t(`表头在第 ${top}—${bottom} 行（合并）`, `heading in rows ${top}–${bottom}`)
  const place = plan.within
    ? t(`；讲的是${areaName(plan.within)}`, `; about ${areaName(plan.within)}`)
    : t('', '')
  const titles =
    plan.titles.length > 0
      ? t(`；标题行“${plan.titles[0]}”已跳过`, `; title "${plan.titles[0]}" passed over`)
      : t('', '')
  return <>{say(t(lines.zh + titles.zh + place.zh, lines.en + titles.en + place.en))}</>
}

function useTargets(given: Import) {
  const say = useText()
  return [
    { value: ':note', label: say(t('（附注：原样留着）', '(kept as a remark)')) },
    { value: ':ignore', label: say(t('（不导）', '(left out)')) },
    ...given.targets.map(({ target, label, required }) => ({
      value: target,
      label: `${say(label)}${required ? ' *' : ''}`,
    })),
  ]
}

const howWords: Record<Col['how'], ReturnType<typeof t>> = {
  label: t('栏名相同', 'same name'),
  alias: t('常见写法', 'known wording'),
  word: t('常见写法', 'known wording'),
  taught: t('加上的写法', 'an added word'),
  remembered: t('照上次', 'as last time'),
  chosen: t('您选的', 'your choice'),
  none: t('没认出', 'not recognised'),
}

function tableColumns(given: {
  say: ReturnType<typeof useText>
  options: { value: string; label: string }[]
  columns: Record<string, string>
  onColumn: (letters: string, target: string) => void
}): Column<Col>[] {
  const { say, options, columns, onColumn } = given
  return [
    { key: 'letters', label: t('列', 'Column'), cell: (column) => column.letters, width: 48 },
    { key: 'head', label: t('表里的栏名', 'Heading'), cell: (column) => <b>{column.head}</b>, width: 200 },
    {
      key: 'target',
      label: t('名册里的栏', 'Field'),
      width: 240,
      cell: (column) => (
        <Select
          size="small"
          className="import-target"
          aria-label={say(t(`${column.letters} 列“${column.head}”对到`, `Column ${column.letters} means`))}
          value={columns[column.letters] ?? column.target}
          options={options}
          onChange={(target) => onColumn(column.letters, target)}
          showSearch
          optionFilterProp="label"
        />
      ),
    },
    {
      key: 'how',
      label: t('怎么认的', 'How'),
      cell: (column) => (
        <span className="note">{say(howWords[columns[column.letters] ? 'chosen' : column.how])}</span>
      ),
    },
    {
      key: 'samples',
      label: t('表里的值', 'Values'),
      cell: (column) => column.samples.join('　'),
      slack: true,
    },
  ]
}
