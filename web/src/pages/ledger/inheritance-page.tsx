// 办理继承: the death, what is left, who gets what by the policy; proposed here, approved by another on the run's page (LS-13, GEN-13).
import { useEffect, useState } from 'react'
import { useCall } from '../../api.ts'
import { usePathValue } from '../../app/link.tsx'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { moneyText } from '../../parts/money-text.tsx'
import { Page as PageFrame, Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { DeathSheet } from './inheritance-death.tsx'
import { HeirsSheet } from './inheritance-heirs.tsx'
import { LeftSheet } from './inheritance-left.tsx'
import { PastSheet } from './inheritance-past.tsx'
import { ProposeSheet } from './inheritance-propose.tsx'
import { type Draft, emptyDraft, type View, withRegister } from './inheritance-words.ts'
import './ledger.css'

export function Page() {
  const accountId = Number(usePathValue('id'))
  const { meta } = useSession()
  const [typed, setTyped] = useState<Draft>(() => emptyDraft(meta.today))
  const shares = useSettled(sharesOf(typed))
  const read = useCall('inheritance.view', {
    accountId,
    ...(typed.diedOn ? { diedOn: typed.diedOn } : {}),
    shares: shares === '' ? [] : shares.split(' '),
  })
  if (read.error && !read.data)
    return <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />
  if (!read.data) return <WaitBars lines={12} />
  const draft = withRegister(typed, read.data.deceased)
  const set = (part: Partial<Draft>) => setTyped({ ...draft, ...part })
  return <InheritancePage accountId={accountId} view={read.data} draft={draft} set={set} />
}

/** All shares in one text; empty while one of them is not filled in. */
function sharesOf({ hasHeirs, heirs }: Draft): string {
  const shares = heirs.map(({ share }) => share.replace(/\s/g, ''))
  return hasHeirs && shares.every((share) => share !== '') ? shares.join(' ') : ''
}

/** What was typed, once nothing was typed for a moment: each look at an account is written down. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), 400)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}

type Props = { accountId: number; view: View; draft: Draft; set: (part: Partial<Draft>) => void }

function InheritancePage({ accountId, view, draft, set }: Props) {
  const say = useText()
  const open = view.runs.find((run) => run.state !== 'sealed')
  const name = view.deceased?.name ?? ''
  return (
    <PageFrame
      crumb={[
        { label: t('资金', 'Funds'), to: '/funds' },
        { label: t(`账户 ${name}`, `Account ${name}`), to: `/account/${accountId}` },
      ]}
      title={t('办理继承', 'Inheritance')}
      aside={name}
      sentence={say(sentenceOf(view, open !== undefined))}
    >
      <Stack>
        <PastSheet view={view} />
        <LeftSheet view={view} />
        {!open && (
          <>
            <DeathSheet view={view} draft={draft} set={set} />
            <HeirsSheet view={view} draft={draft} set={set} />
            <ProposeSheet accountId={accountId} view={view} draft={draft} />
          </>
        )}
      </Stack>
    </PageFrame>
  )
}

function sentenceOf({ balance, deceased }: View, open: boolean) {
  const died = deceased?.diedOn
    ? t(`${deceased.diedOn} 去世`, `died ${deceased.diedOn}`)
    : t('人员册没有登记去世', 'no death in the register')
  const next = open
    ? t('已有一次在办，办完再提。', 'one is under way; finish it first.')
    : t('填好后由另一人审批，审批前可以撤回。', 'approved by another person; can be withdrawn before.')
  return t(
    `${died.zh}，账上余额 ${moneyText(balance)} 元。${next.zh}`,
    `${died.en}, balance ${moneyText(balance)}; ${next.en}`,
  )
}
