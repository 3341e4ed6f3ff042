// 采信: what one proposed to take over from a list and another confirms; what was confirmed, by whom.
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct, useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { EventChanges } from '../register/events-changes.tsx'
import '../register/events.css'
import { type Adoption, adoptionWords, figure, tabWords } from './compare-words.ts'

export function AdoptionsSheet({ comparisonId }: { comparisonId: number }) {
  const [chosen, setChosen] = useState<number[]>([])
  const read = useCall('compare.adoptions', { comparisonId, limit: 200 })
  return (
    <Sheet title={tabWords.adoptions} note={figure(read.data?.adoptions.length ?? 0)} flush>
      <AdoptionTable adoptions={read.data?.adoptions} chosen={chosen} onChoose={setChosen} />
    </Sheet>
  )
}

type Props = {
  adoptions: readonly Adoption[] | undefined
  chosen: number[]
  onChoose: (ids: number[]) => void
}

export function AdoptionTable({ adoptions, chosen, onChoose }: Props) {
  const say = useText()
  const may = useMay()
  const open = (adoptions ?? [])
    .filter(({ state, mine }) => state === 'proposed' && !mine)
    .map(({ id }) => id)
  const choosing = may('verify.adopt') && open.length > 0
  const picked = chosen.filter((id) => open.includes(id))
  return (
    <>
      <DataTable
        label={tabWords.adoptions}
        columns={columns(say)}
        rows={adoptions}
        rowKey={(row) => row.id}
        {...(choosing
          ? {
              selection: {
                chosen: picked,
                onChoose: (keys: (string | number)[]) =>
                  onChoose(keys.map(Number).filter((id) => open.includes(id))),
              },
            }
          : {})}
      />
      {choosing && <Decide ids={picked} onDone={() => onChoose([])} />}
    </>
  )
}

function Decide({ ids, onDone }: { ids: readonly number[]; onDone: () => void }) {
  const say = useText()
  const [answer, setAnswer] = useState('')
  const adopt = useAct('compare.adopt', { onDone })
  const off = ids.length === 0
  return (
    <div className="compare-propose">
      <span>
        {say(
          off
            ? t(
                '勾选要办的，确认后写进名册，记下名单、行号和两人的名字。',
                'Choose; what is confirmed is written with its source and both names.',
              )
            : t(`选了 ${ids.length} 条。确认后写进名册。`, `${ids.length} chosen. Confirming writes them.`),
        )}
      </span>
      {!off && (
        <Input
          aria-label={say(t('不采信的理由', 'Reason for refusing'))}
          placeholder={say(t('不采信的写明理由，如“同名，人还在”', 'To refuse, write why'))}
          value={answer}
          maxLength={300}
          onChange={(event) => setAnswer(event.target.value)}
        />
      )}
      <Button
        disabled={off || answer.trim() === ''}
        loading={adopt.isPending}
        onClick={() => adopt.mutate({ adoptionIds: [...ids], as: 'refused', answer: answer.trim() })}
      >
        {say(t('不采信', 'Refuse'))}
      </Button>
      <Button
        type="primary"
        disabled={off || answer.trim() !== ''}
        loading={adopt.isPending}
        onClick={() => adopt.mutate({ adoptionIds: [...ids], as: 'adopted' })}
      >
        {say(t('确认采信', 'Confirm'))}
      </Button>
      {adopt.error && <ProblemNote problem={adopt.error} />}
    </div>
  )
}

/** 去世：all that the event changes, the household too. */
function Follows({ row }: { row: Adoption }) {
  const say = useText()
  return (
    <>
      {row.event && <span className="note">{say(row.event)}</span>}
      <EventChanges changes={row.follows} from={`${row.register}:${row.targetId}`} />
    </>
  )
}

/** What the proposer found out; below it why another refused. */
function FoundOut({ row }: { row: Adoption }) {
  const say = useText()
  if (!row.answer) return <>{row.note}</>
  return (
    <>
      {row.note && (
        <>
          {row.note}
          <br />
        </>
      )}
      {say(t(`${row.decider}不采信：${row.answer}`, `${row.decider} refused: ${row.answer}`))}
    </>
  )
}

function columns(say: ReturnType<typeof useText>): Column<Adoption>[] {
  return [
    {
      key: 'who',
      label: t('谁', 'Who'),
      cell: (row) => (
        <PageLink to={`/r/${row.register}/${row.targetId}`}>{`${row.areaName} ${row.title}`}</PageLink>
      ),
      card: 'title',
    },
    {
      key: 'change',
      label: t('改什么', 'Change'),
      cell: (row) =>
        row.event ? (
          <Follows row={row} />
        ) : (
          row.fields
            .map(
              ({ label, before, after }) =>
                `${say(label)} ${before ?? say(t('未填', 'not given'))} → ${after ?? ''}`,
            )
            .join('；')
        ),
      slack: true,
    },
    { key: 'source', label: t('来源', 'Source'), cell: (row) => say(row.source), slack: true },
    { key: 'note', label: t('核实情况', 'Found out'), cell: (row) => <FoundOut row={row} />, minor: true },
    { key: 'by', label: t('提出', 'Proposed by'), cell: (row) => row.proposer },
    {
      key: 'decider',
      label: t('确认', 'Decided by'),
      cell: (row) => row.decider ?? (row.mine ? say(t('须另一人', 'another person')) : ''),
    },
    {
      key: 'state',
      label: t('状态', 'State'),
      cell: (row) => <StateMark mark={adoptionWords[row.state].mark} word={adoptionWords[row.state].word} />,
      card: 'state',
    },
  ]
}
