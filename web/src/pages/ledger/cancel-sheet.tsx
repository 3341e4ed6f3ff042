// Giving up a run that was not posted: the period is free again.
import { Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api.ts'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { ActLine } from '../../parts/act-line.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import type { Run } from './fund-words.ts'

export function CancelSheet({ run }: { run: Run }) {
  const say = useText()
  const may = useMay()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const cancel = useAct('run.cancel')
  if (!['proposing', 'proposed', 'approved'].includes(run.state) || !may('run.propose')) return null
  if (!open)
    return (
      <p>
        <button type="button" className="link-button" onClick={() => setOpen(true)}>
          {say(t('撤销这一次，改好再提', 'Cancel this run and propose it anew'))}
        </button>
      </p>
    )
  return (
    <Sheet
      title={t('撤销', 'Cancel')}
      footer={
        <ActLine
          word={t('撤销', 'Cancel')}
          consequence={t('还没有记账，撤销后可以重新提出。', 'Nothing was posted; it can be proposed again.')}
          final
          onAct={() => cancel.mutate({ runId: run.id, reason })}
          busy={cancel.isPending}
          problem={cancel.error}
          reasons={
            reason.trim().length < 2
              ? [{ key: 'reason', state: 'missing', text: t('写明原因。', 'Give the reason.') }]
              : []
          }
        />
      }
    >
      <Input
        aria-label={say(t('原因', 'Reason'))}
        placeholder={say(t('原因，如：标准有变', 'Reason'))}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Sheet>
  )
}
