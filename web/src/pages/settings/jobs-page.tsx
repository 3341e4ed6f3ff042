// 后台任务: what runs, what stands still and why; stop it or let it go on.
import { useAct, useCall } from '../../api.ts'
import { type Text, t, useText } from '../../app/text.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { JobBar, jobOf } from '../../parts/job-bar.tsx'
import { Page as PageFrame } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { shortTime } from './time.ts'
import './settings.css'

export function Page() {
  const say = useText()
  const { data, error } = useCall('job.list', {}, { every: 2000 })
  const stop = useAct('job.cancel')
  const resume = useAct('job.resume')
  const jobs = data?.jobs ?? []
  const open = jobs.filter(({ state }) => state === 'running' || state === 'waiting').length
  return (
    <PageFrame
      title={t('后台任务', 'Jobs')}
      sentence={
        data &&
        say(
          open === 0
            ? t('现在没有在做的任务。', 'Nothing is running.')
            : t(`${open} 项正在做，可以离开。`, `${open} running; you may leave.`),
        )
      }
    >
      {error && <ProblemNote problem={error} />}
      {stop.error && <ProblemNote problem={stop.error} />}
      {resume.error && <ProblemNote problem={resume.error} />}
      <Sheet title={t('任务', 'Jobs')} note={say(t('新的在前', 'newest first'))}>
        {data && jobs.length === 0 && (
          <EmptyNote
            text={t(
              '还没有任务。导入、核查、批量发放时会列在这里。',
              'No jobs yet. Imports, checks and payment runs are listed here.',
            )}
          />
        )}
        {jobs.map((job) => (
          <div key={job.id} className="hat-line">
            <div style={{ flex: 1 }}>
              <JobBar
                job={jobOf(job)}
                onStop={() => stop.mutate({ id: job.id })}
                onResume={() => resume.mutate({ id: job.id })}
              />
              {job.state === 'failed' && <p className="note">{say(problemText(job.problem))}</p>}
            </div>
            <span className="note">{shortTime(job.createdAt)}</span>
          </div>
        ))}
      </Sheet>
    </PageFrame>
  )
}

/** The server's problem, as it was stored with the job. */
function problemText(problem: unknown): Text {
  return (problem as { detail?: Text } | null)?.detail ?? t('', '')
}
