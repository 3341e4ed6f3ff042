// A kept layout put right: its name, whether such sheets are taken, what each column means.
import { Button, Input, Select, Switch } from 'antd'
import { useState } from 'react'
import { type Output, useAct } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'

export type Layouts = Output<'import.layouts'>
export type Layout = Layouts['layouts'][number]

type EditProps = { all: Layouts; layout: Layout; onDone: () => void }

export function LayoutEditSheet({ all, layout, onDone }: EditProps) {
  const say = useText()
  const [name, setName] = useState(layout.name)
  const [use, setUse] = useState(layout.use)
  const [columns, setColumns] = useState<Record<string, string | null>>({})
  const change = useAct('import.changeLayout', { onDone })
  return (
    <Sheet
      title={t(`改格式“${layout.name}”`, `Change "${layout.name}"`)}
      note={layout.sender}
      footer={
        <>
          <span>
            {say(t('对以后传的表有效；已经传的不变。', 'It holds for files uploaded from now on.'))}
          </span>
          <Button onClick={onDone}>{say(t('不改了', 'Leave as it is'))}</Button>
          <Button
            type="primary"
            disabled={name.trim() === ''}
            loading={change.isPending}
            onClick={() => change.mutate({ id: layout.id, name, use, columns })}
          >
            {say(t('保存', 'Save'))}
          </Button>
        </>
      }
    >
      <div className="import-layout-name">
        <Input
          aria-label={say(t('格式名称', 'Name of the layout'))}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
        />
        <Switch
          checked={use}
          onChange={setUse}
          aria-label={say(t('这种表要导', 'Such sheets are imported'))}
          checkedChildren={say(t('导入', 'in'))}
          unCheckedChildren={say(t('不导', 'out'))}
        />
      </div>
      <Heads all={all} layout={layout} columns={columns} onChange={setColumns} />
      {change.error && <ProblemNote problem={change.error} />}
    </Sheet>
  )
}

type HeadsProps = Pick<EditProps, 'all' | 'layout'> & {
  columns: Record<string, string | null>
  onChange: (columns: Record<string, string | null>) => void
}

const AS_WORDS = ''

function Heads({ all, layout, columns, onChange }: HeadsProps) {
  const say = useText()
  const options = [
    { value: AS_WORDS, label: say(t('（照栏名认）', '(by its name)')) },
    { value: ':note', label: say(t('（附注：原样留着）', '(kept as a remark)')) },
    { value: ':ignore', label: say(t('（不导）', '(left out)')) },
    ...all.targets.map(({ target, label }) => ({ value: target, label: say(label) })),
  ]
  const rows = layout.columns.map((column, at) => ({ ...column, at: String(at) }))
  const meaning = (row: (typeof rows)[number]) => (row.at in columns ? columns[row.at] : row.target) ?? null
  return (
    <DataTable
      label={t('各列', 'Columns')}
      rows={rows}
      rowKey={(row) => row.at}
      columns={[
        {
          key: 'head',
          label: t('表里的栏名', 'Heading'),
          cell: (row) => <b>{row.head}</b>,
          card: 'title',
        },
        {
          key: 'target',
          label: t('名册里的栏', 'Field'),
          width: 240,
          cell: (row) => (
            <Select
              size="small"
              className="import-target"
              aria-label={say(t(`“${row.head}”对到`, `"${row.head}" means`))}
              value={meaning(row) ?? AS_WORDS}
              options={options}
              onChange={(target) => onChange({ ...columns, [row.at]: target === AS_WORDS ? null : target })}
              showSearch
              optionFilterProp="label"
            />
          ),
        },
        {
          key: 'how',
          label: '',
          slack: true,
          cell: (row) =>
            meaning(row) === null && (
              <span className="note">
                {say(
                  t('没有指定。照栏名认，认不出的作附注。', 'Not told: by its name, else kept as a remark.'),
                )}
              </span>
            ),
        },
      ]}
    />
  )
}
