// Taking back what I have just done, with the reason; the list keeps both.
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { FormModal } from '../../parts/form-layer.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import type { Case } from './case-types.ts'

export function UndoButton({ data }: { data: Case }) {
  const say = useText()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const done = useAct('case.undo', { onDone: () => setOpen(false) })
  if (!data.undo) return null
  const word = say(t(`撤回${data.undo.label.zh}`, `Take back "${data.undo.label.en}"`))
  return (
    <>
      <Button onClick={() => setOpen(true)}>{word}</Button>
      <FormModal
        open={open}
        dirty={open && reason.trim() !== ''}
        title={word}
        okText={word}
        cancelText={say(t('不撤了', 'Leave it'))}
        okButtonProps={{ disabled: reason.trim() === '', loading: done.isPending }}
        onOk={() => done.mutate({ caseId: data.id, version: data.version, reason })}
        onCancel={() => {
          setReason('')
          setOpen(false)
        }}
      >
        <p>
          {say(
            t(
              '案件回到这一步以前，已办的和撤回的都留在经过里。下一个人接着办以后就不能撤。',
              'The case goes back to where it was; both acts stay in the history. Not possible once somebody has gone on.',
            ),
          )}
        </p>
        <Input.TextArea
          value={reason}
          aria-label={say(t('理由', 'Reason'))}
          placeholder={say(t('为什么撤回', 'Why'))}
          autoSize={{ minRows: 2 }}
          onChange={(event) => setReason(event.target.value)}
        />
        {done.error && <ProblemNote problem={done.error} />}
      </FormModal>
    </>
  )
}
