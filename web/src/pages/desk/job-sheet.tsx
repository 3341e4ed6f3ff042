// 正在运行: long work that goes on behind the pages.
import { useCall } from '../../api.ts'
import { t } from '../../app/text.tsx'
import { LiveJob } from '../../parts/job-bar.tsx'
import { Sheet } from '../../parts/sheet.tsx'

export function JobSheet() {
  const { data } = useCall('job.list', { limit: 20 }, { every: 10_000 })
  const running = (data?.jobs ?? []).filter(({ state }) => state === 'waiting' || state === 'running')
  if (running.length === 0) return null
  return (
    <Sheet title={t('正在运行', 'Running')}>
      {running.map(({ id }) => (
        <LiveJob key={id} id={id} />
      ))}
    </Sheet>
  )
}
