// The kept layouts of senders' tables: whose, by whom, when last used; named, put right, removed.
import { Button } from 'antd'
import { useState } from 'react'
import { useAct, useCall } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { momentText } from '../register/moment.ts'
import { type Layout, LayoutEditSheet, type Layouts } from './layout-edit-sheet.tsx'
import { NewLayoutSheet } from './new-layout-sheet.tsx'
import './layouts.css'

const title = t('各单位的报表格式', 'Layouts of senders')

export function LayoutsSheet({ register }: { register: string }) {
  const say = useText()
  const [open, setOpen] = useState<number>()
  const [adding, setAdding] = useState(false)
  const read = useCall('import.layouts', { register })
  if (read.error) return <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />
  const chosen = read.data?.layouts.find(({ id }) => id === open)
  return (
    <>
      <Sheet
        title={title}
        note={say(t('表头在哪、各列是什么', 'where the heading is, what the columns mean'))}
        actions={
          read.data?.can.change &&
          !adding && <Button onClick={() => setAdding(true)}>{say(t('加一种格式', 'Add a layout'))}</Button>
        }
        flush
      >
        <DataTable
          label={title}
          columns={columnsOf(read.data, { say, onOpen: setOpen })}
          rows={read.data?.layouts}
          rowKey={(row) => row.id}
          empty={
            <EmptyNote
              text={t(
                '还没有。导入时换了表头行，或给格式取了名，就记在这里；也可以现在加一种。',
                'None yet. A heading chosen or a layout named during an import is kept here; one can be added now, too.',
              )}
            />
          }
        />
      </Sheet>
      {adding && (
        <NewLayoutSheet
          register={register}
          onLeave={() => setAdding(false)}
          onDone={(id) => {
            setAdding(false)
            setOpen(id)
          }}
        />
      )}
      {read.data && chosen && (
        <LayoutEditSheet key={chosen.id} all={read.data} layout={chosen} onDone={() => setOpen(undefined)} />
      )}
    </>
  )
}

type Saying = { say: ReturnType<typeof useText>; onOpen: (id: number) => void }

function columnsOf(all: Layouts | undefined, { say, onOpen }: Saying): Column<Layout>[] {
  return [
    { key: 'name', label: t('格式', 'Layout'), cell: (row) => <b>{row.name}</b>, card: 'title', slack: true },
    { key: 'sender', label: t('谁报来的表', 'Files of'), cell: (row) => row.sender },
    {
      key: 'shape',
      label: t('样子', 'Shape'),
      cell: (row) =>
        say(
          row.use
            ? t(
                `表头 ${row.lines} 行，${row.columns.length} 列`,
                `${row.lines} heading rows, ${row.columns.length} columns`,
              )
            : t('这种表不导', 'left out'),
        ),
    },
    {
      key: 'used',
      label: t('用过', 'Used'),
      cell: (row) =>
        row.usedAt
          ? say(
              t(
                `${row.used} 次，最近 ${momentText(row.usedAt)}`,
                `${row.used} times, last ${momentText(row.usedAt)}`,
              ),
            )
          : say(t('还没有', 'not yet')),
    },
    {
      key: 'by',
      label: t('谁记的', 'Kept by'),
      cell: (row) => `${row.by} ${momentText(row.at)}`,
      minor: true,
    },
    {
      key: 'act',
      label: '',
      cell: (row) => all?.can.change && <Acts layout={row} onOpen={() => onOpen(row.id)} />,
    },
  ]
}

function Acts({ layout, onOpen }: { layout: Layout; onOpen: () => void }) {
  const say = useText()
  const drop = useAct('import.dropLayout')
  return (
    <>
      <button
        type="button"
        className="link-button"
        aria-label={say(t(`改“${layout.name}”`, `Change "${layout.name}"`))}
        onClick={onOpen}
      >
        {say(t('改', 'Change'))}
      </button>{' '}
      <button
        type="button"
        className="link-button"
        aria-label={say(t(`去掉“${layout.name}”`, `Remove "${layout.name}"`))}
        onClick={() => drop.mutate({ id: layout.id })}
      >
        {say(t('去掉', 'Remove'))}
      </button>
      {drop.error && <ProblemNote problem={drop.error} />}
    </>
  )
}
