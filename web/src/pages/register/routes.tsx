// 册: the registers and their records.
import { useQueries } from '@tanstack/react-query'
import { call } from '../../api.ts'
import { systemLabel } from '../../app/meta.ts'
import type { Entry, EntryContext, PageRoute } from '../../app/page-route.ts'
import { useSession } from '../../app/session.tsx'
import { t } from '../../app/text.tsx'

export const room = 'register'

export const routes: PageRoute[] = [
  { path: '/r/$register', load: () => import('./list-page.tsx') },
  { path: '/r/$register/duplicates', load: () => import('./duplicates-page.tsx') },
  { path: '/r/$register/duplicates/$a/$b', load: () => import('./duplicates-pair-page.tsx') },
  { path: '/r/$register/$id', load: () => import('./record-page.tsx') },
]

const upkeep = t('维护', 'Upkeep')

export const entries = ({ meta }: EntryContext): Entry[] => {
  const records = meta.registers.filter((register) => register.shape === 'record' || register.owner !== null)
  const lines = records.map((register) => ({
    group: systemLabel(meta, register.system),
    label: register.label,
    to: `/r/${register.name}`,
  }))
  const imports = meta.registers.some(({ can }) => can.import || can.watch)
  return imports ? [...lines, { group: upkeep, label: t('导入', 'Import'), to: '/import' }] : lines
}

/** How many rows of each register are in scope. */
export const useCounts = (): Record<string, number> => {
  const { meta } = useSession()
  const answers = useQueries({
    queries: meta.registers.map((register) => ({
      queryKey: ['register.total', { register: register.name }],
      queryFn: () => call('register.total', { register: register.name }),
      staleTime: 60_000,
    })),
  })
  return Object.fromEntries(
    meta.registers.flatMap((register, at) => {
      const count = answers[at]?.data?.count
      return count === undefined ? [] : [[`/r/${register.name}`, count] as const]
    }),
  )
}
