// 抽查: the samples of this area, and a way to draw another.
import { Button } from 'antd'
import { useCall } from '../../api.ts'
import { useGo } from '../../app/link.tsx'
import { useMay, useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Page as PageFrame, Stack } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { dayText } from '../register/moment.ts'
import { SharesSheet } from './sampling-shares.tsx'
import { type SampleLine, stateOf } from './sampling-words.ts'

export function Page() {
  const say = useText()
  const go = useGo()
  const may = useMay()
  const pages = usePages<number>()
  const { meta } = useSession()
  const read = useCall('sample.list', { after: pages.after })
  const add = (
    <Button type="primary" onClick={() => go('/verify/sampling/new')}>
      {say(t('抽一次', 'Draw a sample'))}
    </Button>
  )
  const labelOf = (design: string) => meta.samples.find(({ id }) => id === design)?.label ?? t(design, design)
  return (
    <PageFrame
      title={t('抽查', 'Samples')}
      sentence={say(
        t(
          '从名册里随机抽一些记录，派工作队到现场对；查出来的错误率带区间，说明名册有几分可信。',
          'Records are drawn at random and compared on the spot by the teams; the rate of faults, with its interval, tells how far the register can be relied on.',
        ),
      )}
      actions={may('sample.plan') && add}
    >
      <Stack>
        {may('sample.read') && <SharesSheet />}
        <Sheet title={t('抽过的', 'Drawn so far')} flush>
          <DataTable
            label={t('抽查', 'Samples')}
            columns={columnsOf(say, labelOf)}
            rows={read.data?.samples}
            rowKey={(row) => row.id}
            onOpen={(row) => go(`/verify/sampling/${row.id}`)}
            problem={read.error}
            onRetry={() => void read.refetch()}
            pager={pages.pager(read.data?.next)}
            empty={
              <EmptyNote
                text={t(
                  '还没有抽过。抽一次，任务就到工作队手里。',
                  'Nothing was drawn yet. Draw a sample and the teams have their tasks.',
                )}
              >
                {may('sample.plan') && add}
              </EmptyNote>
            }
          />
        </Sheet>
      </Stack>
    </PageFrame>
  )
}

function columnsOf(
  say: ReturnType<typeof useText>,
  labelOf: (design: string) => { zh: string; en: string },
): Column<SampleLine>[] {
  return [
    { key: 'title', label: t('名称', 'Title'), cell: (row) => row.title, slack: true, card: 'title' },
    { key: 'design', label: t('查什么', 'What'), cell: (row) => say(labelOf(row.design)) },
    { key: 'drawn', label: t('抽样日', 'Drawn on'), cell: (row) => dayText(row.drawnAt), minor: true },
    { key: 'maker', label: t('抽样人', 'By'), cell: (row) => row.maker, minor: true, card: 'hidden' },
    { key: 'size', label: t('抽', 'Drawn'), number: true, cell: (row) => row.size, card: 'fact' },
    { key: 'looked', label: t('有结果', 'Results'), number: true, cell: (row) => row.looked, card: 'fact' },
    { key: 'faulty', label: t('有错', 'Faulty'), number: true, cell: (row) => row.faulty, card: 'fact' },
    { key: 'due', label: t('期限', 'Due'), cell: (row) => row.due, card: 'hidden' },
    {
      key: 'state',
      label: t('状态', 'State'),
      cell: (row) => <StateMark {...stateOf(row)} />,
      card: 'state',
    },
  ]
}
