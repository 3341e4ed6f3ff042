// The steps of a case: finished ones are a tint disc with a tick, the open one is filled, the rest are outlines.
import { type Text, t, useText } from '../app/text.tsx'
import './steps.css'

export type Step = {
  key: string
  label: Text | string
  note?: Text | string
  state: 'done' | 'now' | 'later'
}

/** `<Steps steps={[{ key: 'list', label: t('报名单','List'), note: '8 月 4 日', state: 'done' }]} />` */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const say = useText()
  return (
    <ol className="steps" aria-label={say(t('步骤', 'Steps'))}>
      {steps.map((step, index) => (
        <li
          key={step.key}
          className={`step step-${step.state}`}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span className="step-disc">{step.state === 'done' ? <Tick /> : index + 1}</span>
          <span className="step-label">
            {say(step.label)}
            <span className="only-read-aloud">{say(stateWords[step.state])}</span>
          </span>
          <span className="step-note">{say(step.note)}</span>
        </li>
      ))}
    </ol>
  )
}

const stateWords = {
  done: t('，已办', ', done'),
  now: t('，正在办', ', under way'),
  later: t('，未开始', ', not started'),
}

function Tick() {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="m3 7.4 2.7 2.9L11 4" />
    </svg>
  )
}
