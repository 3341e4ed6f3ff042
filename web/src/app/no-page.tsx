// An address without a page, and a page that broke: both say what to do next.
import type { ErrorComponentProps } from '@tanstack/react-router'
import { EmptyNote } from '../parts/empty-note.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { asProblem } from '../problem.ts'
import { PageLink } from './link.tsx'
import { t, useText } from './text.tsx'

export function NoSuchPage() {
  const say = useText()
  return (
    <EmptyNote
      text={t(
        '没有这条记录，或不在您的管辖范围。',
        'There is no such record, or it lies outside of your scope.',
      )}
    >
      <PageLink to="/">{say(t('回工作台', 'Back to the desk'))}</PageLink>
    </EmptyNote>
  )
}

/** After an upgrade an open page may ask for files that are gone: only a reload helps, so the button reloads. */
export function PageBroke({ error }: ErrorComponentProps) {
  return (
    <ProblemNote
      problem={asProblem(error)}
      onRetry={() => window.location.reload()}
      retryWord={t('刷新', 'Reload')}
    />
  )
}
