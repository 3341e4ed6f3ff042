// Undoing a merger that was recorded by mistake: first what goes back and what came meanwhile, then the reason.
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { type Output, useAct, useCall } from '../../api.ts'
import { type Text, t, useText } from '../../app/text.tsx'
import { useUnsaved } from '../../parts/form-layer.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import '../../parts/field-form.css'
import './settings.css'

type Merger = Output<'area.mergers'>['mergers'][number]
type Plan = Output<'area.planUndo'>
type Row = Plan['rows'][number]

export function AreasUndo({ merger, onClose }: { merger: Merger; onClose: () => void }) {
  const say = useText()
  const [rest, setRest] = useState<string>()
  const [reason, setReason] = useState('')
  const plan = useCall('area.planUndo', { id: merger.id, ...(rest ? { rest } : {}) })
  const act = useAct('area.undoMerger', { onDone: onClose })
  useUnsaved(reason.trim() !== '')
  const clean = plan.data !== undefined && plan.data.issues.length === 0
  const given = { id: merger.id, reason: reason.trim(), ...(rest ? { rest } : {}) }
  return (
    <Sheet
      title={t(`撤回合并：${merger.into.name}`, `Undo the merger into ${merger.into.name}`)}
      footer={
        <>
          <span>
            {say(
              t(
                '写错了的合并才撤回。撤回后，原来的村组照旧使用。',
                'Only for a merger that was recorded by mistake. The old places are in use again.',
              ),
            )}
          </span>
          <button type="button" className="link-button" onClick={onClose}>
            {say(t('不办了', 'Leave it'))}
          </button>
          <Button
            danger
            disabled={!clean || reason.trim() === ''}
            loading={act.isPending}
            onClick={() => act.mutate(given)}
          >
            {say(t('撤回', 'Undo'))}
          </Button>
        </>
      }
    >
      {plan.isPending && <WaitBars lines={3} />}
      {plan.error && <ProblemNote problem={plan.error} onRetry={() => void plan.refetch()} />}
      {plan.data && <Shown plan={plan.data} />}
      <div className="field-form">
        {plan.data && plan.data.choices.length > 0 && (
          <Line id="undo-rest" label={t('分不清的归', 'What cannot be told apart goes to')}>
            <Select
              id="undo-rest"
              options={plan.data.choices.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))}
              value={rest}
              onChange={setRest}
              style={{ width: '100%' }}
            />
          </Line>
        )}
        <Line id="undo-reason" label={t('事由', 'Reason')}>
          <Input
            id="undo-reason"
            value={reason}
            maxLength={300}
            onChange={(event) => setReason(event.target.value)}
            placeholder={say(t('如：批文还没到，办早了', 'e.g. the document has not come yet'))}
          />
        </Line>
      </div>
      {act.error && <ProblemNote problem={act.error} />}
    </Sheet>
  )
}

function Line({ id, label, children }: { id: string; label: Text; children: React.ReactNode }) {
  const say = useText()
  return (
    <div className="field-line">
      <label htmlFor={id}>{say(label)}</label>
      <div>{children}</div>
    </div>
  )
}

function Shown({ plan }: { plan: Plan }) {
  const say = useText()
  const { hats } = plan
  return (
    <section className="merger-undo" aria-live="polite">
      {plan.issues.map(({ text }) => (
        <p key={text.en} className="field-problem" role="alert">
          {say(text)}
        </p>
      ))}
      <Told
        word={t('回到原来的村组：', 'Go back: ')}
        rows={plan.rows}
        of={(row) => row.back}
        more={hats.back > 0 ? t(`账号 ${hats.back} 个`, `${hats.back} accounts`) : undefined}
        none={t('没有记录', 'no records')}
      />
      <Told
        word={t(
          '合并后来的，按所在的组归到原来的村组：',
          'Came since, and go to the old place of their group: ',
        )}
        rows={plan.rows}
        of={(row) => row.came}
      />
      <Told
        word={t('合并后来的，归到选定的村：', 'Came since, and go to the place that was chosen: ')}
        rows={plan.rows}
        of={(row) => row.rest}
      />
      <Told
        word={t('合并后来的，留在保留的村：', 'Came since, and stay in the place that stays: ')}
        rows={plan.rows}
        of={(row) => row.stays}
      />
      <Told
        word={t('合并后又迁到别处的，不动：', 'Went elsewhere since, and stay there: ')}
        rows={plan.rows}
        of={(row) => row.away}
      />
    </section>
  )
}

type ToldProps = {
  word: Text
  rows: readonly Row[]
  of: (row: Row) => number
  more?: Text | undefined
  /** What is said where there is nothing; without it the line is left out. */
  none?: Text
}

function Told({ word, rows, of, more, none }: ToldProps) {
  const say = useText()
  const told = rows
    .filter((row) => of(row) > 0)
    .map((row) => say(t(`${row.label.zh} ${of(row)} ${row.counter.zh}`, `${of(row)} ${row.counter.en}`)))
  const all = [...told, ...(more ? [say(more)] : [])]
  if (all.length === 0 && !none) return null
  return (
    <p>
      {say(word)}
      {all.join(say(t('，', ', '))) || say(none ?? word)}
    </p>
  )
}
