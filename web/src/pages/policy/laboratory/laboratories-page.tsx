// 政策实验室: the policies whose facts are in the registers, so that they can be tried over everybody.
import { useCall } from '../../../api.ts'
import { useGo } from '../../../app/link.tsx'
import { systemLabel, systemOf } from '../../../app/meta.ts'
import { useMay, useSession } from '../../../app/session.tsx'
import { t, useText } from '../../../app/text.tsx'
import { DataTable } from '../../../parts/data-table.tsx'
import { Page as PageFrame } from '../../../parts/page.tsx'
import { Sheet } from '../../../parts/sheet.tsx'
import { NotForYou } from './not-for-you.tsx'

export function Page() {
  const say = useText()
  const go = useGo()
  const { meta } = useSession()
  const mayTry = useMay()('policy.simulate')
  const got = useCall('policy.tryable', {}, { enabled: mayTry })
  if (!mayTry) return <NotForYou />
  const ids = new Set(got.data?.policies.map(({ id }) => id))
  const rows = got.data && meta.policies.filter(({ id }) => ids.has(id))
  return (
    <PageFrame
      crumb={[{ label: t('政策', 'Policies'), to: '/policy' }]}
      title={t('政策实验室', 'Policy laboratory')}
      sentence={say(
        t(
          `${rows?.length ?? 0} 项政策的事实都在名册里，可以改参数看全县会怎样。试算不改任何数。`,
          `The facts of ${rows?.length ?? 0} policies are in the registers: change a value and see what becomes of the county. Nothing is written.`,
        ),
      )}
    >
      <Sheet title={t('选一项政策', 'Choose a policy')} flush>
        <DataTable
          label={t('可以试算的政策', 'Policies that can be tried')}
          rows={rows}
          rowKey={({ id }) => id}
          problem={got.error}
          onRetry={() => void got.refetch()}
          onOpen={({ id }) => go(`/laboratory/${id}`)}
          columns={[
            { key: 'title', label: t('政策', 'Policy'), width: 240, cell: ({ title }) => say(title) },
            {
              key: 'system',
              label: t('业务', 'System'),
              width: 160,
              cell: (row) => say(systemLabel(meta, systemOf(row))),
            },
            {
              key: 'amount',
              label: t('得多少', 'How much'),
              slack: true,
              cell: ({ summary }) => say(summary?.amount),
            },
            {
              key: 'parameters',
              label: t('参数', 'Parameters'),
              number: true,
              width: 80,
              cell: ({ parameters }) => parameters.length,
            },
          ]}
        />
      </Sheet>
    </PageFrame>
  )
}
