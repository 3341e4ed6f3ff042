// 我经手的: cases in which I did a step, open ones and closed ones.
import { useCall } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { Page as PageFrame } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { CaseLines } from './case-lines.tsx'

export function Page() {
  const say = useText()
  const pages = usePages<number>()
  const counts = useCall('case.counts', {})
  const read = useCall('case.list', { mine: true, after: pages.after, limit: 50 })
  const n = counts.data?.mine
  return (
    <PageFrame
      title={t('我经手的', 'Through my hands')}
      sentence={
        n !== undefined &&
        say(
          n === 0
            ? t('您还没有经手过案件。', 'You have not acted in any case yet.')
            : t(`您经手过 ${n} 件案件，新的在前。`, `You acted in ${n} cases, the newest first.`),
        )
      }
    >
      <Sheet title={t('案件', 'Cases')} flush>
        <CaseLines
          label={t('我经手的案件', 'Cases through my hands')}
          none={t('您还没有经手过案件。', 'You have not acted in any case yet.')}
          rows={read.data?.rows}
          problem={read.error}
          onRetry={() => void read.refetch()}
          pager={pages.pager(read.data?.next)}
        />
      </Sheet>
    </PageFrame>
  )
}
