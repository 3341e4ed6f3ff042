// What was drawn above this area and has to be looked at in it; nothing is shown where nothing was.
import { useCall } from '../../api.ts'
import { useGo } from '../../app/link.tsx'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { type ShareLine, stateOf } from './sampling-words.ts'

const title = t('上级抽的，在本地查', 'Drawn above, looked at here')

export function SharesSheet() {
  const say = useText()
  const go = useGo()
  const pages = usePages<number>()
  const { meta } = useSession()
  const read = useCall('sample.shares', { after: pages.after })
  if (read.error) return <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />
  if (!read.data || (read.data.shares.length === 0 && pages.after === undefined)) return null
  const labelOf = (design: string) => meta.samples.find(({ id }) => id === design)?.label ?? t(design, design)
  return (
    <Sheet title={title} note={say(t('只数本地的记录', 'records of this area only'))} flush>
      <DataTable
        label={title}
        columns={columnsOf(say, labelOf, meta.today)}
        rows={read.data.shares}
        rowKey={(row) => row.sampleId}
        onOpen={(row) => go(`/verify/sampling/here/${row.sampleId}`)}
        pager={pages.pager(read.data.next)}
      />
    </Sheet>
  )
}

function columnsOf(
  say: ReturnType<typeof useText>,
  labelOf: (design: string) => { zh: string; en: string },
  today: string,
): Column<ShareLine>[] {
  return [
    { key: 'title', label: t('名称', 'Title'), cell: (row) => row.title, slack: true, card: 'title' },
    { key: 'design', label: t('查什么', 'What'), cell: (row) => say(labelOf(row.design)), card: 'hidden' },
    { key: 'size', label: t('要查', 'To look at'), number: true, cell: (row) => row.size, card: 'fact' },
    { key: 'looked', label: t('有结果', 'Results'), number: true, cell: (row) => row.looked, card: 'fact' },
    { key: 'faulty', label: t('有错', 'Faulty'), number: true, cell: (row) => row.faulty, card: 'hidden' },
    { key: 'due', label: t('期限', 'Due'), cell: (row) => row.due, card: 'fact' },
    {
      key: 'state',
      label: t('状态', 'State'),
      cell: (row) => <StateMark {...standing(row, today)} />,
      card: 'state',
    },
  ]
}

function standing(row: ShareLine, today: string) {
  const late = row.closedAt === null && row.looked < row.size && row.due < today
  return late ? { mark: 'late' as const, word: t('过了期限', 'late') } : stateOf(row)
}
