// Where the money is beside whose it is: two columns that close on the same sum.
import { useSession } from '../../app/session.tsx'
import { type Text, t, useText } from '../../app/text.tsx'
import { moneyText } from '../../parts/money-text.tsx'
import { type Fund, isZero, sumYuan } from './fund-words.ts'
import { kindLabel, kindSide } from './kind-label.ts'
import { WhyAmount } from './why-amount.tsx'

type Sum = Fund['sums'][number]

export function TwoSides({ fund, sums }: { fund: string; sums: readonly Sum[] }) {
  const { meta } = useSession()
  const of = (side: 'D' | 'C') =>
    sums.filter((sum) => sum.bookEntity === 'agency' && kindSide(meta, sum.kind) === side)
  return (
    <div className="two-sides">
      <Side fund={fund} title={t('钱在哪里', 'Where it is')} sums={of('D')} />
      <Side fund={fund} title={t('是谁的', 'Whose it is')} sums={of('C')} closes />
    </div>
  )
}

type SideProps = { fund: string; title: Text; sums: readonly Sum[]; closes?: boolean }

function Side({ fund, title, sums, closes }: SideProps) {
  const say = useText()
  const { meta } = useSession()
  return (
    <table className="ledger-voucher">
      <thead>
        <tr>
          <th scope="col">{say(title)}</th>
          <th scope="col" className="number">
            {say(t('户数', 'Accounts'))}
          </th>
          <th scope="col" className="number">
            {say(t('余额', 'Balance'))}
          </th>
        </tr>
      </thead>
      <tbody>
        {sums.map((sum) => (
          <tr key={sum.kind}>
            <td>{say(kindLabel(meta, sum.kind))}</td>
            <td className="number">{sum.count.toLocaleString('en-US')}</td>
            <td className="number">
              <WhyAmount
                yuan={sum.balance}
                to={`/fund/${fund}?tab=accounts&kind=${sum.kind}`}
                quietZero={isZero(sum.balance)}
              />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {say(t('合计', 'Total'))}
          </th>
          <td className={closes ? 'number ledger-closing' : 'number'}>
            {closes && '＝ '}
            {moneyText(sumYuan(sums.map((sum) => sum.balance)))}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
