// 分录说明单: why one line of the books is as large as it is, down to clause and fact, and its proof for those who verify.
import { Button } from 'antd'
import { useMemo } from 'react'
import { fileAddress, type Output, useAct, useCall } from '../../api.ts'
import { PageLink, usePathValue } from '../../app/link.tsx'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { explainNodes } from '../../parts/explain-adapter.ts'
import { ExplainTree } from '../../parts/explain-tree.tsx'
import { MoneyText, moneyText } from '../../parts/money-text.tsx'
import { Columns, Page as PageFrame } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Facts, Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { useRemedies } from './remedies.ts'
import { Versions } from './verdict.tsx'
import './policy.css'

type Explained = Output<'explain.entry'>
type Reason = Explained['reasons'][number]

export function Page() {
  const id = Number(usePathValue('id'))
  const isId = Number.isSafeInteger(id) && id > 0
  const got = useCall('explain.entry', { entryId: id }, { enabled: isId })
  if (!isId)
    return (
      <EmptyNote
        text={t('没有这条分录，或不在您的管辖范围。', 'There is no such entry, or it is outside your area.')}
      />
    )
  if (got.error) return <ProblemNote problem={got.error} onRetry={() => void got.refetch()} />
  if (!got.data) return <WaitBars lines={12} />
  return <EntryPage key={id} explained={got.data} />
}

function EntryPage({ explained }: { explained: Explained }) {
  const say = useText()
  const { entry, words } = explained
  const { voucher } = entry
  return (
    <PageFrame
      crumb={[
        { label: t('资金', 'Funds'), to: '/funds' },
        { label: `${voucher.period} ${voucher.number}`, to: `/voucher/${voucher.id}` },
      ]}
      title={t(`${entry.purposeLabel.zh}说明单`, `Why: ${entry.purposeLabel.en}`)}
      aside={entry.account}
      sentence={say(words)}
      actions={<ProofButton entryId={entry.id} />}
    >
      <Columns
        main={<Why explained={explained} />}
        side={<EntrySide explained={explained} />}
        sideWidth={300}
      />
    </PageFrame>
  )
}

/** 导出核验包: verified by `xiangce proof verify` without this house; the export is logged. */
function ProofButton({ entryId }: { entryId: number }) {
  const say = useText()
  const may = useMay()
  const made = useAct('explain.proof', {
    onDone: ({ fileId }) => window.location.assign(fileAddress(fileId)),
  })
  if (!may('ledger.export')) return null
  return (
    <>
      {made.error && <ProblemNote problem={made.error} />}
      <Button loading={made.isPending} onClick={() => made.mutate({ entryId })}>
        {say(t('导出核验包（记入日志）', 'Export the proof (logged)'))}
      </Button>
    </>
  )
}

function Why({ explained }: { explained: Explained }) {
  const say = useText()
  const { trace, entry, factsChanged, reasons } = explained
  const last = reasons.at(-1)
  const remedies = useRemedies(last?.subject ?? { register: 'account', id: entry.accountId })
  // biome-ignore lint/correctness/useExhaustiveDependencies: remedies only go to places that the explanation names
  const roots = useMemo(() => explainNodes(trace, remedies), [trace])
  if (!last) return <NoRule explained={explained} />
  return (
    <>
      {factsChanged && (
        <Sheet>
          <StateMark mark="doubt" word={t('事实有改动', 'Facts changed')} />{' '}
          {say(
            t(
              '同一天的事实，名册现在给出的与决定时不同。',
              'For the same day the registers now give other facts than when it was decided.',
            ),
          )}
        </Sheet>
      )}
      <Sheet flush>
        <ExplainTree
          roots={roots}
          label={last.title}
          verdict={verdictOf(explained, last)}
          onPrint={() => window.print()}
          ruleLink={<PageLink to={`/policy/${last.policy}`}>{say(t('看规则原文', 'See the rule'))}</PageLink>}
        />
      </Sheet>
    </>
  )
}

function verdictOf(explained: Explained, last: Reason) {
  return {
    differs: !explained.reproduced,
    words: <Verdict explained={explained} />,
    versions: (
      <Versions
        hash={last.ruleHash}
        parameters={rateOf(explained).parameterVersion}
        facts={explained.entry.day}
      />
    ),
  }
}

/** The parameters are those of the first reason: the rate; a rule of one account has none of its own. */
function rateOf({ reasons }: Explained): Reason {
  return reasons[0] as Reason
}

function Verdict({ explained }: { explained: Explained }) {
  const say = useText()
  const { entry, booked, recomputed, difference, reproduced } = explained
  const voucher = (
    <PageLink to={`/voucher/${entry.voucher.id}`}>
      {entry.voucher.period} {entry.voucher.number}
    </PageLink>
  )
  const off = difference === null ? '—' : moneyText(difference.replace('-', ''))
  const sums = recomputed === null ? '—' : moneyText(recomputed)
  const part = booked !== null && booked !== entry.amount.replace('-', '')
  return (
    <>
      {say(t(`重算 ${sums} 元，与凭证 `, `Recomputed ${sums} yuan; voucher `))}
      {voucher}
      {say(
        t(
          ` 的 ${moneyText(booked ?? '0.00')} 元相差 ${off} 元${reproduced ? '' : '，与当时的不同'}`,
          ` has ${moneyText(booked ?? '0.00')} yuan, difference ${off}${reproduced ? '' : ': not as it was'}`,
        ),
      )}
      {part &&
        say(
          t(
            `；这条是其中的 ${moneyText(entry.amount)} 元`,
            `; this line is ${moneyText(entry.amount)} yuan of it`,
          ),
        )}
    </>
  )
}

/** No rule gave the amount: what it rests on is one step further. */
function NoRule({ explained }: { explained: Explained }) {
  const say = useText()
  const { entry } = explained
  return (
    <Sheet title={t('依据', 'What it rests on')}>
      <p>
        <PageLink to={`/voucher/${entry.voucher.id}`}>
          {say(t(`打开凭证 ${entry.voucher.number}`, `Open voucher ${entry.voucher.number}`))}
        </PageLink>
        {'　'}
        <SourceLink source={entry.source} />
      </p>
    </Sheet>
  )
}

const sourceWords: Record<string, { zh: string; en: string }> = {
  run: t('打开批量', 'Open the run'),
  batch: t('打开发放批次', 'Open the batch'),
  case: t('打开案件', 'Open the case'),
  account: t('打开账户', 'Open the account'),
}

/** `run:7`, `case:12/act:3`; a number of a paper, such as `receipt:2023-118`, is only said. */
function SourceLink({ source }: { source: string }) {
  const say = useText()
  const [, kind = '', id] = /^([a-z]+):(\d+)(?:\/|$)/.exec(source) ?? []
  const word = sourceWords[kind]
  if (word) return <PageLink to={`/${kind}/${id}`}>{say(word)}</PageLink>
  const paper = source.replace(/^[a-z]+:/, '')
  return <span>{say(t(`来源单据 ${paper}`, `Document ${paper}`))}</span>
}

function EntrySide({ explained }: { explained: Explained }) {
  const say = useText()
  const { entry, reasons } = explained
  return (
    <Sheet title={t('分录', 'Entry')} note={say(t('单位：元', 'in yuan'))}>
      <Facts
        facts={[
          { label: t('日期', 'Day'), value: entry.day },
          {
            label: entry.side === 'C' ? t('贷方', 'Credit') : t('借方', 'Debit'),
            value: <MoneyText yuan={entry.amount} strong />,
          },
          {
            label: entry.kindLabel,
            value: <PageLink to={`/account/${entry.accountId}`}>{entry.account}</PageLink>,
          },
          { label: t('摘要', 'Text'), value: say(entry.voucher.text) },
          { label: t('来源', 'From'), value: <SourceLink source={entry.source} /> },
          ...(entry.reverses === null
            ? []
            : [
                {
                  label: t('冲销', 'Takes back'),
                  value: (
                    <PageLink to={`/explain/entry/${entry.reverses}`}>
                      {say(t('看原分录', 'The original entry'))}
                    </PageLink>
                  ),
                },
              ]),
          ...reasons.flatMap((reason) =>
            reason.decisionId === null
              ? []
              : [
                  {
                    key: `decision-${reason.decisionId}`,
                    label: reason.title,
                    value: (
                      <PageLink to={`/explain/${reason.decisionId}`}>
                        {say(t(`${reason.decisionId} 号决定`, `decision ${reason.decisionId}`))}
                      </PageLink>
                    ),
                  },
                ],
          ),
        ]}
      />
    </Sheet>
  )
}
