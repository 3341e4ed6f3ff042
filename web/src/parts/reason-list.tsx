// Why a button is off: a list that shrinks as things are put right. Real text, never a tooltip.
import type { ReactNode } from 'react'
import { type Text, t, useText } from '../app/text.tsx'
import { Glyph, type Mark } from './state-mark.tsx'
import './reason-list.css'

export type Reason = {
  key: string
  state: 'missing' | 'waiting' | 'fulfilled' | 'doubt'
  text: Text | string
  note?: ReactNode
}

/** `<ReasonList reasons={[{ key: 'objection', state: 'missing', text: t('还有 1 件异议没有答复。','One objection is open.') }]} />` */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  const say = useText()
  return (
    <ul className="reason-list">
      {reasons.map((reason) => (
        <li key={reason.key}>
          <Glyph mark={reasonMarks[reason.state]} />
          <span>
            <span className="only-read-aloud">{say(reasonWords[reason.state])}</span>
            <span className={reason.state === 'missing' ? 'reason-missing' : undefined}>
              {say(reason.text)}
            </span>{' '}
            {reason.note}
          </span>
        </li>
      ))}
    </ul>
  )
}

const reasonMarks: Record<Reason['state'], Mark> = {
  missing: 'refused',
  waiting: 'soon',
  fulfilled: 'done',
  doubt: 'doubt',
}
const reasonWords: Record<Reason['state'], Text> = {
  missing: t('还缺：', 'Missing: '),
  waiting: t('等：', 'Waiting: '),
  fulfilled: t('已满足：', 'Fulfilled: '),
  doubt: t('存疑：', 'In doubt: '),
}
