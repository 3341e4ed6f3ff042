// One voucher as a sheet of the book: lines, sums, who, the fingerprint, and the way to reverse it.
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct, useCall } from '../../api.ts'
import { PageLink, useGo, usePathValue } from '../../app/link.tsx'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { ActLine } from '../../parts/act-line.tsx'
import { MoneyText } from '../../parts/money-text.tsx'
import { Columns, Page as PageFrame } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Facts, Sheet } from '../../parts/sheet.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { entryAddress, type Voucher, voucherName } from './fund-words.ts'
import { VoucherState } from './vouchers-tab.tsx'
import { WhyAmount } from './why-amount.tsx'
import './ledger.css'

export function Page() {
  const id = Number(usePathValue('id'))
  const read = useCall('ledger.voucher', { id, limit: 500 })
  if (read.error && !read.data)
    return <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />
  if (!read.data) return <WaitBars lines={12} />
  return <VoucherPage voucher={read.data} />
}

function VoucherPage({ voucher }: { voucher: Voucher }) {
  const say = useText()
  const may = useMay()
  const [reversing, setReversing] = useState(false)
  const open = voucher.reverses === null && voucher.reversedBy === null
  return (
    <PageFrame
      crumb={[
        { label: t('资金', 'Funds'), to: '/funds' },
        { label: t('凭证', 'Vouchers'), to: `/fund/${voucher.fund}?tab=vouchers&book=${voucher.bookEntity}` },
      ]}
      title={voucherName(voucher)}
      aside={say(voucher.bookLabel)}
      states={<VoucherState voucher={voucher} boxed />}
      sentence={say(voucher.text)}
      actions={
        <>
          <Button onClick={() => window.print()}>{say(t('打印', 'Print'))}</Button>
          {open && may('ledger.reverse') && (
            <Button danger onClick={() => setReversing(!reversing)}>
              {say(t('冲红', 'Reverse'))}
            </Button>
          )}
        </>
      }
    >
      <Columns
        main={
          <>
            {reversing && open && <ReverseForm voucher={voucher} onDone={() => setReversing(false)} />}
            <Sheet
              title={t('分录', 'Entries')}
              note={say(t('单位：元　记账后不能改，只能冲红另记', 'in yuan; never changed, only reversed'))}
            >
              <Entries voucher={voucher} />
            </Sheet>
          </>
        }
        side={<VoucherSide voucher={voucher} />}
        sideWidth={320}
      />
    </PageFrame>
  )
}

function Entries({ voucher }: { voucher: Voucher }) {
  const say = useText()
  const red = voucher.reverses === null ? '' : ' ledger-red'
  return (
    <table className="ledger-voucher">
      <thead>
        <tr>
          <th scope="col">{say(t('科目', 'Account'))}</th>
          <th scope="col">{say(t('户名', 'Name'))}</th>
          <th scope="col" className="number">
            {say(t('借方', 'Debit'))}
          </th>
          <th scope="col" className="number">
            {say(t('贷方', 'Credit'))}
          </th>
          <th scope="col">{say(t('理由', 'Why'))}</th>
        </tr>
      </thead>
      <tbody>
        {voucher.lines.map((line) => {
          const why = entryAddress(line.id)
          return (
            <tr key={line.id}>
              <td>{say(line.kindLabel)}</td>
              <td>
                <PageLink to={`/account/${line.accountId}`}>{line.label}</PageLink>
              </td>
              <td className={`number${red}`}>
                {line.side === 'D' && <WhyAmount yuan={line.amount} to={why} />}
              </td>
              <td className={`number${red}`}>
                {line.side === 'C' && <WhyAmount yuan={line.amount} to={why} />}
              </td>
              <td>
                <PageLink to={why}>{say(t('为什么', 'Why'))}</PageLink>
              </td>
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {say(
              voucher.next === null
                ? t('合计', 'Total')
                : t(
                    `合计（只列出前 ${voucher.lines.length} 条）`,
                    `Total (first ${voucher.lines.length} lines shown)`,
                  ),
            )}
          </th>
          <td className="number">
            <MoneyText yuan={voucher.total} />
          </td>
          <td className="number">
            <MoneyText yuan={voucher.total} />
          </td>
          <td />
        </tr>
        <tr>
          <th scope="row">{say(t('大写', 'In words'))}</th>
          <td colSpan={4}>
            {voucher.reverses === null ? voucher.totalWords : `（红字）${voucher.totalWords}`}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function VoucherSide({ voucher }: { voucher: Voucher }) {
  const say = useText()
  return (
    <Sheet title={t('凭证', 'Voucher')}>
      <Facts
        facts={[
          { label: t('日期', 'Day'), value: voucher.day },
          { label: t('用途', 'Purpose'), value: say(voucher.purposeLabel) },
          {
            label: t('附件', 'Papers'),
            value: say(t(`${voucher.attachments} 张`, `${voucher.attachments}`)),
          },
          { label: t('制单', 'Prepared'), value: voucher.preparedName },
          { label: t('复核', 'Reviewed'), value: voucher.reviewedName ?? '—' },
          { label: t('记账', 'Posted'), value: voucher.createdAt.slice(0, 10) },
          { label: t('来源', 'From'), value: <Source source={voucher.source} /> },
          {
            label: t('账链', 'Chain'),
            value:
              voucher.link === null
                ? say(t('未封', 'not sealed'))
                : say(t(`第 ${voucher.link} 环`, `link ${voucher.link}`)),
            source: (
              <code>
                {voucher.digest?.slice(0, 4)}·{voucher.digest?.slice(-4)}
              </code>
            ),
          },
        ]}
      />
      <div className="ledger-way">
        {voucher.before !== null && (
          <PageLink to={`/voucher/${voucher.before}`}>{say(t('上一张', 'Before'))}</PageLink>
        )}
        {voucher.after !== null && (
          <PageLink to={`/voucher/${voucher.after}`}>{say(t('下一张', 'Next'))}</PageLink>
        )}
        {voucher.reversedBy !== null && (
          <PageLink to={`/voucher/${voucher.reversedBy}`}>{say(t('看冲红凭证', 'Red voucher'))}</PageLink>
        )}
        {voucher.reverses !== null && (
          <PageLink to={`/voucher/${voucher.reverses}`}>{say(t('看原凭证', 'Original'))}</PageLink>
        )}
      </div>
    </Sheet>
  )
}

const sources: Record<string, { zh: string; en: string }> = {
  run: t('批量记账', 'Run'),
  batch: t('发放批次', 'Batch'),
  case: t('案件', 'Case'),
}

/** `run:7` opens the run, `batch:3` the batch, `case:12/…` the case; else it is only said. */
function Source({ source }: { source: string }) {
  const say = useText()
  const match = /^(run|batch|case):(\d+)/.exec(source)
  const word = sources[match?.[1] ?? '']
  return match && word ? (
    <PageLink to={`/${match[1]}/${match[2]}`}>{say(word)}</PageLink>
  ) : (
    <span>{source}</span>
  )
}

function ReverseForm({ voucher, onDone }: { voucher: Voucher; onDone: () => void }) {
  const say = useText()
  const go = useGo()
  const [reason, setReason] = useState('')
  const reverse = useAct('ledger.reverse', {
    onDone: (red) => {
      onDone()
      go(`/voucher/${red.voucherId}`)
    },
  })
  return (
    <Sheet
      title={t(`冲红 ${voucherName(voucher)}`, `Reverse ${voucherName(voucher)}`)}
      footer={
        <ActLine
          word={t('冲红', 'Reverse')}
          consequence={t(
            '原凭证保留，另记一张红字凭证，两张都写明原因；要更正的另记。',
            'The voucher stays; a red one mirrors it. Post the right one anew.',
          )}
          final
          onAct={() => reverse.mutate({ id: voucher.id, reason })}
          busy={reverse.isPending}
          problem={reverse.error}
          reasons={
            reason.trim().length < 2
              ? [{ key: 'reason', state: 'missing', text: t('写明原因。', 'Give the reason.') }]
              : []
          }
        />
      }
    >
      <Input
        aria-label={say(t('原因', 'Reason'))}
        placeholder={say(t('原因，如：金额记错', 'Reason'))}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Sheet>
  )
}
