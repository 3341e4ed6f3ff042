// A new sample: what is wanted at the left, what comes of it at the right, at once; then it is drawn.
import { useState } from 'react'
import { type Input as AskOf, type Output, useAct, useCall } from '../../api.ts'
import { useAddressValue, useGo } from '../../app/link.tsx'
import { NoSuchPage } from '../../app/no-page.tsx'
import { useMay, useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { ActLine } from '../../parts/act-line.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Columns, Page as PageFrame } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { type Draft, draftFor, readDraft, SamplingForm } from './sampling-form.tsx'
import { percentText } from './sampling-words.ts'
import './sampling.css'

type Plan = Output<'sample.plan'>
type Asked = AskOf<'sample.plan'>

export function Page() {
  const { me, meta } = useSession()
  const [after] = useAddressValue('after')
  const [design] = useAddressValue('design')
  const may = useMay()
  const [first] = meta.samples
  if (!first) return <NoSuchPage />
  if (!may('sample.plan')) return <NotMine />
  const chosen = meta.samples.find(({ id }) => id === design) ?? first
  return (
    <NewSample
      key={`${chosen.id}:${after ?? ''}`}
      start={draftFor({
        design: chosen,
        after: after ? Number(after) : null,
        today: meta.today,
        area: me.area,
      })}
    />
  )
}

function NotMine() {
  return (
    <PageFrame crumb={crumb} title={t('抽一次', 'Draw a sample')}>
      <Sheet>
        <EmptyNote
          text={t(
            '抽查由县、乡镇的经办人员来抽，您可以看抽查的结果。',
            'Samples are drawn by officers of the county and of townships; you may read what they came to.',
          )}
        />
      </Sheet>
    </PageFrame>
  )
}

const crumb = [{ label: t('抽查', 'Samples'), to: '/verify/sampling' }]

function NewSample({ start }: { start: Draft }) {
  const say = useText()
  const go = useGo()
  const [draft, setDraft] = useState(start)
  const asked = readDraft(draft)
  const plan = useCall('sample.plan', asked ?? { design: draft.design, rule: fallback }, {
    enabled: asked !== undefined,
  })
  const draw = useAct('sample.draw', { onDone: ({ sampleId }) => go(`/verify/sampling/${sampleId}`) })
  const size = plan.data?.size
  const send = () =>
    asked &&
    draw.mutate({
      ...asked,
      title: draft.title.trim(),
      due: draft.due ?? '',
      ...(draft.seed.trim() ? { seed: draft.seed.trim() } : {}),
    })
  const reasons = [
    ...(asked ? [] : [missing(t('有一格不是数', 'One of the figures cannot be read'))]),
    ...(draft.title.trim() ? [] : [missing(t('起个名称', 'Give it a title'))]),
    ...(draft.due ? [] : [missing(t('定个期限', 'Set a day'))]),
  ]
  return (
    <PageFrame
      crumb={crumb}
      title={draft.after === null ? t('抽一次', 'Draw a sample') : t('抽下一轮', 'Draw the next round')}
      sentence={say(
        t(
          '说清要多准，系统算出要抽多少；抽到谁由种子定，谁也不能挑。',
          'Say how exact it is to be; how many follows from that, and which ones from the seed. Nobody can choose.',
        ),
      )}
    >
      <Columns
        sideFirst
        sideWidth={380}
        side={<SamplingForm draft={draft} onChange={setDraft} />}
        main={
          <Sheet
            title={t('要抽多少', 'How many')}
            note={
              plan.data &&
              say(t(`名册里有 ${number(plan.data.all)} 条`, `of ${number(plan.data.all)} records`))
            }
            footer={
              <ActLine
                word={
                  size === undefined ? t('抽样', 'Draw') : t(`抽 ${number(size)} 条`, `Draw ${number(size)}`)
                }
                consequence={t(
                  '抽中的记录马上派到各村工作队；名单和种子留底，不能再改。',
                  'The records go to the teams of the villages at once; list and seed are kept and cannot be changed.',
                )}
                onAct={send}
                busy={draw.isPending}
                problem={draw.error}
                reasons={reasons}
              />
            }
          >
            {plan.error && <ProblemNote problem={plan.error} onRetry={() => void plan.refetch()} />}
            {!plan.data && !plan.error && <WaitBars lines={6} />}
            {plan.data && <PlanTable plan={plan.data} precision={asked?.rule.precision} />}
          </Sheet>
        }
      />
    </PageFrame>
  )
}

/** Stands in, unasked, while a figure cannot be read. */
const fallback: Asked['rule'] = {
  layers: 'township',
  precision: 3,
  confidence: 95,
  expected: 10,
  holds: 'whole',
  least: 5,
  allocation: 'proportional',
  after: null,
}

function missing(text: { zh: string; en: string }) {
  return { key: text.en, state: 'missing' as const, text }
}

function PlanTable({ plan, precision }: { plan: Plan; precision: number | undefined }) {
  const say = useText()
  const hasBefore = plan.layers.some(({ before }) => before.looked > 0)
  const half = (plan.half * 100).toFixed(1)
  return (
    <>
      <p role="status" className="sampling-answer">
        {say(
          t(
            `抽 ${number(plan.size)} 条，合计预计误差 ±${half} 个百分点。`,
            `${number(plan.size)} records; the whole is expected within ±${half} percentage points.`,
          ),
        )}
        {plan.size > plan.bySize &&
          say(
            t(
              `只按 ±${precision} 要 ${number(plan.bySize)} 条，每层留最低条数就多了些。`,
              ` ±${precision} alone asks for ${number(plan.bySize)}; the least of every layer makes it more.`,
            ),
          )}
      </p>
      <DataTable
        label={t('各层抽多少', 'How many in each layer')}
        columns={layerColumns(hasBefore)}
        rows={plan.layers}
        rowKey={(row) => row.code}
        sum={{ all: number(plan.all), size: number(plan.size) }}
      />
    </>
  )
}

type Layer = Plan['layers'][number]

function layerColumns(hasBefore: boolean): Column<Layer>[] {
  return [
    { key: 'name', label: t('层', 'Layer'), cell: (row) => row.name, slack: true, card: 'title' },
    { key: 'all', label: t('在册', 'Records'), number: true, cell: (row) => number(row.all) },
    ...(hasBefore
      ? [
          {
            key: 'before',
            label: t('上一轮 错/查', 'Before'),
            number: true,
            cell: (row: Layer) => `${row.before.faults}/${row.before.looked}`,
          },
        ]
      : []),
    { key: 'rate', label: t('按错误率', 'At the rate'), number: true, cell: (row) => percentText(row.rate) },
    { key: 'size', label: t('抽', 'Drawn'), number: true, cell: (row) => <b>{number(row.size)}</b> },
  ]
}

function number(count: number): string {
  return count.toLocaleString('en-US')
}
