// ⑤ What went in, and taking the whole of it back while nothing rests on it.
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { Columns } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import type { WebProblem } from '../../problem.ts'
import { ImportSide } from './import-side.tsx'
import { countOf, figure, type Import, momentWords } from './import-words.ts'
import { RowsSheet } from './rows-sheet.tsx'

export function DoneSheet({ given }: { given: Import }) {
  const left = given.state === 'done' ? countOf(given, 'rejected', 'doubtful') : 0
  return (
    <Columns
      sideFirst
      sideWidth={232}
      side={<ImportSide given={given} />}
      main={
        <>
          {given.state === 'done' ? <Done given={given} left={left} /> : <TakenBack given={given} />}
          {given.state === 'done' && <RowsSheet given={given} first={left > 0 ? 'problem' : undefined} />}
        </>
      }
    />
  )
}

function Done({ given, left }: { given: Import; left: number }) {
  const say = useText()
  const by = given.mergedBy ?? ''
  const mends = given.mine || given.can.merge
  const at = given.mergedAt ? momentWords(given.mergedAt) : ''
  return (
    <Sheet title={t('已入册', 'Committed')}>
      <p>
        {say(
          t(
            `${by} ${at} 入册 ${figure(given.merged)} 行。`,
            `${figure(given.merged)} rows committed by ${by}, ${at}.`,
          ),
        )}{' '}
        <PageLink to={`/r/${given.register}`}>{say(t('去看名册', 'Open the register'))}</PageLink>
      </p>
      {left > 0 && (
        <p className="note">
          {say(
            t(
              `还有 ${figure(left)} 行没有入册，列在下面。${mends ? '导出改好后再传，只有这几行会进来。' : ''}`,
              `${figure(left)} rows did not go in; they are listed below.${mends ? ' Export, mend and upload them.' : ''}`,
            ),
          )}
        </p>
      )}
      {given.can.undo && <Undo given={given} />}
    </Sheet>
  )
}

function TakenBack({ given }: { given: Import }) {
  const say = useText()
  return (
    <Sheet title={given.state === 'undone' ? t('已撤回', 'Taken back') : t('已放弃', 'Given up')}>
      <p>
        {say(
          given.state === 'undone'
            ? t(
                '这批入册已整批撤回，名册与入册以前一样。要再入册，请把文件重新传一次。',
                'The whole was taken back; the register is as before. Upload the file again to commit it.',
              )
            : t(
                '这次导入放弃了，名册没有变。要再导，请把文件重新传一次。',
                'This import was given up; the register did not change. Upload the file again to import it.',
              ),
        )}{' '}
        <PageLink to={`/r/${given.register}`}>{say(t('去看名册', 'Open the register'))}</PageLink>
      </p>
    </Sheet>
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
      {undo.error && <LaterLinks problem={undo.error} />}
    </div>
  )
}

/** What has to go back first is one press away. */
function LaterLinks({ problem }: { problem: WebProblem }) {
  const say = useText()
  const later = problem.details.later
  if (problem.code !== 'import.inUse' || !Array.isArray(later)) return null
  return later.map(({ id, file }: { id: number; file: string }) => (
    <PageLink key={id} to={`/import/${id}`}>
      {say(t(`打开“${file}”那一批`, `Open the import "${file}"`))}
    </PageLink>
  ))
}
