// 名单比对: another office's list beside a register; below, what waits for a second person and what was compared before.
import { useState } from 'react'
import { type Output, useCall } from '../../api.ts'
import { useGo } from '../../app/link.tsx'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Page as PageFrame, Stack } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { AdoptionTable } from './compare-adoptions.tsx'
import { StartSheet } from './compare-start.tsx'
import { figure, stateWords } from './compare-words.ts'
import './verify.css'
import './compare.css'

type Row = Output<'compare.list'>['comparisons'][number]

export function Page() {
  const say = useText()
  const may = useMay()
  const go = useGo()
  const read = useCall('compare.list', {})
  return (
    <PageFrame
      crumb={[{ label: t('疑点', 'Findings'), to: '/findings' }]}
      title={t('名单比对', 'Compare a list')}
      sentence={say(
        t(
          '把别的单位的名单与名册放在一起比。比对不改名册：有出入的成为疑点，要改的由一人提出、另一人确认。',
          'Another office’s list beside a register. Comparing changes nothing: what differs becomes a finding, and what is to change is proposed by one and confirmed by another.',
        ),
      )}
    >
      <Stack>
        {may('verify.run') && <StartSheet />}
        <Waiting />
        <Sheet title={t('比过的名单', 'Compared lists')} flush>
          <DataTable
            label={t('比过的名单', 'Compared lists')}
            columns={columns(say)}
            rows={read.data?.comparisons}
            rowKey={(row) => row.id}
            onOpen={(row) => go(`/verify/compare/${row.id}`)}
            problem={read.error}
            onRetry={() => void read.refetch()}
            empty={<EmptyNote text={t('还没有比过名单。', 'No list has been compared yet.')} />}
          />
        </Sheet>
      </Stack>
    </PageFrame>
  )
}

/** What another proposed and this person may confirm. */
function Waiting() {
  const [chosen, setChosen] = useState<number[]>([])
  const read = useCall('compare.adoptions', { state: 'proposed' })
  const adoptions = read.data?.adoptions ?? []
  if (adoptions.length === 0) return null
  return (
    <Sheet
      title={t('等第二人确认的采信', 'Adoptions that await another person')}
      note={figure(adoptions.length)}
      flush
    >
      <AdoptionTable adoptions={adoptions} chosen={chosen} onChoose={setChosen} />
    </Sheet>
  )
}

function columns(say: ReturnType<typeof useText>): Column<Row>[] {
  const count = (row: Row, ...names: string[]) =>
    row.state === 'done' ? figure(names.reduce((sum, name) => sum + (row.counts[name] ?? 0), 0)) : ''
  return [
    { key: 'file', label: t('名单', 'List'), cell: (row) => row.fileName, slack: true, card: 'title' },
    { key: 'kind', label: t('怎么比', 'Kind'), cell: (row) => say(row.label) },
    { key: 'sender', label: t('谁给的', 'From'), cell: (row) => row.sender },
    { key: 'day', label: t('名单日期', 'As of'), cell: (row) => row.listDate },
    {
      key: 'read',
      label: t('行数', 'Rows'),
      number: true,
      cell: (row) => (row.read > 0 ? figure(row.read) : ''),
    },
    { key: 'differs', label: t('有不同', 'Differ'), number: true, cell: (row) => count(row, 'differs') },
    {
      key: 'candidate',
      label: t('待认', 'To be told'),
      number: true,
      cell: (row) => count(row, 'candidate'),
    },
    {
      key: 'sides',
      label: t('只在一边', 'One side only'),
      number: true,
      cell: (row) => count(row, 'onlyThere', 'onlyHere'),
      minor: true,
    },
    { key: 'findings', label: t('疑点', 'Findings'), number: true, cell: (row) => count(row, 'findings') },
    { key: 'maker', label: t('比对人', 'By'), cell: (row) => row.maker, minor: true },
    {
      key: 'state',
      label: t('状态', 'State'),
      cell: (row) => <StateMark mark={stateWords[row.state].mark} word={stateWords[row.state].word} />,
      card: 'state',
    },
  ]
}
