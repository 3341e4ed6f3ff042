// 批量记账: pay runs, interest, inheritance; proposed by one, approved by another, posted.
import { Button } from 'antd'
import { useState } from 'react'
import { useCall } from '../../api.ts'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { Page as PageFrame, Stack } from '../../parts/page.tsx'
import { EmptyingSheet } from './emptying-sheet.tsx'
import { NewRecompute } from './new-recompute.tsx'
import { NewRun } from './new-run.tsx'
import { RunList } from './run-list.tsx'
import './ledger.css'

export function Page() {
  const say = useText()
  const may = useMay()
  const [adding, setAdding] = useState<'run' | 'again'>()
  const toggle = (what: 'run' | 'again') => setAdding(adding === what ? undefined : what)
  const { data } = useCall('run.list', { limit: 1 })
  return (
    <PageFrame
      title={t('批量记账', 'Runs')}
      sentence={say(
        t(
          '一人提出，另一人审批，基金财务记账；中断后接着记，没有人记两次。',
          'Proposed by one, approved by another, posted by the fund accountant; nobody is posted twice.',
        ),
      )}
      actions={
        may('run.propose') && (
          <>
            <Button onClick={() => toggle('again')}>{say(t('追补重算', 'Do months again'))}</Button>
            <Button type="primary" onClick={() => toggle('run')}>
              {say(t('提出一批', 'Propose a run'))}
            </Button>
          </>
        )
      }
    >
      <Stack>
        {adding === 'run' && data && <NewRun declared={data.declared} onClose={() => setAdding(undefined)} />}
        {adding === 'again' && data && (
          <NewRecompute declared={data.declared} onClose={() => setAdding(undefined)} />
        )}
        <RunList />
        <EmptyingSheet />
      </Stack>
    </PageFrame>
  )
}
