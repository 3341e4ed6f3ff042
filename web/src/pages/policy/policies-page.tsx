// 政策目录: what is declared, by system, each with its source.

import { citationName } from 'xiangce/kernel'
import { useGo } from '../../app/link.tsx'
import { systemLabel, systemOf } from '../../app/meta.ts'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Page as PageFrame } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { InForce } from './policy-marks.tsx'
import type { PolicyMeta } from './policy-types.ts'

export function Page() {
  const say = useText()
  const go = useGo()
  const { meta } = useSession()
  const systems = [...new Set(meta.policies.map(systemOf))]
  return (
    <PageFrame
      crumb={[{ label: t('政策', 'Policies') }]}
      title={t('政策目录', 'Policies')}
      sentence={say(
        t(
          `${meta.policies.length} 项政策，每一项都写明谁能得、得多少、怎么算、从哪里付。`,
          `${meta.policies.length} policies: who is entitled, to how much, how it is computed, from where it is paid.`,
        ),
      )}
    >
      {systems.length === 0 ? (
        <EmptyNote text={t('还没有政策。', 'There is no policy yet.')} />
      ) : (
        systems.map((system) => {
          const rows = meta.policies.filter((policy) => systemOf(policy) === system)
          return (
            <Sheet
              key={system}
              title={systemLabel(meta, system)}
              note={say(t(`${rows.length} 项`, `${rows.length}`))}
              flush
            >
              <DataTable
                label={systemLabel(meta, system)}
                columns={columns(meta.today, say)}
                rows={rows}
                rowKey={(row) => row.id}
                onOpen={(row) => go(`/policy/${row.id}`)}
              />
            </Sheet>
          )
        })
      )}
    </PageFrame>
  )
}

function columns(today: string, say: ReturnType<typeof useText>): Column<PolicyMeta>[] {
  return [
    { key: 'title', label: t('政策', 'Policy'), cell: (row) => say(row.title), width: 220 },
    {
      key: 'state',
      label: t('施行', 'In force'),
      card: 'state',
      width: 190,
      cell: (row) => <InForce effective={row.effective} today={today} />,
    },
    { key: 'who', label: t('谁能得', 'Who'), slack: true, cell: (row) => say(row.summary?.who) },
    {
      key: 'source',
      label: t('依据', 'Clause'),
      width: 190,
      cell: (row) => say(citationName(row.source)),
    },
    { key: 'examples', label: t('例子', 'Examples'), number: true, width: 70, cell: (row) => row.examples },
  ]
}
