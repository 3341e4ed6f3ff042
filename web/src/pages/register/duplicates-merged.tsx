// The page of a record that was merged into another says where it went.

import { PageLink } from '../../app/link.tsx'
import type { RegisterMeta } from '../../app/meta.ts'
import { t, useText } from '../../app/text.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import type { ProblemNote } from '../../parts/problem-note.tsx'

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
