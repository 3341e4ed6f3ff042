// One report: the table is the truth, the chart its shadow, every figure opens the rows behind it.
import { Button, Select } from 'antd'
import { useState } from 'react'
import { fileAddress, useAct, useCall } from '../../api.ts'
import type { Output } from '../../api-types.ts'
import { useAddressValue, usePathValue } from '../../app/link.tsx'
import { NoSuchPage } from '../../app/no-page.tsx'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { Columns, Page as PageFrame } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { BehindRows } from './behind-rows.tsx'
import { FreezeButton } from './freeze-button.tsx'
import { FrozenSheet } from './frozen-sheet.tsx'
import { ReportChart } from './report-chart.tsx'
import type { ReportMeta } from './report-meta.ts'
import { ReportTable } from './report-table.tsx'

export type Table = Output<'report.read'>

export function Page() {
  const id = usePathValue('id')
  const { meta } = useSession()
  const report = (meta.reports as ReportMeta[]).find((one) => one.id === id)
  return report ? <ReportPage key={id} report={report} /> : <NoSuchPage />
}

function ReportPage({ report }: { report: ReportMeta }) {
  const say = useText()
  const [asked, setAsked] = useAddressValue('by')
  const rows = asked ? asked.split(',') : [...report.first.rows]
  const cut = { report: report.id, rows, measures: [...report.first.measures] }
  const read = useCall('report.read', cut)
  const [open, setOpen] = useState<{ keys: (string | null)[]; words: string } | null>(null)
  return (
    <PageFrame
      crumb={[{ label: t('报表', 'Reports'), to: '/reports' }]}
      title={report.label}
      sentence={report.note ? say(report.note) : undefined}
      actions={
        <>
          <FreezeButton cut={cut} />
          <ExportButton cut={cut} />
        </>
      }
    >
      <Columns
        sideWidth={440}
        main={
          <Sheet
            title={report.label}
            actions={<Cuts report={report} rows={rows} onChange={(next) => setAsked(next.join(','))} />}
            flush
          >
            {read.error && <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />}
            <ReportTable table={read.data} onOpen={setOpen} />
          </Sheet>
        }
        side={
          <>
            {read.data && <ReportChart table={read.data} measure={report.first.chart} onOpen={setOpen} />}
            <FrozenSheet report={report.id} />
            {open && (
              <BehindRows cut={cut} keys={open.keys} words={open.words} onClose={() => setOpen(null)} />
            )}
          </>
        }
      />
    </PageFrame>
  )
}

/** One or two dimensions, in order. */
function Cuts({
  report,
  rows,
  onChange,
}: {
  report: ReportMeta
  rows: readonly string[]
  onChange: (rows: string[]) => void
}) {
  const say = useText()
  return (
    <Select
      mode="multiple"
      size="small"
      maxCount={2}
      style={{ minWidth: 240 }}
      aria-label={say(t('按什么分', 'Cut by'))}
      value={[...rows]}
      options={report.dimensions.map(({ name, label }) => ({ value: name, label: say(label) }))}
      onChange={(next) => next.length > 0 && onChange(next)}
    />
  )
}

function ExportButton({ cut }: { cut: { report: string; rows: string[]; measures: string[] } }) {
  const say = useText()
  const act = useAct('report.export', { onDone: ({ fileId }) => window.location.assign(fileAddress(fileId)) })
  return (
    <Button loading={act.isPending} onClick={() => act.mutate(cut)}>
      {say(t('导出 Excel', 'Export to Excel'))}
    </Button>
  )
}
