// 预警: a fact, an amount, one act.
import type { Output } from '../../api-types.ts'
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import './desk.css'

export function AlertSheet({ alerts }: { alerts: Output<'desk.read'>['alerts'] }) {
  const say = useText()
  if (alerts.length === 0) return null
  return (
    <Sheet title={t('预警', 'Alerts')} note={say(t(`${alerts.length} 条`, `${alerts.length}`))}>
      <ul className="desk-alerts">
        {alerts.map((alert) => (
          <li key={alert.key}>
            <p>
              <StateMark mark={alert.mark} word={say(alert.title)} strong />
              <PageLink to={alert.to}>{say(alert.verb)}</PageLink>
            </p>
            <p className="note">{say(alert.text)}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
