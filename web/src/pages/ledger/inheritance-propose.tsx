// The last line of the form: proposes the inheritance, and goes to its run.
import { useAct } from '../../api.ts'
import { useGo } from '../../app/link.tsx'
import { useMay } from '../../app/session.tsx'
import { t } from '../../app/text.tsx'
import { ActLine } from '../../parts/act-line.tsx'
import { moneyText } from '../../parts/money-text.tsx'
import type { Reason } from '../../parts/reason-list.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { isZero } from './fund-words.ts'
import { type Draft, reasonsOf, type View } from './inheritance-words.ts'

type Props = { accountId: number; view: View; draft: Draft }

export function ProposeSheet({ accountId, view, draft }: Props) {
  const go = useGo()
  const onDone = ({ runId }: { runId: number }) => go(`/run/${runId}`)
  const propose = useAct('inheritance.propose', { onDone })
  const without = useAct('inheritance.proposeWithoutHeir', { onDone })
  const send = () => {
    const { diedOn, source, knownOn, document, hasHeirs, heirs, collective } = draft
    if (!diedOn || !source || !knownOn) return
    const death = { accountId, diedOn, source, knownOn, document }
    if (hasHeirs) propose.mutate({ ...death, heirs: [...heirs] })
    else without.mutate({ ...death, ...(view.noHeirTo === 'collective' ? { collective } : {}) })
  }
  return (
    <Sheet
      title={t('提出', 'Proposal')}
      footer={
        <ActLine
          word={t('提出，送审批', 'Propose')}
          consequence={consequenceOf(view, draft.hasHeirs)}
          onAct={send}
          busy={propose.isPending || without.isPending}
          problem={draft.hasHeirs ? propose.error : without.error}
          reasons={useReasons(view, draft)}
        />
      }
    />
  )
}

function useReasons(view: View, draft: Draft): Reason[] {
  const may = useMay()
  if (!may('inheritance.propose'))
    return [
      {
        key: 'may',
        state: 'waiting',
        text: t('由县人社局基金财务提出，您可以看。', 'Proposed by the fund accountant; you may look.'),
      },
    ]
  if (isZero(view.balance))
    return [
      {
        key: 'empty',
        state: 'missing',
        text: t('账户余额是 0，没有可继承的钱。', 'The account is empty; there is nothing to inherit.'),
      },
    ]
  return reasonsOf(draft, view)
}

function consequenceOf({ balance, noHeirTo }: View, hasHeirs: boolean) {
  const sum = moneyText(balance)
  if (hasHeirs || noHeirTo === 'collective')
    return t(
      `${sum} 元，由另一人审批后记账，再按发放批次付款。`,
      `${sum}: approved by another, posted, then paid by batch.`,
    )
  return t(`${sum} 元，由另一人审批后转入统筹账户。`, `${sum}: approved by another, then moved to the pool.`)
}
