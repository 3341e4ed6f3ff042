// One sample: what it says, with which certainty, by place and field; what it cannot say; how it was done; every record.
import { Button, Popconfirm } from 'antd'
import { fileAddress, useAct, useCall } from '../../api.ts'
import { useGo, usePathValue } from '../../app/link.tsx'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { Page as PageFrame, Stack } from '../../parts/page.tsx'
import { PrintButtons } from '../../parts/print-button.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Facts, Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { SamplingPlaces } from './sampling-places.tsx'
import { SamplingRecords } from './sampling-records.tsx'
import type { Report } from './sampling-words.ts'
import './sampling.css'

export function Page() {
  const say = useText()
  const id = Number(usePathValue('id'))
  const read = useCall('sample.report', { sampleId: id })
  const report = read.data
  if (!report)
    return (
      <PageFrame crumb={crumb} title={t('抽查', 'Samples')}>
        {read.error ? (
          <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />
        ) : (
          <WaitBars lines={10} />
        )}
      </PageFrame>
    )
  return (
    <PageFrame
      crumb={crumb}
      title={report.sample.title}
      aside={say(report.label)}
      states={<State report={report} />}
      sentence={say(progressWords(report))}
      actions={<Acts report={report} />}
    >
      <Stack>
        <Sheet title={t('结果', 'What it says')}>
          <p role="status" className="sampling-answer">
            {say(report.answer)}
          </p>
          <h3 className="sampling-head">{say(t('说不了什么', 'What it cannot say'))}</h3>
          <ul className="sampling-limits">
            {report.limits.map((line) => (
              <li key={line.en}>{say(line)}</li>
            ))}
          </ul>
        </Sheet>
        <SamplingPlaces report={report} />
        <SamplingRecords report={report} />
        <MethodSheet report={report} />
      </Stack>
    </PageFrame>
  )
}

const crumb = [{ label: t('抽查', 'Samples'), to: '/verify/sampling' }]

function State({ report: { sample, whole } }: { report: Report }) {
  if (sample.closedAt) return <StateMark mark="done" word={t('已收尾', 'closed')} />
  if (whole.silent === 0) return <StateMark mark="done" word={t('都查了', 'all looked at')} />
  return <StateMark mark="doing" word={t('在查', 'under way')} />
}

function progressWords({ sample, whole }: Report) {
  const { looked } = whole.estimate
  const gone = whole.gone > 0 ? `，${whole.gone} 条已不在名册` : ''
  return t(
    `抽了 ${whole.drawn} 条，有结果 ${looked} 条，还差 ${whole.silent} 条${gone}。${sample.due} 前查完。`,
    `${whole.drawn} drawn, ${looked} with a result, ${whole.silent} to go${whole.gone > 0 ? `, ${whole.gone} no longer in the register` : ''}. Due ${sample.due}.`,
  )
}

function Acts({ report }: { report: Report }) {
  const say = useText()
  const go = useGo()
  const may = useMay()
  const { id, design, closedAt } = report.sample
  const close = useAct('sample.close')
  return (
    <>
      <PrintButtons page="sample" of={design} input={{ sampleId: id }} />
      <FileButton id={id} as="word" word={t('Word', 'Word')} />
      <FileButton id={id} as="excel" word={t('Excel', 'Excel')} />
      {may('sample.plan') && report.whole.estimate.looked > 0 && (
        <Button onClick={() => go(`/verify/sampling/new?after=${id}&design=${design}`)}>
          {say(t('照结果抽下一轮', 'Next round by these results'))}
        </Button>
      )}
      {may('sample.plan') && closedAt === null && (
        <Popconfirm
          title={say(
            t(
              '收尾后不再收结果，没查的按没有结果算。',
              'No more results are taken; what was not looked at counts as without result.',
            ),
          )}
          okText={say(t('收尾', 'Close'))}
          cancelText={say(t('再等等', 'Wait'))}
          onConfirm={() => close.mutate({ sampleId: id })}
        >
          <Button loading={close.isPending}>{say(t('收尾', 'Close'))}</Button>
        </Popconfirm>
      )}
      {close.error && <ProblemNote problem={close.error} />}
    </>
  )
}

function FileButton({
  id,
  as,
  word,
}: {
  id: number
  as: 'word' | 'excel'
  word: { zh: string; en: string }
}) {
  const say = useText()
  const act = useAct('report.sample', {
    onDone: ({ fileId }) => window.location.assign(fileAddress(fileId)),
  })
  return (
    <>
      <Button loading={act.isPending} onClick={() => act.mutate({ sampleId: id, as })}>
        {say(word)}
      </Button>
      {act.error && <ProblemNote problem={act.error} />}
    </>
  )
}

function MethodSheet({ report }: { report: Report }) {
  const say = useText()
  return (
    <Sheet title={t('怎么做的', 'How it was done')} actions={<AgainButton id={report.sample.id} />}>
      <Facts facts={report.method.map(({ head, text }) => ({ label: head, value: say(text) }))} />
    </Sheet>
  )
}

/** Anybody who reads may have it drawn again. */
function AgainButton({ id }: { id: number }) {
  const say = useText()
  const again = useAct('sample.again')
  return (
    <>
      {again.data && (
        <span role="status">
          {say(
            again.data.same
              ? t(`重抽一样，${again.data.size} 条都对得上`, `The same ${again.data.size} records come out`)
              : t('重抽不一样，请报审计', 'Other records come out; tell the auditor'),
          )}
        </span>
      )}
      {again.error && <ProblemNote problem={again.error} />}
      <button
        type="button"
        className="link-button"
        disabled={again.isPending}
        onClick={() => again.mutate({ sampleId: id })}
      >
        {say(t('按种子重抽核对', 'Draw again from the seed'))}
      </button>
    </>
  )
}
