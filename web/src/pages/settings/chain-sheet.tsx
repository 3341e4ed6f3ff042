// 账链完整: the proof of a log as one line. Officers see the sentence; the fingerprint is there to be written down.
import { Button } from 'antd'
import { useCall } from '../../api.ts'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'

const reasons: Record<string, { zh: string; en: string }> = {
  hash: t('内容与指纹不合', 'its content does not fit its fingerprint'),
  columns: t('列与原文不合', 'its columns differ from its text'),
  missing: t('缺了记录', 'records are missing before it'),
  head: t('链尾不合，后面可能缺了记录', 'the end does not fit; later records may be missing'),
}

export function ChainSheet({ kind }: { kind: 'audit' | 'access' }) {
  const say = useText()
  const may = useMay()
  const name = kind === 'audit' ? 'audit.verify' : 'access.verify'
  const allowed = may(name)
  const { data, error, isFetching, refetch } = useCall(name, {}, { enabled: allowed })
  if (!allowed) return null
  return (
    <Sheet title={t('日志链', 'Chain')}>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      <div className="chain-line">
        {data && !data.broken && (
          <StateMark
            mark="done"
            word={t(
              `完整，共 ${data.count.toLocaleString('en-US')} 条`,
              `Whole: ${data.count.toLocaleString('en-US')} records`,
            )}
          />
        )}
        {data?.broken && (
          <StateMark
            mark="refused"
            strong
            word={t(
              `第 ${data.broken.seq} 条${reasons[data.broken.why]?.zh ?? ''}。请保留现场并报告。`,
              `Record ${data.broken.seq}: ${reasons[data.broken.why]?.en ?? ''}. Leave everything as it is and report.`,
            )}
          />
        )}
        {data && (
          <span className="note">
            {say(t('链尾指纹 ', 'Fingerprint of the end '))}
            <code>{data.head.slice(0, 16)}</code>
            {say(t('　抄在值班簿上，日后可以对照', '  Write it down to compare later'))}
          </span>
        )}
        <Button loading={isFetching} onClick={() => void refetch()}>
          {say(t('再核对一遍', 'Prove again'))}
        </Button>
      </div>
    </Sheet>
  )
}
