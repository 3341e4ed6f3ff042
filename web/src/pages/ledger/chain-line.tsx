// 账链: proved from the database on demand; one line, with the fingerprint to be written down.
import { Button } from 'antd'
import { useState } from 'react'
import { useCall } from '../../api.ts'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import './ledger.css'

export function ChainLine() {
  const say = useText()
  const allowed = useMay()('ledger.verify')
  const [asked, setAsked] = useState(false)
  const { data, error, isFetching, refetch } = useCall('ledger.verify', {}, { enabled: allowed && asked })
  if (!allowed) return null
  const prove = () => (asked ? void refetch() : setAsked(true))
  return (
    <Sheet title={t('账链', 'Chain of vouchers')}>
      {error && <ProblemNote problem={error} onRetry={prove} />}
      <div className="ledger-line">
        {!data && (
          <span className="note">
            {say(t('逐张凭证核对指纹、余额、编号，约几秒。', 'Proves every voucher, balance and number.'))}
          </span>
        )}
        {data?.ok && (
          <StateMark
            mark="done"
            word={t(
              `账链完整：凭证 ${data.vouchers.toLocaleString('en-US')} 张，分录 ${data.entries.toLocaleString('en-US')} 条`,
              `Whole: ${data.vouchers.toLocaleString('en-US')} vouchers, ${data.entries.toLocaleString('en-US')} entries`,
            )}
          />
        )}
        {data && !data.ok && (
          <StateMark
            mark="refused"
            strong
            word={t(
              `${data.faults.length} 处不符。请保留现场并报告。`,
              `${data.faults.length} faults. Leave everything as it is and report.`,
            )}
          />
        )}
        {data && (
          <span className="note">
            {say(t('末环指纹 ', 'Last fingerprint '))}
            <code>{data.head.slice(0, 16)}</code>
          </span>
        )}
        <Button loading={isFetching} onClick={prove}>
          {say(data ? t('再核对一遍', 'Prove again') : t('核对账链', 'Prove the chain'))}
        </Button>
      </div>
      {data && data.faults.length > 0 && (
        <ul className="ledger-faults">
          {data.faults.slice(0, 20).map((fault) => (
            <li key={`${fault.place} ${fault.text.zh}`}>{say(fault.text)}</li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}
