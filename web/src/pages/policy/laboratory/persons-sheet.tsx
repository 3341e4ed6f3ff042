// 受影响的人: the greatest change first; by class, township or year; out to Excel.
import { Button } from 'antd'
import { useState } from 'react'
import { fileAddress, useAct, useCall } from '../../../api.ts'
import { PageLink } from '../../../app/link.tsx'
import { type Text, t, useText } from '../../../app/text.tsx'
import { DataTable } from '../../../parts/data-table.tsx'
import { EmptyNote } from '../../../parts/empty-note.tsx'
import { ProblemNote } from '../../../parts/problem-note.tsx'
import { Sheet } from '../../../parts/sheet.tsx'
import { type Mark, StateMark } from '../../../parts/state-mark.tsx'
import { amountText } from './amount-words.ts'
import type { Ask, ClassName, PersonRow } from './types.ts'

const PAGE = 20

/** Which persons are listed, in words. */
export type Chosen = { classes?: ClassName[]; area?: string; year?: number; words: string }
type Props = { ask: Ask; chosen: Chosen; onAll: () => void; enabled: boolean }

export function PersonsSheet({ ask, chosen, onAll, enabled }: Props) {
  const say = useText()
  const [skip, setSkip] = useState(0)
  const { words, ...which } = chosen
  const got = useCall('laboratory.persons', { ...ask, ...which, skip, limit: PAGE }, { enabled })
  const count = got.data?.count ?? 0
  const act = useAct('laboratory.export', {
    onDone: ({ fileId }) => window.location.assign(fileAddress(fileId)),
  })
  return (
    <Sheet
      title={t('受影响的人', 'Who changes')}
      note={words || say(t('按变化大小', 'greatest change first'))}
      actions={
        <>
          {words && (
            <button type="button" className="link-button" onClick={onAll}>
              {say(t('看全部', 'All'))}
            </button>
          )}
          {count > 0 && (
            <Button size="small" loading={act.isPending} onClick={() => act.mutate({ ...ask, ...which })}>
              {say(t(`导出 ${count.toLocaleString('en-US')} 人`, `Export ${count}`))}
            </Button>
          )}
        </>
      }
      flush
    >
      {act.error && <ProblemNote problem={act.error} />}
      <DataTable
        label={t('受影响的人', 'Who changes')}
        rows={got.data?.rows}
        rowKey={(row) => row.id}
        problem={got.error}
        onRetry={() => void got.refetch()}
        empty={<EmptyNote text={t('没有人的结果改变。', "Nobody's result changes.")} />}
        columns={columnsOf(got.data?.register, say)}
        pager={{
          words: say(t(`共 ${count.toLocaleString('en-US')} 人`, `${count} persons`)),
          onBack: skip > 0 ? () => setSkip(Math.max(0, skip - PAGE)) : undefined,
          onNext: skip + PAGE < count ? () => setSkip(skip + PAGE) : undefined,
        }}
      />
    </Sheet>
  )
}

const marks: Record<ClassName, [Mark, Text]> = {
  up: ['up', t('增加', 'More')],
  down: ['down', t('减少', 'Less')],
  open: ['unknown', t('还不能判断', 'Not decided')],
}

function columnsOf(register: string | undefined, say: ReturnType<typeof useText>) {
  return [
    {
      key: 'kind',
      label: t('变化', 'Change'),
      card: 'state' as const,
      width: 110,
      cell: ({ kind }: PersonRow) => <StateMark mark={marks[kind][0]} word={marks[kind][1]} />,
    },
    {
      key: 'title',
      label: t('姓名', 'Name'),
      card: 'title' as const,
      width: 120,
      cell: ({ id, title }: PersonRow) =>
        register ? <PageLink to={`/r/${register}/${id}`}>{title || String(id)}</PageLink> : title,
    },
    { key: 'place', label: t('村组', 'Place'), slack: true, cell: ({ place }: PersonRow) => place },
    {
      key: 'now',
      label: t('现行', 'Now'),
      number: true,
      width: 120,
      cell: ({ now }: PersonRow) => say(amountText(now)),
    },
    {
      key: 'trial',
      label: t('试算', 'Trial'),
      number: true,
      width: 120,
      cell: ({ trial }: PersonRow) => say(amountText(trial)),
    },
    {
      key: 'difference',
      label: t('相差', 'Difference'),
      number: true,
      width: 120,
      cell: ({ difference }: PersonRow) => say(amountText(difference)),
    },
  ]
}
