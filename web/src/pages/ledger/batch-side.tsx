// Who did what on this batch, and where its money is in the books.
import { useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { Facts, Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { type Batch, type BatchLine, lineMark, voucherName } from './fund-words.ts'
import { WhyAmount } from './why-amount.tsx'

export function BatchSide({ batch }: { batch: Batch }) {
  const say = useText()
  const { data } = useCall('ledger.vouchers', { source: `batch:${batch.id}`, limit: 20 })
  return (
    <>
      <Sheet title={t('付款情况', 'Payments')} note={say(t('单位：元', 'in yuan'))}>
        <Facts
          facts={Object.entries(batch.counts).map(([status, sum]) => ({
            key: status,
            label: lineMark(status as BatchLine['status']).word, // the server's own status
            value: <WhyAmount yuan={sum.total} to={`/batch/${batch.id}?status=${status}`} />,
            source: say(t(`${sum.count} 笔`, `${sum.count} payments`)),
          }))}
        />
        <RunLink source={batch.source} />
      </Sheet>
      <Sheet title={t('经手', 'Hands')} flush>
        <ul className="ledger-list">
          {batch.acts.map((act) => (
            <li key={`${act.at} ${act.act}`}>
              <StateMark mark={act.act === 'giveBack' ? 'returned' : 'done'} word={act.label} />
              <span className="ledger-list-words">
                {[act.actorName, act.note].filter(Boolean).join('　')}
              </span>
              <span className="note">{act.at.slice(0, 10)}</span>
            </li>
          ))}
        </ul>
      </Sheet>
      <Sheet title={t('凭证', 'Vouchers')} flush>
        <ul className="ledger-list">
          {data?.vouchers.map((voucher) => (
            <li key={voucher.id}>
              <PageLink to={`/voucher/${voucher.id}`}>{voucherName(voucher)}</PageLink>
              <span className="ledger-list-words">{say(voucher.text)}</span>
              <WhyAmount yuan={voucher.total} to={`/voucher/${voucher.id}`} />
            </li>
          ))}
          {data?.vouchers.length === 0 && (
            <li className="note">{say(t('拨付以后有凭证。', 'Vouchers follow the appropriation.'))}</li>
          )}
        </ul>
      </Sheet>
    </>
  )
}

function RunLink({ source }: { source: string }) {
  const say = useText()
  const match = /^run:(\d+)$/.exec(source)
  return match ? (
    <p>
      <PageLink to={`/run/${match[1]}`}>
        {say(t('看这一批是怎么算出来的', 'How this batch was computed'))}
      </PageLink>
    </p>
  ) : null
}
