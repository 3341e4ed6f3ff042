// ③ 撤销: the last step taken back, by the button or Ctrl+Z; said in one sentence, also to who hears the page.
import { useMemo } from 'react'
import { useAct } from '../../api.ts'
import { useKeys } from '../../app/keys.ts'
import { t, useText } from '../../app/text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import type { Import } from './import-words.ts'

export function StepBack({ given }: { given: Import }) {
  const say = useText()
  const back = useAct('import.stepBack')
  const { step, id } = given
  const { mutate, isPending } = back
  const keys = useMemo(
    () => ({ 'Ctrl+z': ({ shiftKey }: KeyboardEvent) => !shiftKey && mutate({ importId: id }) }),
    [mutate, id],
  )
  useKeys(keys, step !== null && !isPending)
  const done = isPending || (step?.id ?? 0) > (back.data?.id ?? 0) ? undefined : back.data // until the next step
  if (step === null && !done && !back.error) return null
  return (
    <div className="import-step">
      {step && (
        <button
          type="button"
          className="link-button"
          disabled={isPending}
          onClick={() => mutate({ importId: id })}
        >
          {say(t(`撤销：${step.text.zh}`, `Undo: ${step.text.en}`))}
        </button>
      )}
      <span className="note" role="status">
        {done && say(t(`已撤销：${done.text.zh}。`, `Taken back: ${done.text.en}.`))}
      </span>
      {back.error && <ProblemNote problem={back.error} />}
    </div>
  )
}
