// 查重: pairs of a register that may be one, what was said not to be one, and the merges.
import { Button } from 'antd'
import { useState } from 'react'
import { useAct, useCall } from '../../api.ts'
import { useAddressValue, useGo, usePathValue } from '../../app/link.tsx'
import type { RegisterMeta } from '../../app/meta.ts'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { LiveJob } from '../../parts/job-bar.tsx'
import { Page as PageFrame, Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { MergesSheet } from './duplicates-merges.tsx'
import { likeWord, type Pair, pairStates, reasonsText } from './duplicates-words.ts'
import { dayText } from './moment.ts'
import { useRegister } from './use-register.ts'
import './duplicates.css'

export function Page() {
  const register = useRegister(usePathValue('register'))
  if (!register?.duplicates?.merge)
    return (
      <EmptyNote
        text={t(
          '这个名册不查重，或您的身份不能合并记录。要办时请找安全管理员授权。',
          'This register is not searched for duplicates, or your role may not merge records.',
        )}
      />
    )
  return <Duplicates key={register.name} register={register} />
}

type State = keyof typeof pairStates

function Duplicates({ register }: { register: RegisterMeta }) {
  const say = useText()
  const [said] = useAddressValue('state')
  const state: State = said === 'apart' || said === 'merged' ? said : 'open'
  const { data } = useCall('duplicate.list', { register: register.name, state: 'open', limit: 1 })
  const [jobId, setJobId] = useState<number>()
  const search = useAct('duplicate.search', { onDone: (started) => setJobId(started.jobId) })
  const open = data?.counts.open
  const base = `/r/${register.name}/duplicates`
  return (
    <PageFrame
      crumb={[
        { label: t('名册', 'Registers') },
        { label: register.label, to: `/r/${register.name}` },
        { label: t('查重', 'Duplicates') },
      ]}
      title={t(`${register.label.zh}查重`, `Duplicates: ${register.label.en}`)}
      sentence={open === undefined ? null : say(sentenceOf(open))}
      actions={
        <Button
          type="primary"
          loading={search.isPending}
          onClick={() => search.mutate({ register: register.name })}
        >
          {say(t('全册查重', 'Search the whole register'))}
        </Button>
      }
      tabs={(Object.keys(pairStates) as State[]).map((key) => ({
        key,
        label: pairStates[key],
        count: key === 'merged' ? undefined : data?.counts[key],
        to: key === 'open' ? base : `${base}?state=${key}`,
      }))}
      tab={state}
    >
      <Stack>
        {search.error && <ProblemNote problem={search.error} />}
        {jobId !== undefined && (
          <Sheet>
            <LiveJob id={jobId} />
          </Sheet>
        )}
        {state === 'merged' ? (
          <MergesSheet register={register} />
        ) : (
          <PairsSheet key={state} register={register} state={state} />
        )}
      </Stack>
    </PageFrame>
  )
}

function sentenceOf(open: number) {
  return open === 0
    ? t(
        '没有待核对的。新登记或导入以后，再查一遍。',
        'Nothing to look at. Search again after new entries or imports.',
      )
    : t(
        `有 ${open.toLocaleString('en-US')} 对可能是同一个，等人核对。`,
        open === 1
          ? 'One pair may be one and waits for somebody to look.'
          : `${open.toLocaleString('en-US')} pairs may be one and wait for somebody to look.`,
      )
}

function PairsSheet({ register, state }: { register: RegisterMeta; state: 'open' | 'apart' }) {
  const say = useText()
  const go = useGo()
  const pages = usePages<{ score: number; id: number }>()
  const list = useCall('duplicate.list', {
    register: register.name,
    state,
    ...(pages.after ? { after: pages.after } : {}),
  })
  return (
    <Sheet flush>
      <DataTable
        label={pairStates[state]}
        columns={columnsOf(state, say)}
        rows={list.data?.pairs.filter(({ rows }) => rows.length === 2)}
        rowKey={({ id }) => id}
        problem={list.error}
        onRetry={() => void list.refetch()}
        onOpen={({ rows: [a, b] }) => a && b && go(`/r/${register.name}/duplicates/${a.id}/${b.id}`)}
        empty={
          <EmptyNote
            text={
              state === 'open'
                ? t('没有待核对的。', 'Nothing to look at.')
                : t('还没有认定过“不是同一个”的。', 'No two have been said not to be one.')
            }
          />
        }
        pager={pages.pager(list.data?.next)}
      />
    </Sheet>
  )
}

function columnsOf(state: 'open' | 'apart', say: ReturnType<typeof useText>): Column<Pair>[] {
  const who = (at: 0 | 1) => (pair: Pair) => {
    const row = pair.rows[at]
    return row && <Who title={row.title} place={row.areaName} />
  }
  return [
    { key: 'first', label: t('这一条', 'One'), cell: who(0), card: 'title' },
    { key: 'second', label: t('那一条', 'The other'), cell: who(1), card: 'fact' },
    ...(state === 'open'
      ? [
          {
            key: 'like',
            label: t('有多像', 'How like'),
            cell: ({ likely, score }: Pair) => (
              <StateMark mark={likely ? 'doubt' : 'open'} word={likeWord(likely, score)} />
            ),
            card: 'state' as const,
          },
          {
            key: 'why',
            label: t('依据', 'Why'),
            slack: true,
            cell: ({ reasons }: Pair) => say(reasonsText(reasons)),
            card: 'fact' as const,
          },
        ]
      : [
          {
            key: 'who',
            label: t('谁认定的', 'Said by'),
            cell: ({ decidedName, decidedAt }: Pair) =>
              `${decidedName ?? ''} ${decidedAt ? dayText(decidedAt) : ''}`,
            card: 'fact' as const,
          },
          {
            key: 'reason',
            label: t('理由', 'Reason'),
            slack: true,
            cell: ({ reason }: Pair) => reason ?? '',
            card: 'fact' as const,
          },
        ]),
  ]
}

function Who({ title, place }: { title: string; place: string }) {
  return (
    <span className="pair-who">
      <b>{title}</b> <span className="note">{place}</span>
    </span>
  )
}
