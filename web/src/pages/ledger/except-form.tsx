// The county's decision to open accounts for the part of a list that is funded: recorded with its document (OF-03).
import { useState } from 'react'
import { useAct } from '../../api.ts'
import { t } from '../../app/text.tsx'
import { ActLine } from '../../parts/act-line.tsx'
import { WordsLine } from './field-line.tsx'

type ExceptProps = { fund: string; context: { register: string; id: number }; onDone: () => void }

export function ExceptForm({ fund, context, onDone }: ExceptProps) {
  const [document, setDocument] = useState('')
  const [reason, setReason] = useState('')
  const except = useAct('fund.except', { onDone })
  const ready = document.trim() !== '' && reason.trim() !== ''
  return (
    <div style={{ padding: 14 }}>
      <div className="ledger-form">
        <WordsLine
          label={t('文号', 'Document')}
          value={document}
          onChange={setDocument}
          hint={t('青政办函〔2025〕7 号', 'number of the decision')}
        />
        <WordsLine label={t('理由', 'Reason')} value={reason} onChange={setReason} wide />
      </div>
      <ActLine
        word={t('记录决定', 'Record the decision')}
        consequence={t(
          '记录在案，审计可见；没有到账的部分仍显示差额。',
          'Kept on record; what is short still shows.',
        )}
        onAct={() => except.mutate({ fund, context, document, reason })}
        busy={except.isPending}
        problem={except.error}
        reasons={
          ready
            ? []
            : [{ key: 'form', state: 'missing', text: t('填写文号和理由。', 'Fill in document and reason.') }]
        }
      />
    </div>
  )
}
