// 到账: have all parts of a project arrived, and what stops the accounts from being opened (LS-09).
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useCall } from '../../api.ts'
import { PageLink, useAddressValue } from '../../app/link.tsx'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { MoneyText } from '../../parts/money-text.tsx'
import { Columns } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { Glyph, StateMark } from '../../parts/state-mark.tsx'
import { DistributionSheet } from './distribution-sheet.tsx'
import { ExceptForm } from './except-form.tsx'
import {
  type Fund,
  type FundSheet,
  isZero,
  type Project,
  projectWords,
  sourceAddress,
  voucherName,
} from './fund-words.ts'
import { ProjectSide } from './project-side.tsx'
import { ReceiptSheet } from './receipt-sheet.tsx'
import { ReceiveForm } from './receive-form.tsx'
import { WhyAmount } from './why-amount.tsx'

export function ArrivalTab({ fund }: { fund: Fund }) {
  const say = useText()
  const may = useMay()
  const [chosen, choose] = useAddressValue('project')
  const [receiving, setReceiving] = useState(false)
  const project = fund.projects.find((one) => String(one.context.id) === chosen) ?? fund.projects[0]
  return (
    <Columns
      sideWidth={330}
      main={
        <>
          <div className="ledger-line">
            {fund.projects.length > 1 && (
              <Select
                aria-label={say(t('征地项目', 'Project'))}
                value={project?.context.id}
                onChange={(id: number) => choose(String(id))}
                options={fund.projects.map((one) => ({ value: one.context.id, label: projectWords(one) }))}
                style={{ minWidth: 260 }}
              />
            )}
            {may('fund.receive') && (
              <Button type="primary" onClick={() => setReceiving(!receiving)}>
                {say(t('登记来款', 'Register a receipt'))}
              </Button>
            )}
          </div>
          {receiving && <ReceiveForm fund={fund} project={project} onDone={() => setReceiving(false)} />}
          {project ? <ProjectSheet fund={fund} project={project} /> : <NoProject parts={fund.parts.length} />}
          {project && <DistributionSheet fund={fund} project={project} />}
          <ReceiptSheet fund={fund} />
        </>
      }
      side={project && <ProjectSide fund={fund} project={project} />}
    />
  )
}

function NoProject({ parts }: { parts: number }) {
  const words =
    parts > 0
      ? t(
          '还没有项目。征地案件审定后，应到金额会列在这里。',
          'No project yet. What is due appears when a case is decided.',
        )
      : t('这项资金不分项目筹集。', 'This fund is not raised by projects.')
  return (
    <Sheet>
      <EmptyNote text={words} />
    </Sheet>
  )
}

type Part = FundSheet['parts'][number]

function ProjectSheet({ fund, project }: { fund: Fund; project: Project }) {
  const say = useText()
  const { data, error, refetch } = useCall('fund.sheet', { fund: fund.id, context: project.context })
  if (error && !data) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  return (
    <Sheet
      title={t('四笔钱到齐没有', 'Have all parts arrived')}
      note={say(t(`${project.title}　单位：元`, `${project.title}, in yuan`))}
      states={data && <Arrived sheet={data} />}
      flush
    >
      <DataTable
        label={t('四笔钱到齐没有', 'Have all parts arrived')}
        columns={partColumns(say, data)}
        rows={data?.parts}
        rowKey={(row) => row.part}
        tone={(row) => (isZero(row.short) ? undefined : 'zhu')}
        sum={
          data && {
            due: <MoneyText yuan={data.due} />,
            arrived: <MoneyText yuan={data.arrived} />,
            short: <Short yuan={data.short} />,
          }
        }
      />
      {data && <Verdict fund={fund} project={project} sheet={data} />}
    </Sheet>
  )
}

function Arrived({ sheet }: { sheet: FundSheet }) {
  if (isZero(sheet.due))
    return <StateMark mark="unknown" word={t('应到金额还没有定', 'what is due is not known yet')} />
  return sheet.full ? (
    <StateMark mark="done" word={t('足额到账', 'in full')} />
  ) : (
    <StateMark mark="late" word={t('没有到齐', 'not in full')} />
  )
}

function partColumns(say: ReturnType<typeof useText>, sheet: FundSheet | undefined): Column<Part>[] {
  const claims = (part: string) => sheet?.claims.filter((one) => one.part === part) ?? []
  return [
    {
      key: 'part',
      label: t('来源', 'Source'),
      cell: (row) => (
        <StateMark
          mark={isZero(row.due) ? 'unknown' : isZero(row.short) ? 'done' : 'late'}
          word={row.label}
        />
      ),
    },
    {
      key: 'from',
      label: t('从哪里出', 'From'),
      cell: (row) => say(row.from),
      slack: true,
      minor: true,
      card: 'hidden',
    },
    {
      key: 'due',
      label: t('应到', 'Due'),
      number: true,
      cell: (row) => <WhyAmount yuan={row.due} to={sourceAddress(row.dueSource)} />,
    },
    {
      key: 'arrived',
      label: t('已到', 'Arrived'),
      number: true,
      cell: (row) => <WhyAmount yuan={row.arrived} to={claimed(claims(row.part)[0])} />,
    },
    { key: 'short', label: t('差', 'Short'), number: true, cell: (row) => <Short yuan={row.short} /> },
    {
      key: 'on',
      label: t('到账日', 'Arrived on'),
      cell: (row) => row.lastArrived ?? (row.dueOn ? say(t(`应于 ${row.dueOn}`, `due ${row.dueOn}`)) : '—'),
      card: 'hidden',
    },
    {
      key: 'voucher',
      label: t('凭证', 'Voucher'),
      cell: (row) =>
        claims(row.part).length === 0
          ? isZero(row.arrived)
            ? '—'
            : say(t('待认领', 'to be claimed'))
          : claims(row.part).map((one) => (
              <PageLink key={one.voucherId} to={`/voucher/${one.voucherId}`}>
                {voucherName(one)}{' '}
              </PageLink>
            )),
    },
  ]
}

/** The voucher of what arrived; of several the first, the others stand beside it. */
function claimed(voucher: { voucherId: number } | undefined): string | undefined {
  return voucher && `/voucher/${voucher.voucherId}`
}

function Short({ yuan }: { yuan: string }) {
  return isZero(yuan) ? (
    <MoneyText yuan={yuan} quietZero />
  ) : (
    <b className="ledger-red">
      <MoneyText yuan={yuan} />
    </b>
  )
}

function Verdict({ fund, project, sheet }: { fund: Fund; project: Project; sheet: FundSheet }) {
  const say = useText()
  const may = useMay()
  const [deciding, setDeciding] = useState(false)
  const reasons = sheet.reasons.map((reason) => say(reason)).join('；')
  const opened = sheet.accounts.count
  return (
    <>
      <div className="ledger-stop">
        <Glyph mark={sheet.reasons.length > 0 ? 'paused' : 'done'} />
        <span>
          {sheet.reasons.length > 0 && <b>{say(t('现在不能开户。', 'Accounts cannot be opened now. '))}</b>}
          {sheet.reasons.length > 0
            ? `${reasons}。`
            : say(
                opened > 0
                  ? t('四笔都已到齐。', 'All parts arrived. ')
                  : t('可以开户。', 'Accounts can be opened. '),
              )}
          {opened > 0 && say(t(`已开 ${opened} 个账户。`, `${opened} accounts are open. `))}
          {sheet.excepted &&
            say(
              t(
                `县里决定先开已到账的部分：${sheet.excepted.document}（${sheet.excepted.decidedName}）。`,
                `Decided to open the funded part: ${sheet.excepted.document}. `,
              ),
            )}
          {sheet.reasons.length > 0 && !sheet.excepted && may('fund.except') && (
            <button type="button" className="link-button" onClick={() => setDeciding(!deciding)}>
              {say(t('县里决定先开已到账的部分', 'The county decides to open the funded part'))}
            </button>
          )}
        </span>
      </div>
      {deciding && <ExceptForm fund={fund.id} context={project.context} onDone={() => setDeciding(false)} />}
    </>
  )
}
