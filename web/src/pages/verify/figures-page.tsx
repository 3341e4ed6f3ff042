// 核数据: a sheet of typed figures, or an uploaded sheet or text; what does not agree, with its place.
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct, useCall } from '../../api.ts'
import { useAddressValue } from '../../app/link.tsx'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Columns, Page as PageFrame } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { CheckedSheet } from './checked-sheet.tsx'
import { type Content, emptyRow, filledRows, type Opened, type Result } from './figures-types.ts'
import { FiguresUpload } from './figures-upload.tsx'
import { KeptSheets } from './kept-sheets.tsx'
import { ProposalSheet } from './proposal-sheet.tsx'
import { RegisteredSheet } from './registered-sheet.tsx'
import { RowsTable } from './rows-table.tsx'
import { SetTable } from './set-table.tsx'
import { TextPane } from './text-pane.tsx'
import './verify.css'
import './figures.css'

/** `of`: which kept or declared sheet it began as; '' for a new one. */
type Draft = { of: string; title: string; content: Content; sheet: Opened['sheet']; result: Result | null }

const blank = (): Draft => ({
  of: '',
  title: '',
  content: { kind: 'rows', rows: Array.from({ length: 5 }, () => emptyRow) },
  sheet: null,
  result: null,
})

export function Page() {
  const say = useText()
  const may = useMay()
  const [sheetId, setSheetId] = useAddressValue('sheet')
  const [declared, setDeclared] = useAddressValue('declared')
  const [kept, setDraft, forget] = useDraft<Draft>('figures', blank())
  const [shown, setShown] = useState<number>()
  const opened = useCall(
    'verify.figureSheet',
    sheetId ? { sheetId: Number(sheetId) } : { declared: declared ?? '' },
    { enabled: Boolean(sheetId || declared) },
  )
  const of = sheetId ?? declared ?? ''
  // After a reload, what was written on this sheet stays; another sheet is shown as it is kept.
  const draft = kept.of === of ? kept : { ...(opened.data ?? blank()), of }
  const renew = () => {
    setSheetId(undefined)
    setDeclared(undefined)
    forget()
  }
  const { content, result } = draft
  return (
    <PageFrame
      crumb={[{ label: t('疑点', 'Findings'), to: '/findings' }]}
      title={t('核数据', 'Check figures')}
      sentence={say(
        t(
          '一行一个数，写明属于哪个合计、占多少；或传一份表、一份材料，核出来的列在一旁。',
          'One figure a row with its total and share; or upload a sheet or a text.',
        ),
      )}
      actions={may('verify.run') && <Button onClick={renew}>{say(t('另核一份', 'Start anew'))}</Button>}
    >
      {opened.error && <ProblemNote problem={opened.error} />}
      <Columns
        sideWidth={400}
        main={
          <>
            <Draftable draft={draft} onDraft={setDraft} />
            {!may('verify.run') && !result && <ChooseOne />}
            {content.kind === 'rows' && may('verify.run') && (
              <RegisteredSheet content={content} onChange={(next) => setDraft({ ...draft, content: next })} />
            )}
            {content.kind === 'text' && (
              <TextPane text={content.text} checked={result?.checked ?? []} shown={shown} onShow={setShown} />
            )}
          </>
        }
        side={
          <>
            {result && <CheckedSheet result={result} shown={shown} onShow={setShown} />}
            {result && content.kind === 'text' && result.proposals.length > 0 && (
              <ProposalSheet
                proposals={result.proposals}
                confirmed={content.confirmed}
                onConfirm={(confirmed) => setDraft({ ...draft, content: { ...content, confirmed } })}
              />
            )}
            <KeptSheets />
          </>
        }
      />
    </PageFrame>
  )
}

/** Who reads only: what was checked stands beside. */
function ChooseOne() {
  return (
    <Sheet>
      <EmptyNote
        text={t(
          '从“核过的材料”里选一份，看核出来的。核数由经办人来办。',
          'Choose one of the checked documents to see what was found; figures are checked by the officers.',
        )}
      />
    </Sheet>
  )
}

function Draftable({ draft, onDraft }: { draft: Draft; onDraft: (draft: Draft) => void }) {
  const say = useText()
  const may = useMay()
  const { title, content, sheet } = draft
  const check = useAct('verify.checkFigures', { onDone: (result) => onDraft({ ...draft, result }) })
  const keep = useAct('verify.keepFigures', {
    onDone: (done) =>
      onDraft({ ...draft, sheet: { id: done.sheetId, version: done.version }, result: done.result }),
  })
  const read = useAct('verify.readFigures', {
    onDone: (done) => onDraft({ ...done, sheet: null, of: draft.of }),
  })
  const sent = content.kind === 'rows' ? { ...content, rows: filledRows(content.rows) } : content
  const off = title.trim() === '' || (sent.kind === 'rows' && sent.rows.length === 0)
  const problem = check.error ?? keep.error ?? read.error
  if (!may('verify.run')) return null
  return (
    <Sheet
      title={
        sheet
          ? t(`材料（已留存，第 ${sheet.version} 版）`, `Document, version ${sheet.version}`)
          : t('材料', 'Document')
      }
      footer={
        <div className="verify-buttons">
          <Button
            type="primary"
            disabled={off}
            loading={keep.isPending}
            onClick={() => keep.mutate({ title, content: sent, ...(sheet ? { sheet } : {}) })}
          >
            {say(t('核后留存', 'Check and keep'))}
          </Button>
          <Button
            disabled={off}
            loading={check.isPending}
            onClick={() => check.mutate({ title, content: sent })}
          >
            {say(t('只核不存', 'Check only'))}
          </Button>
        </div>
      }
    >
      <div className="figures-head">
        <Input
          aria-label={say(t('材料名称', 'Title'))}
          placeholder={say(t('材料名称，如“2023年就业情况”', 'Title of the document'))}
          value={title}
          maxLength={120}
          onChange={(event) => onDraft({ ...draft, title: event.target.value })}
        />
        <FiguresUpload busy={read.isPending} onFile={(fileId) => read.mutate({ fileId })} />
      </div>
      {content.kind === 'rows' && (
        <RowsTable
          rows={content.rows}
          onChange={(rows) => onDraft({ ...draft, content: { ...content, rows } })}
        />
      )}
      {content.kind === 'set' && <SetTable set={content.set} />}
      {problem && <ProblemNote problem={problem} />}
    </Sheet>
  )
}
