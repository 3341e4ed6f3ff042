// One frozen report: its figures as they stood, whether they are whole, and what has changed since.
import { Button } from 'antd'
import { fileAddress, useAct, useCall } from '../../api.ts'
import type { Output } from '../../api-types.ts'
import { usePathValue } from '../../app/link.tsx'
import { labelOf } from '../../app/meta.ts'
import { useSession } from '../../app/session.tsx'
import { type Text, t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { Page as PageFrame, Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Facts, Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { ReportTable } from './report-table.tsx'
import './report.css'

type Frozen = Output<'report.frozen'>
type Change = NonNullable<Frozen['changes']>[number]

export function Page() {
  const id = Number(usePathValue('frozen'))
  const { data, error, refetch } = useCall('report.frozen', { id })
  if (error && !data) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <WaitBars lines={10} />
  return <FrozenPage data={data} />
}

function FrozenPage({ data }: { data: Frozen }) {
  const say = useText()
  const { meta } = useSession()
  const report = meta.reports.find((one) => one.id === data.report)
  const label = report ? labelOf(report) : t(data.report, data.report)
  return (
    <PageFrame
      crumb={[
        { label: t('报表', 'Reports'), to: '/reports' },
        { label, to: `/report/${data.report}` },
      ]}
      title={label}
      states={
        data.intact ? (
          <StateMark mark="done" boxed word={t(`定稿 ${data.number}`, `Frozen ${data.number}`)} />
        ) : (
          <StateMark mark="refused" boxed word={t('与定稿时不符', 'Not what was frozen')} />
        )
      }
      sentence={say(sentenceOf(data))}
      actions={<PrintFrozen id={data.id} />}
    >
      <Stack>
        <div className="frozen-edge">
          <Sheet title={t('定稿时的数', 'As frozen')} flush>
            <ReportTable table={data.figures} />
          </Sheet>
        </div>
        <ChangeSheet changes={data.changes} />
        <Sheet title={t('凭据', 'Proof')}>
          <Facts
            facts={[
              { label: t('谁定的', 'By'), value: `${data.office} ${data.actorName}` },
              { label: t('日期', 'Day'), value: data.frozenOn },
              { label: t('指纹', 'Fingerprint'), value: <code className="frozen-print">{data.digest}</code> },
            ]}
          />
        </Sheet>
      </Stack>
    </PageFrame>
  )
}

function sentenceOf({ changes, frozenOn }: Frozen): Text {
  if (changes === null)
    return t(
      `${frozenOn} 定稿。您现在的管辖范围和它不同，不能比现在的数。`,
      `Frozen on ${frozenOn}. Your area differs from it, so today's figures cannot be compared.`,
    )
  if (changes.length === 0)
    return t(`${frozenOn} 定稿，到现在没有变动。`, `Frozen on ${frozenOn}; nothing has changed since.`)
  return t(
    `${frozenOn} 定稿。定稿后有 ${changes.length} 个数变了，列在下面；定稿的数不改。`,
    `Frozen on ${frozenOn}. ${changes.length} figures have changed since; the frozen ones stay.`,
  )
}

function ChangeSheet({ changes }: { changes: Frozen['changes'] }) {
  const say = useText()
  if (!changes || changes.length === 0) return null
  const columns: Column<Change>[] = [
    {
      key: 'row',
      label: t('哪一行', 'Row'),
      cell: ({ row }) => row.map((one) => say(one)).join('，'),
      slack: true,
    },
    { key: 'measure', label: t('指标', 'Measure'), cell: ({ measure }) => say(measure) },
    { key: 'frozen', label: t('定稿', 'Frozen'), number: true, cell: ({ frozen }) => frozen ?? '—' },
    { key: 'now', label: t('现在', 'Now'), number: true, cell: ({ now }) => now ?? '—' },
  ]
  return (
    <Sheet
      title={t('定稿后变动', 'Changed since')}
      note={say(t('按您现在看得到的行算', 'over the rows that you see now'))}
      flush
    >
      <DataTable
        label={t('定稿后变动', 'Changed since')}
        columns={columns}
        rows={changes}
        rowKey={({ row, measure }) => `${row.map(({ zh }) => zh).join(' ')} ${measure.zh}`}
      />
    </Sheet>
  )
}

function PrintFrozen({ id }: { id: number }) {
  const say = useText()
  const act = useAct('report.printFrozen', {
    onDone: ({ fileId }) => window.open(fileAddress(fileId), '_blank', 'noopener'),
  })
  return (
    <>
      <Button loading={act.isPending} onClick={() => act.mutate({ id })}>
        {say(t('打印', 'Print'))}
      </Button>
      {act.error && <ProblemNote problem={act.error} />}
    </>
  )
}
