// ⑤ What went in, and taking the whole of it back while nothing rests on it.
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { ImportSide } from './import-side.tsx'
import { countOf, figure, type Import, momentWords } from './import-words.ts'

export function DoneSheet({ given }: { given: Import }) {
  const say = useText()
  const left = countOf(given, 'rejected', 'doubtful')
  return (
    <Stack>
      <Sheet title={given.state === 'undone' ? t('已撤回', 'Taken back') : t('已入册', 'Committed')}>
        <p>
          {say(
            t(
              `${given.mergedBy ?? ''} ${given.mergedAt ? momentWords(given.mergedAt) : ''} 入册 ${figure(given.merged)} 行。`,
              `${figure(given.merged)} rows committed by ${given.mergedBy ?? ''}.`,
            ),
          )}{' '}
          <PageLink to={`/r/${given.register}`}>{say(t('去看名册', 'Open the register'))}</PageLink>
        </p>
        {left > 0 && (
          <p className="note">
            {say(
              t(
                `还有 ${figure(left)} 行没有入册，导出改好后再传。`,
                `${figure(left)} rows did not go in: export, mend and upload them.`,
              ),
            )}
          </p>
        )}
        {given.can.undo && <Undo given={given} />}
      </Sheet>
      <ImportSide given={given} />
    </Stack>
  )
}

function Undo({ given }: { given: Import }) {
  const say = useText()
  const [reason, setReason] = useState('')
  const undo = useAct('import.undo')
  return (
    <div className="import-undo">
      <p className="note">
        {say(
          t('还没有别的事用到时，可整批撤回。', 'While nothing rests on it, the whole can be taken back.'),
        )}
      </p>
      <Input
        aria-label={say(t('撤回的理由', 'Reason'))}
        placeholder={say(t('撤回的理由', 'Reason'))}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button
        danger
        disabled={reason.trim() === ''}
        loading={undo.isPending}
        onClick={() => undo.mutate({ importId: given.id, reason })}
      >
        {say(t('撤回这批入册', 'Take it back'))}
      </Button>
      {undo.error && <ProblemNote problem={undo.error} />}
    </div>
  )
}
