// A long job: percent, rows, estimate, stop. One may leave the page; what is done stays done.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { type Output, useAct, useCall } from '../api.ts'
import { type Text, t, useText } from '../app/text.tsx'
import { ProblemNote } from './problem-note.tsx'
import { StateMark } from './state-mark.tsx'
import './field-form.css'

export type JobState = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'
export type Job = {
  id: number
  label: Text | string
  state: JobState
  at: number
  total: number
  text?: Text
  unit?: Text
}

type JobBarProps = { job: Job; onStop?: () => void; onResume?: () => void }

/** `<JobBar job={job} onStop={stop} />`; `<LiveJob id={jobId} onDone={reload} />` asks the server by itself. */
export function JobBar({ job, onStop, onResume }: JobBarProps) {
  const say = useText()
  const left = useEstimate(job)
  const percent = job.total > 0 ? Math.floor((job.at / job.total) * 100) : 0
  return (
    <div className="job-bar">
      <div className="job-head">
        <span>{say(job.label)}</span>
        {job.state === 'running' && onStop && <TextButton words={t('停下', 'Stop')} onClick={onStop} />}
        {(job.state === 'cancelled' || job.state === 'failed') && onResume && (
          <TextButton words={t('接着做', 'Go on')} onClick={onResume} />
        )}
      </div>
      <div
        className="job-track"
        role="progressbar"
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-label={say(job.label)}
      >
        <span style={{ width: `${percent}%` }} />
      </div>
      <p className="note">{jobWords(job, left, say)}</p>
    </div>
  )
}

/** Follows one job until it ends; then all that the page shows is read anew, as after an act. */
export function LiveJob({ id, onDone }: { id: number; onDone?: () => void }) {
  const { data, error } = useCall('job.get', { id }, { every: 1000 })
  const stop = useAct('job.cancel')
  const resume = useAct('job.resume')
  const ended = data?.state === 'done'
  const client = useQueryClient()
  const told = useRef(false)
  useEffect(() => {
    if (!ended || told.current) return
    told.current = true
    void client.invalidateQueries()
    onDone?.()
  }, [ended, onDone, client])
  if (error) return <ProblemNote problem={error} />
  if (!data) return null
  return (
    <JobBar job={jobOf(data)} onStop={() => stop.mutate({ id })} onResume={() => resume.mutate({ id })} />
  )
}

/** `job.get` as the bar shows it. */
export function jobOf(job: Output<'job.get'>): Job {
  const { id, text, state, progress, say } = job
  return { id, label: text, state, at: progress.at, total: progress.total, text: say ?? undefined }
}

function jobWords(job: Job, left: number | undefined, say: ReturnType<typeof useText>) {
  const unit = say(job.unit ?? t('行', 'rows'))
  const at = job.at.toLocaleString('en-US')
  const total = job.total.toLocaleString('en-US')
  if (job.state === 'done')
    return (
      <StateMark
        mark="done"
        word={job.text ?? t(`${total} ${unit}都做完了。`, `All ${total} ${unit} are done.`)}
      />
    )
  if (job.state === 'failed')
    return (
      <StateMark
        mark="refused"
        word={
          job.text ??
          t(`停在第 ${at} ${unit}，前面的都已保存。`, `Stopped at ${at} ${unit}; all before is saved.`)
        }
      />
    )
  if (job.state === 'cancelled')
    return say(t(`停在第 ${at} ${unit}，前面的都已保存。`, `Stopped at ${at} ${unit}; all before is saved.`))
  if (job.state === 'waiting')
    return say(
      t(
        '在排队，轮到就开始。可以离开此页，做完会提醒您。',
        'Queued. You may leave this page; you will be told.',
      ),
    )
  // How much there is, is not known yet: neither a share nor an estimate is made up.
  if (job.total === 0) {
    const done = job.text ?? t(`已做 ${at} ${unit}`, `${at} ${unit} done`)
    return say(
      t(`${done.zh}。可以离开此页，做完会提醒您。`, `${done.en}. You may leave this page; you will be told.`),
    )
  }
  const estimate = left === undefined ? t('', '') : t(`，约还需 ${left} 秒`, `, about ${left} s left`)
  return say(
    t(
      `第 ${at} / ${total} ${unit}${estimate.zh}。可以离开此页，做完会提醒您。`,
      `${at} / ${total} ${unit}${estimate.en}. You may leave this page; you will be told.`,
    ),
  )
}

/** Seconds left, from the pace seen on this page. */
function useEstimate(job: Job): number | undefined {
  const first = useRef<{ id: number; at: number; when: number } | undefined>(undefined)
  if (first.current?.id !== job.id) first.current = { id: job.id, at: job.at, when: performance.now() }
  const done = job.at - first.current.at
  const seconds = (performance.now() - first.current.when) / 1000
  if (done <= 0 || seconds < 1) return undefined
  return Math.max(1, Math.ceil(((job.total - job.at) * seconds) / done))
}

function TextButton({ words, onClick }: { words: Text; onClick: () => void }) {
  const say = useText()
  return (
    <button type="button" className="link-button" onClick={onClick}>
      {say(words)}
    </button>
  )
}
