// 资金推算: how long a fund can pay under stated assumptions, as it holds and as tried.
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { fileAddress, useAct, useCall } from '../../api.ts'
import { usePathValue } from '../../app/link.tsx'
import { NoSuchPage } from '../../app/no-page.tsx'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { Columns, Page as PageFrame, Stack } from '../../parts/page.tsx'
import { PrintButtons } from '../../parts/print-button.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { ProjectionForm } from './projection-form.tsx'
import { DrySheet, GroundsSheet, ProjectionChart, YearsSheet } from './projection-result.tsx'
import type { Asked, Projection } from './projection-types.ts'
import './report.css'

export function Page() {
  const id = usePathValue('id')
  const { meta } = useSession()
  const projection = meta.projections.find((one) => one.id === id)
  return projection ? <ProjectionPage key={id} projection={projection} /> : <NoSuchPage />
}

function ProjectionPage({ projection }: { projection: Projection }) {
  const say = useText()
  const [chosen, choose] = useState<Omit<Asked, 'projection'>>({})
  const asked: Asked = { ...chosen, projection: projection.id }
  const got = useCall('report.projection', asked)
  const { data, error } = got
  const last = useRef(data) // a refused trial leaves the form and the last figures where they are
  if (data) last.current = data
  const answer = data ?? last.current
  return (
    <PageFrame
      crumb={[{ label: t('报表', 'Reports'), to: '/reports' }]}
      title={projection.label}
      sentence={say(projection.note)}
      actions={
        <>
          <PrintButtons page="projection" of={projection.id} input={asked} />
          <ExportButton asked={asked} />
        </>
      }
    >
      {error && <ProblemNote problem={error} onRetry={() => void got.refetch()} />}
      {!answer && !error && <WaitBars lines={12} />}
      {answer && (
        <Stack>
          <Columns
            sideFirst
            sideWidth={320}
            side={<ProjectionForm answer={answer} busy={got.isFetching} onAsk={choose} />}
            main={
              <>
                <DrySheet projection={projection} answer={answer} />
                <ProjectionChart projection={projection} answer={answer} />
                <GroundsSheet answer={answer} />
              </>
            }
          />
          {answer.trial && <YearsSheet projection={projection} years={answer.trial} isTrial />}
          <YearsSheet projection={projection} years={answer.now} />
        </Stack>
      )}
    </PageFrame>
  )
}

function ExportButton({ asked }: { asked: Asked }) {
  const say = useText()
  const act = useAct('report.projectionExport', {
    onDone: ({ fileId }) => window.location.assign(fileAddress(fileId)),
  })
  return (
    <>
      <Button loading={act.isPending} onClick={() => act.mutate(asked)}>
        {say(t('导出 Excel', 'Export to Excel'))}
      </Button>
      {act.error && <ProblemNote problem={act.error} />}
    </>
  )
}
