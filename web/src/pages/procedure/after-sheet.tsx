// 认定以后: what was decided turns into money: who brings it, into which accounts it goes, how far that is.
import { useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { systemOf } from '../../app/meta.ts'
import { useHas, useMay, useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { MoneyText } from '../../parts/money-text.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import type { Case } from './case-types.ts'

/** Nothing before the decision, and nothing for who may not read the books. */
export function AfterSheet({ data }: { data: Case }) {
  const say = useText()
  const { meta } = useSession()
  const has = useHas('fund.distribution')
  const reads = useMay()('ledger.read') && has
  const fund = meta.funds.find((one) => systemOf(one) === systemOf({ id: data.procedure }))
  const context = data.subject
  const shares = useCall('fund.distribution', { context }, { enabled: reads })
  const sheet = useCall('fund.sheet', { fund: fund?.id ?? '', context }, { enabled: reads && !!fund })
  if (!fund || !shares.data || shares.data.rows.length === 0) return null
  const { rows, individualTotal, pooledTotal, total } = shares.data
  const getting = rows.filter((row) => row.individual !== null)
  const sum = (pick: (row: (typeof rows)[number]) => number) =>
    getting.reduce((all, row) => all + pick(row), 0)
  const [persons, opened] = [sum((row) => row.persons), sum((row) => row.opened)]
  return (
    <Sheet
      title={t('认定以后', 'After the decision')}
      note={say(t('元', 'yuan'))}
      actions={
        <PageLink to={`/fund/${fund.id}?project=${context.id}`}>
          {say(t('怎么分的', 'How it is shared'))}
        </PageLink>
      }
    >
      <dl className="after">
        <Line label={t('保障金', 'Protection fund')} yuan={total} strong />
        {sheet.data?.parts.map((part) => (
          <Line
            key={part.part}
            label={
              part.short === '0.00' ? part.label : t(`${part.label.zh}，还差`, `${part.label.en}, short`)
            }
            yuan={part.short === '0.00' ? part.due : part.short}
            late={part.short !== '0.00'}
          />
        ))}
        <Line label={t('进个人账户', 'To individual accounts')} yuan={individualTotal} closing />
        <Line label={t('进统筹账户', 'To the pool')} yuan={pooledTotal} />
      </dl>
      <p className="after-state">
        <StateMark
          mark={opened === 0 ? 'open' : opened < persons ? 'doing' : 'done'}
          word={t(`应开户 ${persons} 人，已开 ${opened} 人`, `${opened} of ${persons} accounts open`)}
        />
      </p>
    </Sheet>
  )
}

type LineProps = {
  label: { zh: string; en: string }
  yuan: string
  strong?: boolean
  closing?: boolean
  late?: boolean
}

function Line({ label, yuan, strong, closing, late }: LineProps) {
  const say = useText()
  const look = [closing ? 'after-closing' : '', strong || closing ? '' : 'after-part'].join(' ')
  return (
    <div className={look}>
      <dt>{late ? <StateMark mark="late" word={label} /> : say(label)}</dt>
      <dd>
        <MoneyText yuan={yuan} strong={strong || closing} />
      </dd>
    </div>
  )
}
