// A sample that was drawn above, in this area: how far each village is, and every record that its team looks at.
import { useCall } from '../../api.ts'
import { usePathValue } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { Page as PageFrame, Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { RecordsSheet } from './sampling-records.tsx'
import { type Share, stateOf } from './sampling-words.ts'
import './sampling.css'

const crumb = [{ label: t('抽查', 'Samples'), to: '/verify/sampling' }]

export function Page() {
  const say = useText()
  const read = useCall('sample.share', { sampleId: Number(usePathValue('id')) })
  const share = read.data
  if (!share)
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
      title={share.title}
      aside={say(share.label)}
      states={<StateMark {...stateOf(share)} />}
      sentence={say(progressWords(share))}
    >
      <Stack>
        <VillagesSheet share={share} />
        <RecordsSheet register={share.register} records={share.records.map(asStanding)} first="open" />
      </Stack>
    </PageFrame>
  )
}

/** What became of the record since is told in the report of who drew it. */
function asStanding(one: Share['records'][number]) {
  return { ...one, fate: 'same' as const, gone: false }
}

function progressWords({ size, looked, faulty, due, closedAt }: Share) {
  const found = t(
    `上级抽到本地 ${size} 条，有结果 ${looked} 条，其中有错 ${faulty} 条`,
    `${size} records of this area were drawn above, ${looked} with a result, ${faulty} of them faulty`,
  )
  if (closedAt !== null) return t(`${found.zh}。已收尾。`, `${found.en}. It is closed.`)
  const left = size - looked
  if (left === 0) return t(`${found.zh}。都查了。`, `${found.en}. All looked at.`)
  return t(
    `${found.zh}，还差 ${left} 条，${due} 前查完。错误率由抽查的单位统一算。`,
    `${found.en}, ${left} to go, due ${due}. Who drew it works out the rates.`,
  )
}

type Village = Share['villages'][number]

function VillagesSheet({ share }: { share: Share }) {
  const title = t('各村进度', 'By village')
  const columns: Column<Village>[] = [
    { key: 'name', label: t('村', 'Village'), cell: (row) => row.name, slack: true, card: 'title' },
    { key: 'size', label: t('要查', 'To look at'), number: true, cell: (row) => row.size },
    { key: 'looked', label: t('有结果', 'Results'), number: true, cell: (row) => row.looked },
    { key: 'left', label: t('还差', 'To go'), number: true, cell: (row) => row.size - row.looked },
    { key: 'faulty', label: t('有错', 'Faulty'), number: true, cell: (row) => row.faulty, card: 'hidden' },
    {
      key: 'state',
      label: t('状态', 'State'),
      cell: (row) => <StateMark {...stateOf({ ...row, closedAt: share.closedAt })} />,
      card: 'state',
    },
  ]
  const sum = {
    size: share.size,
    looked: share.looked,
    left: share.size - share.looked,
    faulty: share.faulty,
  }
  return (
    <Sheet title={title} flush>
      <DataTable
        label={title}
        columns={columns}
        rows={share.villages}
        rowKey={(row) => row.code}
        {...(share.villages.length > 1 ? { sum } : {})}
      />
    </Sheet>
  )
}
