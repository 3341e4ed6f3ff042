// 日志: business and sign-ins, each a chain that can be proved here; search by operation, day and subject.
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useCall } from '../../api.ts'
import { useAddressValue } from '../../app/link.tsx'
import { useMay, useSession } from '../../app/session.tsx'
import { type Say, t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Page as PageFrame } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { ChainSheet } from './chain-sheet.tsx'
import { LogNames, SubjectName } from './log-names.tsx'
import { LogNotes, operationWords } from './log-notes.tsx'
import { type LogRecord, RecordDrawer } from './record-drawer.tsx'
import { exactTime } from './time.ts'
import './settings.css'

type Kind = 'audit' | 'access'

export function Page() {
  const may = useMay()
  const [chosen] = useAddressValue('of')
  const kind: Kind = chosen === 'access' || !may('audit.list') ? 'access' : 'audit'
  const tabs = [
    ...(may('audit.list') ? [{ key: 'audit', label: t('业务', 'Business'), to: '/settings/log' }] : []),
    ...(may('access.list')
      ? [{ key: 'access', label: t('登录和用户', 'Sign-ins and users'), to: '/settings/log?of=access' }]
      : []),
  ]
  return (
    <PageFrame title={t('日志', 'Logs')} sentence={<Sentence />} tabs={tabs} tab={kind}>
      <ChainSheet key={`chain-${kind}`} kind={kind} />
      <div className="page-gap" />
      <LogSheet key={kind} kind={kind} />
    </PageFrame>
  )
}

function Sentence() {
  const say = useText()
  return say(
    t(
      '谁、以什么身份、何时、办了什么，写下就不能改、不能删；看日志、导出也记在内。',
      'Who did what, in which role and when: written once, never changed or removed; reading and export are in it too.',
    ),
  )
}

type Filter = { subject?: string; kind?: 'read' | 'write' | 'export'; from?: string; to?: string }

function LogSheet({ kind }: { kind: Kind }) {
  const say = useText()
  const may = useMay()
  const { meta } = useSession()
  const [filter, setFilter] = useState<Filter>(kind === 'audit' ? { kind: 'write' } : {})
  const [opened, setOpened] = useState<LogRecord>()
  const [about, setAbout] = useAddressValue('about')
  const pages = usePages<number>()
  const name = kind === 'audit' ? 'audit.list' : 'access.list'
  const { data, error, refetch } = useCall(name, {
    ...asked(filter),
    ...(about ? { subject: about } : {}),
    limit: 50,
    ...(pages.after ? { before: pages.after } : {}),
  })
  const apply = (next: Filter) => {
    pages.restart()
    setFilter(next)
  }
  const values = kind === 'access' || may('audit.values')
  return (
    <Sheet
      title={t('记录', 'Records')}
      note={
        values
          ? undefined
          : say(
              t(
                '只列改了哪几项，不显示内容（审计管理员不看业务数据）',
                'Which fields changed, not what they hold (the audit administrator sees no business data)',
              ),
            )
      }
      actions={<FilterLine filter={filter} onApply={apply} kind={kind} />}
      flush
    >
      <LogNames records={kind === 'audit' ? shownSubjects(about, data?.records) : []}>
        {about && <OnlyAbout subject={about} onAll={() => setAbout(undefined)} />}
        <DataTable<LogRecord>
          label={t('日志', 'Log')}
          columns={columns(say, (name) => say(meta.logWords[name] ?? ''))}
          rows={data?.records}
          rowKey={(row) => row.seq}
          onOpen={(row) => setOpened(row)}
          problem={error}
          onRetry={() => void refetch()}
          empty={
            <EmptyNote
              text={t(
                '这些条件下没有记录。放宽日期或去掉一个条件再看。',
                'No record meets these conditions. Widen the days or drop a condition.',
              )}
            />
          }
          pager={pages.pager(data?.next)}
        />
        {opened && (
          <RecordDrawer
            record={opened}
            onClose={() => setOpened(undefined)}
            onOnly={(subject) => {
              setOpened(undefined)
              pages.restart()
              setAbout(subject)
            }}
          />
        )}
      </LogNames>
    </Sheet>
  )
}

function shownSubjects(about: string | undefined, records: readonly LogRecord[] = []) {
  return about ? [...records, { subject: about, notes: [] }] : records
}

type FilterProps = { filter: Filter; onApply: (filter: Filter) => void; kind: Kind }

function FilterLine({ filter, onApply, kind }: FilterProps) {
  const say = useText()
  return (
    <div className="log-filter">
      {kind === 'audit' && (
        <KindChoice kind={filter.kind} onKind={(next) => onApply({ ...filter, kind: next })} />
      )}
      <DayField
        value={filter.from}
        onChange={(from) => onApply({ ...filter, from })}
        label={say(t('从', 'From'))}
      />
      <span>—</span>
      <DayField value={filter.to} onChange={(to) => onApply({ ...filter, to })} label={say(t('到', 'To'))} />
      {kind === 'access' && <AccountLine filter={filter} onApply={onApply} />}
    </div>
  )
}

function AccountLine({ filter, onApply }: Omit<FilterProps, 'kind'>) {
  const say = useText()
  const [account, setAccount] = useState(filter.subject ?? '')
  const find = () => onApply({ ...filter, subject: account.trim() || undefined })
  return (
    <>
      <Input
        placeholder={say(t('账号', 'Account'))}
        aria-label={say(t('账号', 'Account'))}
        value={account}
        onChange={(event) => setAccount(event.target.value)}
        onPressEnter={find}
        style={{ width: 150 }}
      />
      <Button onClick={find}>{say(t('找', 'Find'))}</Button>
    </>
  )
}

/** One subject's records only; the address holds it, so that it can be sent on. */
function OnlyAbout({ subject, onAll }: { subject: string; onAll: () => void }) {
  const say = useText()
  return (
    <p className="log-only">
      {say(t('只看：', 'Only: '))}
      <SubjectName subject={subject} />
      <button type="button" className="link-button" onClick={onAll}>
        {say(t('看全部', 'Show all'))}
      </button>
    </p>
  )
}

type KindChoiceProps = { kind: Filter['kind']; onKind: (kind: Filter['kind']) => void }

function KindChoice({ kind, onKind }: KindChoiceProps) {
  const say = useText()
  const options = [
    { value: 'write', label: say(t('办理和改动', 'Changes')) },
    { value: 'export', label: say(t('导出', 'Exports')) },
    { value: 'read', label: say(t('查看', 'Readings')) },
    { value: 'all', label: say(t('全部', 'All')) },
  ] as const
  return (
    <Select
      aria-label={say(t('哪一类', 'Which kind'))}
      value={kind ?? 'all'}
      options={[...options]}
      onChange={(chosen: (typeof options)[number]['value']) => onKind(chosen === 'all' ? undefined : chosen)}
      style={{ width: 120 }}
    />
  )
}

/** Days of the county as moments; the last day counts whole. */
function asked(filter: Filter): Filter {
  const { from, to, ...rest } = filter
  return {
    ...rest,
    ...(from ? { from: `${from}T00:00:00+08:00` } : {}),
    ...(to ? { to: `${nextDay(to)}T00:00:00+08:00` } : {}),
  }
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

function columns(say: Say, wordsOf: (operation: string) => string): Column<LogRecord>[] {
  return [
    { key: 'seq', label: t('序号', 'No.'), number: true, width: 70, cell: (row) => row.seq, card: 'hidden' },
    { key: 'at', label: t('时间', 'Time'), width: 150, cell: (row) => exactTime(row.at), card: 'fact' },
    { key: 'who', label: t('谁', 'Who'), width: 130, cell: (row) => row.actor || '—', card: 'title' },
    {
      key: 'what',
      label: t('办了什么', 'What'),
      width: 170,
      cell: (row) => operationWords(row.operation, say),
      card: 'state',
    },
    {
      key: 'subject',
      label: t('对象', 'Subject'),
      width: 220,
      cell: (row) => row.subject && <SubjectName subject={row.subject} />,
      card: 'fact',
    },
    {
      key: 'notes',
      label: t('改动', 'Changes'),
      slack: true,
      cell: (row) => <LogNotes notes={row.notes} said={wordsOf(row.operation)} />,
      card: 'hidden',
    },
  ]
}
