// What went wrong, in place, with the remedy. Never a code alone, never a dialog over the work.
import { type Text, t, useText } from '../app/text.tsx'
import type { WebProblem } from '../problem.ts'
import { Glyph } from './state-mark.tsx'
import './notes.css'

type ProblemNoteProps = { problem: WebProblem; onRetry?: () => void; retryWord?: Text }

/** `{act.error && <ProblemNote problem={act.error} onRetry={save} retryWord={t('再存一次','Save again')} />}` */
export function ProblemNote({ problem, onRetry, retryWord }: ProblemNoteProps) {
  const say = useText()
  return (
    <div className="problem-note" role="alert">
      <Glyph mark="refused" />
      <p>
        {say(problem.text)}
        {onRetry && mayHelp(problem) && (
          <button type="button" className="link-button" onClick={onRetry}>
            {say(retryWord ?? t('再做一次', 'Do it again'))}
          </button>
        )}
        <span className="problem-code">
          {say(t('编号', 'No.'))} {incidentOf(problem)}
        </span>
      </p>
    </div>
  )
}

/** Doing it again helps against a broken line or a busy server; what is not there or not allowed stays so. */
function mayHelp({ status }: WebProblem): boolean {
  return status !== 403 && status !== 404
}

function incidentOf(problem: WebProblem): string {
  const incident = problem.details.incident
  return typeof incident === 'string' ? incident : problem.code
}
