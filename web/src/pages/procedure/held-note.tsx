// Who stays where he is, and why: a list that opens.
import { type Text, t, useText } from '../../app/text.tsx'
import type { NextAct } from './case-types.ts'

export function HeldNote({ held, counter }: { held: NextAct['held']; counter: Text }) {
  const say = useText()
  return (
    <details className="held-note">
      <summary>
        {say(t(`${held.length} ${counter.zh}留在原处，看为什么`, `${held.length} stay; see why`))}
      </summary>
      <ul>
        {held.map((one) => (
          <li key={one.item}>{one.reasons.map((reason) => say(reason)).join(' ')}</li>
        ))}
      </ul>
    </details>
  )
}
