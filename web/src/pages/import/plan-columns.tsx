// ② Each column of a sheet beside the field it is taken for, with three of its values.
import { Select } from 'antd'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import type { Import } from './import-words.ts'

type Plan = Import['sheets'][number]
type Col = Plan['columns'][number]

type ColumnsProps = {
  given: Import
  plan: Plan
  /** What was chosen for them: column letters -> target. */
  columns: Record<string, string>
  onChange: (part: { columns: Record<string, string> }) => void
}

export function PlanColumns({ given, plan, columns, onChange }: ColumnsProps) {
  const say = useText()
  const options = useTargets(given)
  const onColumn = (letters: string, target: string) =>
    onChange({ columns: { ...columns, [letters]: target } })
  return (
    <DataTable
      label={plan.name}
      columns={tableColumns({ say, options, columns, onColumn })}
      rows={plan.columns}
      rowKey={(column) => column.letters}
    />
  )
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
  layout: t('照存的格式', 'kept layout'),
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
      cell: (column) => {
        const how = columns[column.letters] ? 'chosen' : column.how
        if (how === 'none') return <StateMark mark="doubt" word={howWords.none} />
        return <span className="note">{say(howWords[how])}</span>
      },
    },
    {
      key: 'samples',
      label: t('表里的值', 'Values'),
      cell: (column) => column.samples.join('　'),
      slack: true,
    },
  ]
}
