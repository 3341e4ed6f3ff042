// The figures of a declared file, to be read beside what was found.
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import type { Content } from './figures-types.ts'

type DeclaredSet = Extract<Content, { kind: 'set' }>['set']
type Figure = DeclaredSet['figures'][number]

const bounds = { '=': '', '>=': '以上', '<=': '以下', '~': '左右', '<': '（不足）', '>': '（超过）' } as const

export function SetTable({ set }: { set: DeclaredSet }) {
  const say = useText()
  const columns: Column<Figure>[] = [
    { key: 'label', label: t('名称', 'Name'), cell: (row) => row.label, slack: true, card: 'title' },
    {
      key: 'value',
      label: t('数值', 'Value'),
      number: true,
      cell: (row) =>
        row.value === null ? say(t('不详', 'unknown')) : `${row.value}${bounds[row.qualifier ?? '=']}`,
    },
    { key: 'unit', label: t('单位', 'Unit'), cell: (row) => row.unit ?? '' },
    { key: 'rounding', label: t('舍入到', 'Rounded to'), number: true, cell: (row) => row.rounding ?? '' },
    { key: 'place', label: t('出处', 'Source'), cell: (row) => row.place ?? '', minor: true },
  ]
  return (
    <>
      <p className="note">
        {say(
          t(
            `写好的核对：${set.figures.length} 个数，${set.relations.length} 条关系。`,
            `A declared file: ${set.figures.length} figures, ${set.relations.length} relations.`,
          ),
        )}
      </p>
      {set.figures.length > 0 && (
        <DataTable label={t('数', 'Figures')} columns={columns} rows={set.figures} rowKey={(row) => row.id} />
      )}
    </>
  )
}
