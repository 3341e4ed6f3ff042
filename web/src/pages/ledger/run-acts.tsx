// What is to be done with a run now: its approval, its posting.
import { useAct } from '../../api.ts'
import { useMay, useSession } from '../../app/session.tsx'
import { t } from '../../app/text.tsx'
import { ActLine } from '../../parts/act-line.tsx'
import { moneyText } from '../../parts/money-text.tsx'
import type { Reason } from '../../parts/reason-list.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { isZero, type Run } from './fund-words.ts'

export function ActSheet({ run, onPosting }: { run: Run; onPosting: (job: number) => void }) {
  if (run.state === 'proposed') return <ApproveSheet run={run} />
  if (run.state === 'approved' || run.state === 'posting')
    return <PostSheet run={run} onPosting={onPosting} />
  return null
}

function ApproveSheet({ run }: { run: Run }) {
  const may = useMay()
  const { me } = useSession()
  const approving = useAct('run.approve')
  const inheriting = useAct('inheritance.approve')
  const [verb, approve] = run.inheritance
    ? (['inheritance.approve', inheriting] as const)
    : (['run.approve', approving] as const)
  const reasons: Reason[] = []
  if (me.name === run.proposedName)
    reasons.push({
      key: 'same',
      state: 'waiting',
      text: t('您提出的，由另一人审批。', 'You proposed it; another person approves.'),
    })
  else if (!may(verb))
    reasons.push({
      key: 'may',
      state: 'waiting',
      text: run.inheritance
        ? t('由县人社局基金复核或业务复核审批，您可以看。', 'Approved by a reviewer of the HR bureau.')
        : t('由县人社局业务复核审批，您可以看。', 'Approved by the reviewer of the HR bureau.'),
    })
  if (run.count === 0)
    reasons.push({ key: 'none', state: 'missing', text: t('名单里没有可办的人。', 'Nobody on the list.') })
  if (run.interest && !isZero(run.interest.short))
    reasons.push({
      key: 'short',
      state: 'missing',
      text: t(
        `差 ${moneyText(run.interest.short)} 元没有来源。`,
        `${moneyText(run.interest.short)} have no source.`,
      ),
    })
  return (
    <Sheet
      title={t('审批', 'Approval')}
      footer={
        <ActLine
          word={t('审批', 'Approve')}
          consequence={t(
            run.recompute
              ? run.recompute.opening
                ? `${run.count} 人，转记 ${moneyText(run.total)} 元。审批后由基金财务记账。`
                : `${run.count} 个月，补发 ${moneyText(run.recompute.topUp)} 元，追回 ${moneyText(run.recompute.recovery)} 元。审批后由基金财务记账。`
              : `${run.count} 人，合计 ${moneyText(run.total)} 元。审批后由基金财务记账。`,
            `${run.count} ${run.recompute ? 'months' : 'persons'}, ${moneyText(run.total)}; the fund accountant posts it.`,
          )}
          onAct={() => approve.mutate({ runId: run.id, count: run.count, total: run.total })}
          busy={approve.isPending}
          problem={approve.error}
          reasons={reasons}
        />
      }
    />
  )
}

function PostSheet({ run, onPosting }: { run: Run; onPosting: (job: number) => void }) {
  const may = useMay()
  const post = useAct('run.post', { onDone: ({ jobId }) => onPosting(jobId) })
  const reasons: Reason[] = may('run.post')
    ? []
    : [
        {
          key: 'may',
          state: 'waiting',
          text: t('由县人社局基金财务记账，您可以看。', 'Posted by the fund accountant.'),
        },
      ]
  const again = run.state === 'posting'
  return (
    <Sheet
      title={t('记账', 'Posting')}
      footer={
        <ActLine
          word={again ? t('接着记', 'Go on') : t('记账', 'Post')}
          consequence={
            again
              ? t(
                  `已记 ${run.postedCount} 人、${moneyText(run.postedTotal)} 元；没有人记两次。`,
                  `${run.postedCount} posted; nobody twice.`,
                )
              : run.recompute
                ? t(
                    run.recompute.opening
                      ? '在个人账户与统筹账户之间转记；原凭证不改。'
                      : '补发的进单独的发放批次，追回的登记为应追回款；原凭证不改。',
                    run.recompute.opening
                      ? 'Goes over between the own account and the pool; old vouchers stay.'
                      : 'Top-ups go into a batch of their own, recoveries stand as owed; old vouchers stay.',
                  )
                : t(
                    '先扣个人账户，用完扣统筹账户；记账后不能改，只能冲红。',
                    'Own account first, then the pool; never changed, only reversed.',
                  )
          }
          onAct={() => post.mutate({ runId: run.id })}
          busy={post.isPending}
          problem={post.error}
          reasons={reasons}
        />
      }
    />
  )
}
