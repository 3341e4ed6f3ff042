// One comparison: its columns while they are being mapped, then its results by what was found.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { fileAddress, useAct, useCall } from '../../api.ts'
import { useAddressValue, useGo, usePathValue } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { LiveJob } from '../../parts/job-bar.tsx'
import { Page as PageFrame, type PageTab, Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { AdoptionsSheet } from './compare-adoptions.tsx'
import { ColumnsSheet } from './compare-columns.tsx'
import { MissingSheet } from './compare-missing.tsx'
import { RowsSheet } from './compare-rows.tsx'
import { type Compared, figure, isPlain, stateWords, type Tab, tabOrder, tabWords } from './compare-words.ts'
import './verify.css'
import './compare.css'

export function Page() {
  const comparisonId = Number(usePathValue('id'))
  const read = useCall('compare.get', { comparisonId })
  const waiting = useCall('compare.adoptions', { comparisonId }, { enabled: read.data?.state === 'done' })
  const [asked] = useAddressValue('tab')
  if (read.error && !read.data)
    return <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />
  if (!read.data) return <WaitBars lines={8} />
  const given = read.data
  const adoptions = waiting.data?.adoptions.length ?? 0
  const tabs = given.state === 'done' ? tabsOf(given, adoptions) : []
  const tab = (tabs.find(({ key }) => key === asked) ?? tabs[0])?.key as Tab | undefined
  return (
    <Frame given={given} tabs={tabs} tab={tab}>
      {given.state === 'mapping' && <ColumnsSheet key={given.id} given={given} />}
      {given.state === 'running' && given.jobId !== null && (
        <Sheet>
          <LiveJob id={given.jobId} onDone={() => void read.refetch()} />
        </Sheet>
      )}
      {tab === 'adoptions' && <AdoptionsSheet comparisonId={given.id} />}
      {tab === 'onlyHere' && <MissingSheet given={given} />}
      {tab && tab !== 'adoptions' && tab !== 'onlyHere' && <RowsSheet key={tab} given={given} of={tab} />}
    </Frame>
  )
}

function tabsOf({ id, counts }: Compared, adoptions: number): PageTab[] {
  const there = tabOrder.filter((key) => (counts[key] ?? 0) > 0)
  const all = [
    ...there.map((key): [Tab, number] => [key, counts[key] ?? 0]),
    ...(adoptions > 0 ? [['adoptions', adoptions] as [Tab, number]] : []),
  ]
  return all.map(([key, count]) => ({
    key,
    label: tabWords[key],
    count,
    to: `/verify/compare/${id}?tab=${key}`,
  }))
}

type FrameProps = { given: Compared; tabs: readonly PageTab[]; tab: Tab | undefined; children: ReactNode }

function Frame({ given, tabs, tab, children }: FrameProps) {
  const say = useText()
  const { word, mark } = stateWords[given.state]
  return (
    <PageFrame
      crumb={[{ label: t('名单比对', 'Compare a list'), to: '/verify/compare' }, { label: given.fileName }]}
      title={t(`${given.sender} ${given.label.zh}`, `${given.label.en}, ${given.sender}`)}
      states={<StateMark mark={mark} word={word} boxed />}
      sentence={say(sentence(given))}
      actions={<Actions given={given} />}
      {...(tabs.length > 0 ? { tabs, ...(tab ? { tab } : {}) } : {})}
    >
      <Stack>{children}</Stack>
    </PageFrame>
  )
}

function sentence({
  listDate,
  basis,
  fileName,
  read,
  state,
  counts,
  rest,
  previous,
  registerLabel,
  maker,
  kind,
}: Compared) {
  const from = `${listDate} 的名单${basis ? `（${basis}）` : ''}《${fileName}》`
  if (state !== 'done')
    return t(
      `${from}，与${registerLabel.zh}名册比。`,
      `List of ${listDate}, ${fileName}, beside ${registerLabel.en}.`,
    )
  const fresh = previous
    ? `与 ${previous.listDate} 的名单相比，新增 ${figure(counts.isNew ?? 0)} 行、不再有 ${figure(counts.gone ?? 0)} 行。`
    : ''
  const others = rest > 0 ? `名册里另有 ${figure(rest)} 条不在这份名单上。` : ''
  const findings = isPlain({ kind })
    ? t('', '')
    : t(`，疑点 ${figure(counts.findings ?? 0)} 条`, `, ${figure(counts.findings ?? 0)} findings`)
  return t(
    `${from}，${figure(read)} 行，${maker}比的${findings.zh}。${fresh}${others}`,
    `List of ${listDate}${basis ? ` (${basis})` : ''}, ${fileName}: ${figure(read)} rows, compared by ${maker}${findings.en}. ${
      previous
        ? `${figure(counts.isNew ?? 0)} new and ${figure(counts.gone ?? 0)} gone since ${previous.listDate}. `
        : ''
    }${rest > 0 ? `${figure(rest)} more rows of the register are not on this list.` : ''}`,
  )
}

function Actions({ given }: { given: Compared }) {
  const say = useText()
  const go = useGo()
  const again = useAct('compare.run')
  const out = useAct('compare.export', { onDone: ({ fileId }) => window.open(fileAddress(fileId), '_self') })
  const drop = useAct('compare.drop', { onDone: () => go('/verify/compare') })
  const problem = again.error ?? out.error ?? drop.error
  const act = { comparisonId: given.id }
  return (
    <div className="compare-actions">
      {problem && <ProblemNote problem={problem} />}
      {given.state === 'mapping' && given.can.run && (
        <Button loading={drop.isPending} onClick={() => drop.mutate(act)}>
          {say(t('放弃', 'Give up'))}
        </Button>
      )}
      {given.state === 'done' && given.can.run && (
        <Button loading={again.isPending} onClick={() => again.mutate(act)}>
          {say(t('按现在的名册再比', 'Compare again'))}
        </Button>
      )}
      {given.state === 'done' && given.can.export && (
        <Button loading={out.isPending} onClick={() => out.mutate(act)}>
          {say(t('导出 Excel', 'Export to Excel'))}
        </Button>
      )}
      {given.finds.length > 0 && given.state === 'done' && (
        <Button type="primary" onClick={() => go(`/findings?check=${given.finds[0]?.id}`)}>
          {say(given.can.run ? t('去办疑点', 'To the findings') : t('看疑点', 'To the findings'))}
        </Button>
      )}
    </div>
  )
}
