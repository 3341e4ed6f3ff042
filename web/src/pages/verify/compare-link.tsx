// From a finding of a list to the comparison that made it.
import { useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import type { Finding } from './finding-table.tsx'

/** Nothing for findings that no list made. */
export function CompareLink({ finding }: { finding: Finding }) {
  const say = useText()
  const { data: known } = useCall('compare.kinds', {})
  const kind = known?.kinds.find(({ finds }) => finds.some(({ id }) => id === finding.check))
  const { data } = useCall('compare.list', { limit: 200 }, { enabled: kind !== undefined })
  if (!kind || !data) return null
  const own = data.comparisons.filter((one) => one.kind === kind.id)
  const made =
    own.find(({ sender, listDate }) => finding.place.zh.includes(`${sender} ${listDate} 名单`)) ?? own[0]
  if (!made) return null
  return (
    <>
      {'　'}
      <PageLink to={`/verify/compare/${made.id}`}>{say(t('打开比对结果', 'Open the comparison'))}</PageLink>
    </>
  )
}
