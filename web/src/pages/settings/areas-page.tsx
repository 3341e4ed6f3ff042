// 单位与村组: villages or townships that become another one from a day; first what would move, then it is done.
import { useState } from 'react'
import { type Output, useAct, useCall } from '../../api.ts'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Page as PageFrame } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { dayText } from '../register/moment.ts'
import { AreasForm } from './areas-form.tsx'
import { AreasUndo } from './areas-undo.tsx'
import './settings.css'

type Merger = Output<'area.mergers'>['mergers'][number]

export function Page() {
  const say = useText()
  const may = useMay()
  const [round, setRound] = useState(0)
  const got = useCall('area.mergers', {})
  const [undoing, setUndoing] = useState<Merger>()
  const moving = got.data?.mergers.some(({ state }) => state === 'moving' || state === 'undoing') ?? false
  useCall('area.mergers', {}, moving ? { every: 2000 } : {}) // the same answer, asked again while rows move
  return (
    <PageFrame
      title={t('村组合并', 'Mergers of places')}
      sentence={say(
        t(
          '合并后，名册里现在的记录移到新的村组，账号的管辖跟着走；以前的文书、凭证、定稿和变更记录仍写原来的村。',
          'Present records and the areas of accounts follow; papers, vouchers, frozen figures and histories keep the old place.',
        ),
      )}
    >
      {may('area.mergePlaces') && <AreasForm key={round} onDone={() => setRound(round + 1)} />}
      <div className="page-gap" />
      {undoing && (
        <>
          <AreasUndo key={undoing.id} merger={undoing} onClose={() => setUndoing(undefined)} />
          <div className="page-gap" />
        </>
      )}
      <Sheet title={t('办过的合并', 'Mergers so far')} flush>
        <DataTable
          label={t('办过的合并', 'Mergers so far')}
          columns={columns(say, may('area.mergePlaces') ? setUndoing : undefined)}
          rows={got.data?.mergers}
          rowKey={(row) => row.id}
          problem={got.error}
          onRetry={() => void got.refetch()}
          empty={<EmptyNote text={t('还没有合并过村组。', 'No places were merged so far.')} />}
        />
      </Sheet>
    </PageFrame>
  )
}

type OnUndo = ((merger: Merger) => void) | undefined

function columns(say: ReturnType<typeof useText>, onUndo: OnUndo): Column<Merger>[] {
  return [
    { key: 'on', label: t('自', 'From'), cell: (row) => row.on, width: 110 },
    {
      key: 'into',
      label: t('并成', 'Became'),
      cell: (row) => `${row.into.name} ${row.into.code}`,
      slack: true,
      card: 'title',
    },
    { key: 'old', label: t('原来的代码', 'Old codes'), cell: (row) => rootsOf(row).join(say(t('、', ', '))) },
    {
      key: 'rows',
      label: t('移动', 'Moved'),
      cell: (row) =>
        [
          ...row.rows.map(({ label, counter, count }) =>
            say(t(`${label.zh} ${count} ${counter.zh}`, `${count} ${counter.en}`)),
          ),
          say(t(`账号 ${row.hats} 个`, `${row.hats} hats`)),
        ].join(say(t('，', ', '))),
    },
    {
      key: 'paper',
      label: t('批文', 'Document'),
      cell: (row) => `${row.paper}（${row.byName}）`,
      card: 'hidden',
    },
    {
      key: 'state',
      label: t('办到', 'State'),
      cell: (row) => <Stand row={row} onUndo={onUndo} />,
      width: 190,
      card: 'state',
    },
  ]
}

/** A job that was cancelled or gave up is started again by hand; what was recorded by mistake is undone. */
function Stand({ row, onUndo }: { row: Merger; onUndo: OnUndo }) {
  const say = useText()
  const act = useAct('area.resumeMerger')
  if (row.state === 'undone') return <Undone row={row} />
  if (row.state === 'done')
    return (
      <>
        <StateMark mark="done" word={t('办完', 'Done')} /> <UndoLink row={row} onUndo={onUndo} />
      </>
    )
  return (
    <>
      <StateMark
        mark="doing"
        word={row.state === 'moving' ? t('正在移动记录', 'Moving records') : t('正在撤回', 'Being undone')}
      />{' '}
      {onUndo && (
        <button
          type="button"
          className="link-button"
          disabled={act.isPending}
          onClick={() => act.mutate({ id: row.id })}
        >
          {say(t('停了就接着移', 'Go on if it stopped'))}
        </button>
      )}{' '}
      {row.state === 'moving' && <UndoLink row={row} onUndo={onUndo} />}
      {act.error && <ProblemNote problem={act.error} />}
    </>
  )
}

function UndoLink({ row, onUndo }: { row: Merger; onUndo: OnUndo }) {
  const say = useText()
  if (!onUndo) return null
  return (
    <button type="button" className="link-button" onClick={() => onUndo(row)}>
      {say(t('撤回', 'Undo'))}
    </button>
  )
}

function Undone({ row: { undone } }: { row: Merger }) {
  const say = useText()
  return (
    <>
      <StateMark mark="returned" word={t('已撤回', 'Undone')} />
      {undone && (
        <p className="note merger-note">
          {say(
            t(
              `${dayText(undone.at)} ${undone.byName}：${undone.reason}`,
              `${dayText(undone.at)} by ${undone.byName}: ${undone.reason}`,
            ),
          )}
        </p>
      )}
    </>
  )
}

/** The merged places themselves, without what lay in them. */
function rootsOf({ moves, into }: Merger): string[] {
  return moves.filter((move) => move.new === into.code).map(({ old }) => old)
}
