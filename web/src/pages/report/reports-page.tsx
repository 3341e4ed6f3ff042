// The list of reports that I may read.
import { PageLink } from '../../app/link.tsx'
import { systemLabel } from '../../app/meta.ts'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { Page as PageFrame } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'

export function Page() {
  const say = useText()
  const { meta } = useSession()
  const columns = [
    {
      key: 'label',
      label: t('报表', 'Report'),
      cell: (row: { id: string; label: { zh: string; en: string } }) => (
        <PageLink to={`/report/${row.id}`}>{say(row.label)}</PageLink>
      ),
      slack: true,
    },
    {
      key: 'system',
      label: t('业务', 'System'),
      cell: (row: { system: string }) => say(systemLabel(meta, row.system)),
    },
  ]
  return (
    <PageFrame
      title={t('报表', 'Reports')}
      sentence={say(
        t(
          `您可以看 ${meta.reports.length} 张报表，只统计您管辖范围内的数。`,
          `${meta.reports.length} reports, over your own area.`,
        ),
      )}
    >
      <Sheet title={t('报表', 'Reports')} flush>
        <DataTable
          label={t('报表', 'Reports')}
          columns={columns}
          rows={meta.reports}
          rowKey={(row) => row.id}
        />
      </Sheet>
    </PageFrame>
  )
}
