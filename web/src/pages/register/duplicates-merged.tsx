// The page of a record that was merged into another says where it went; that of the one that stayed says what came.

import { useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import type { RegisterMeta } from '../../app/meta.ts'
import { t, useText } from '../../app/text.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import type { ProblemNote } from '../../parts/problem-note.tsx'

/** 编号 117 已并入这条. Nothing where nothing was merged. */
export function CameNote({ register, id }: { register: RegisterMeta; id: number }) {
  const say = useText()
  const got = useCall(
    'duplicate.merges',
    { register: register.name, id },
    { enabled: Boolean(register.duplicates) },
  )
  const standing = (got.data?.merges ?? []).filter(
    ({ state, keptId }) => state === 'proposed' || (state === 'done' && keptId === id),
  )
  if (standing.length === 0) return null
  const came = standing.flatMap(({ state, goneId }) => (state === 'done' ? [goneId] : []))
  const waits = standing.some(({ state }) => state === 'proposed')
  return (
    <p className="band band-passing">
      {came.length > 0 &&
        say(
          t(
            `编号 ${came.join('、')} 已并入这条，它的账户、案件和名下记录都在这里看。`,
            `Number ${came.join(', ')} was merged into this one: its accounts, cases and entries are here.`,
          ),
        )}
      {waits && say(t('有一次合并在等另一人确认。', 'A merge waits for a second person.'))}
      {register.duplicates?.merge && (
        <PageLink to={`/r/${register.name}/duplicates?state=merged&of=${id}`}>
          {say(t('看合并记录', 'See the merges'))}
        </PageLink>
      )}
    </p>
  )
}

type MergedProps = { register: RegisterMeta; problem: Parameters<typeof ProblemNote>[0]['problem'] }

export function MergedNote({ register, problem }: MergedProps) {
  const say = useText()
  const { id } = problem.details
  return (
    <EmptyNote text={problem.text}>
      <PageLink to={`/r/${register.name}/${String(id)}`}>{say(t('打开那一条', 'Open it'))}</PageLink>
      {register.duplicates?.merge && (
        <PageLink to={`/r/${register.name}/duplicates?state=merged&of=${String(id)}`}>
          {say(t('看合并记录', 'See the merge'))}
        </PageLink>
      )}
    </EmptyNote>
  )
}
