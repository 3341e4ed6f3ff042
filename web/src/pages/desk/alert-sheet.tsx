// 预警: a fact, an amount, one act.
import type { Output } from '../../api-types.ts'
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import './desk.css'

const alertWords = {
  late: t('已过期', 'late'),
  soon: t('快到期', 'due soon'),
  doubt: t('存疑', 'in doubt'),
} as const

type AlertsProps = { alerts: Output<'desk.read'>['alerts']; most?: number }

/** `most`: the desk shows the first few and leads to the page of all. */
export function AlertSheet({ alerts, most = Number.POSITIVE_INFINITY }: AlertsProps) {
  const say = useText()
  if (alerts.length === 0) return null
  return (
    <Sheet title={t('预警', 'Alerts')} note={say(t(`${alerts.length} 条`, `${alerts.length}`))} flush>
      <ul className="desk-alerts">
        {alerts.slice(0, most).map((alert) => (
          <li key={alert.key}>
            <p>
              <span className="desk-alert">
                <StateMark mark={alert.mark} wordHidden word={alertWords[alert.mark]} />
                <b>{say(alert.title)}</b>
              </span>
              <PageLink to={alert.to}>{say(alert.verb)}</PageLink>
            </p>
            <p className="note desk-alert-text">{say(alert.text)}</p>
          </li>
        ))}
      </ul>
      {alerts.length > most && (
        <p className="desk-more">
          <PageLink to="/alerts">
            {say(t(`其余 ${alerts.length - most} 条`, `${alerts.length - most} more`))}
          </PageLink>
        </p>
      )}
    </Sheet>
  )
}
