// 预警: all of them.
import { useCall } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Page as PageFrame } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { AlertSheet } from './alert-sheet.tsx'

export function Page() {
  const say = useText()
  const read = useCall('desk.read', {})
  const alerts = read.data?.alerts
  return (
    <PageFrame
      title={t('预警', 'Alerts')}
      sentence={
        alerts &&
        say(
          alerts.length === 0
            ? t('现在没有预警。', 'No alert now.')
            : t(`有 ${alerts.length} 条，办完自己消失。`, `${alerts.length}; each goes when it is settled.`),
        )
      }
    >
      {read.error && <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />}
      {alerts?.length === 0 && (
        <EmptyNote
          text={t('资金都到齐，疑点都已结。', 'All funds have arrived and all findings are settled.')}
        />
      )}
      <AlertSheet alerts={alerts ?? []} />
    </PageFrame>
  )
}
