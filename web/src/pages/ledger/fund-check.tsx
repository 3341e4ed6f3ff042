// 核对: the chain, the two books side by side, the uses that were refused.
import { Button, Select } from 'antd'
import { useState } from 'react'
import { type Output, useAct } from '../../api.ts'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { MoneyText, moneyText } from '../../parts/money-text.tsx'
import { Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { ChainLine } from './chain-line.tsx'
import { FieldLine, WordsLine, wireYuan } from './field-line.tsx'
import type { Fund } from './fund-words.ts'
import { TwoSides } from './two-sides.tsx'

export function CheckTab({ fund }: { fund: Fund }) {
  return (
    <Stack>
      <ChainLine />
      <BooksSheet fund={fund} />
      <RefusedSheet fund={fund} />
    </Stack>
  )
}

/** The agency's sub-ledgers, and the special account beside the treasury's book; what is on its way stands in one only. */
function BooksSheet({ fund }: { fund: Fund }) {
  const say = useText()
  const of = (book: string) =>
    fund.sums.find((sum) => sum.bookEntity === book && sum.kind === 'special')?.balance ?? '0.00'
  const [agency, treasury] = [of('agency'), of('treasury')]
  const same = agency === treasury
  return (
    <Sheet
      title={t('总分核对', 'Ledgers against books')}
      note={say(t('经办机构基金账　单位：元', 'agency book, in yuan'))}
      states={
        <StateMark
          mark={same ? 'done' : 'doubt'}
          word={
            same
              ? t(
                  `专户存款与财政专户账相符，都是 ${moneyText(agency)} 元`,
                  `special account agrees with the treasury book: ${moneyText(agency)}`,
                )
              : t(
                  `专户存款 ${moneyText(agency)} 元，财政专户账 ${moneyText(treasury)} 元，差额是在途的来款或拨款`,
                  `special account ${moneyText(agency)}, treasury book ${moneyText(treasury)}: money on its way`,
                )
          }
        />
      }
      flush
    >
      <TwoSides fund={fund.id} sums={fund.sums} />
    </Sheet>
  )
}

type Refusal = Fund['refusals'][number]

function RefusedSheet({ fund }: { fund: Fund }) {
  const say = useText()
  const columns: Column<Refusal>[] = [
    { key: 'at', label: t('日期', 'Day'), cell: (row) => row.askedAt.slice(0, 10), width: 96 },
    {
      key: 'use',
      label: t('申请用途', 'Asked for'),
      cell: (row) => <StateMark mark="refused" word={row.purposeText} />,
      card: 'title',
    },
    { key: 'reason', label: t('理由', 'Reason'), cell: (row) => say(row.reason), slack: true },
    { key: 'who', label: t('申请人', 'By'), cell: (row) => row.askedName, minor: true },
    {
      key: 'amount',
      label: t('金额', 'Amount'),
      number: true,
      cell: (row) => <MoneyText yuan={row.amount} />,
    },
  ]
  return (
    <Sheet
      title={t('被拒的用途', 'Refused uses')}
      note={say(t('拒绝也留下记录　单位：元', 'refusals are kept; in yuan'))}
      flush
    >
      <AskForm fund={fund} />
      <DataTable
        label={t('被拒的用途', 'Refused uses')}
        columns={columns}
        rows={fund.refusals}
        rowKey={(row) => row.id}
        empty={<EmptyNote text={t('没有被拒的用途。', 'Nothing was refused.')} />}
      />
    </Sheet>
  )
}

/** Whether the fund may pay for something: asked before anybody writes a paper. */
function AskForm({ fund }: { fund: Fund }) {
  const say = useText()
  const { meta } = useSession()
  const [purpose, setPurpose] = useState('bankFee')
  const [words, setWords] = useState('')
  const [typed, setTyped] = useState('')
  const [answer, setAnswer] = useState<Output<'fund.request'>>()
  const ask = useAct('fund.request', { onDone: setAnswer })
  const amount = wireYuan(typed)
  const labels = { ...meta.ledger?.refusedUses, ...meta.ledger?.purposes }
  const options = [
    ...Object.entries(labels).map(([value, label]) => ({ value, label: say(label) })),
    { value: 'other', label: say(t('其他', 'something else')) },
  ]
  return (
    <div style={{ padding: 14 }}>
      <div className="ledger-form">
        <FieldLine label={t('想用于', 'To be used for')}>
          <Select
            aria-label={say(t('想用于', 'To be used for'))}
            value={purpose}
            onChange={setPurpose}
            options={options}
          />
        </FieldLine>
        {purpose === 'other' && (
          <WordsLine
            label={t('用途', 'Use')}
            value={words}
            onChange={setWords}
            hint={t('村道维修', 'repair of a village road')}
          />
        )}
        <WordsLine label={t('金额', 'Amount')} value={typed} onChange={setTyped} money />
        <div style={{ alignSelf: 'end' }}>
          <Button
            disabled={amount === undefined || (purpose === 'other' && !words.trim())}
            loading={ask.isPending}
            onClick={() => amount && ask.mutate({ fund: fund.id, purpose, purposeText: words, amount })}
          >
            {say(t('问能不能付', 'Ask'))}
          </Button>
        </div>
      </div>
      {ask.error && <ProblemNote problem={ask.error} />}
      {answer && (
        <p role="status">
          <StateMark mark={answer.refused ? 'refused' : 'done'} word={answer.text} />
        </p>
      )}
    </div>
  )
}
