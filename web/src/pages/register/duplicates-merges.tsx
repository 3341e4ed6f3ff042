// The merges of a register: who made which two one, why, and the way back.
import { App, Button, Input } from 'antd'
import { useId, useState } from 'react'
import { type Output, useAct, useCall } from '../../api.ts'
import { PageLink, useAddressValue } from '../../app/link.tsx'
import type { RegisterMeta } from '../../app/meta.ts'
import { t, useText } from '../../app/text.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Pager } from '../../parts/pager.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { type Merge, mergeStates } from './duplicates-words.ts'
import { momentText } from './moment.ts'

export function MergesSheet({ register }: { register: RegisterMeta }) {
  const [of] = useAddressValue('of')
  const pages = usePages<number>()
  const list = useCall('duplicate.merges', {
    register: register.name,
    ...(of ? { id: Number(of) } : {}),
    ...(pages.after ? { before: pages.after } : {}),
  })
  if (list.error) return <ProblemNote problem={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <WaitBars lines={6} />
  if (list.data.merges.length === 0)
    return <EmptyNote text={t('还没有合并过。', 'Nothing has been merged yet.')} />
  return (
    <Sheet flush>
      <ul className="merges">
        {list.data.merges.map((merge) => (
          <MergeLine key={merge.id} register={register} merge={merge} />
        ))}
      </ul>
      <Pager {...pages.pager(list.data.next)} />
    </Sheet>
  )
}

type LineProps = { register: RegisterMeta; merge: Merge }

export function MergeLine({ register, merge }: LineProps) {
  const say = useText()
  const { keptId, goneId, titles, state } = merge
  const { mark, word } = mergeStates[state]
  const link = (id: number, title: string) => (
    <PageLink to={`/r/${register.name}/${id}`}>
      {title} #{id}
    </PageLink>
  )
  return (
    <li>
      <p>
        <StateMark mark={mark} word={word} /> {link(goneId, titles.gone)} {say(t('并入', 'into'))}{' '}
        {link(keptId, titles.kept)}
        {merge.moved > 0 && (
          <span className="note">
            {say(t(`，带过 ${merge.moved} 条记录`, `, ${merge.moved} records went with it`))}
          </span>
        )}
      </p>
      <p className="note">{say(storyOf(merge))}</p>
      <MergeActs register={register} merge={merge} />
    </li>
  )
}

function storyOf({
  proposedName,
  proposedAt,
  doneName,
  doneAt,
  undoneName,
  undoneAt,
  undoneReason,
  reason,
}: Merge) {
  const [zh, en] = [
    [`${proposedName} ${momentText(proposedAt)} 提出：${reason}`],
    [`${proposedName} ${momentText(proposedAt)}: ${reason}`],
  ]
  if (doneName && doneName !== proposedName) {
    zh.push(`${doneName} ${momentText(doneAt ?? '')} 确认`)
    en.push(`confirmed by ${doneName} ${momentText(doneAt ?? '')}`)
  }
  if (undoneName) {
    zh.push(`${undoneName} ${momentText(undoneAt ?? '')} 撤回：${undoneReason ?? ''}`)
    en.push(`taken back by ${undoneName} ${momentText(undoneAt ?? '')}: ${undoneReason ?? ''}`)
  }
  return t(zh.join('；'), en.join('; '))
}

/** 确认合并, 收回, 撤回合并: what this person can do with it now. */
export function MergeActs({ register, merge }: LineProps) {
  const say = useText()
  const [asking, setAsking] = useState(false)
  const confirm = useAct('duplicate.confirm')
  if (merge.state === 'withdrawn' || merge.state === 'undone') return null
  const back = merge.state === 'done' ? t('撤回合并', 'Undo the merge') : t('收回提议', 'Withdraw')
  return (
    <>
      {merge.state === 'proposed' && !merge.canConfirm && (
        <p className="note">
          {say(
            t(
              '两条都有资金账户，提出的人不能自己确认，要由另一人确认。',
              'Both have accounts with money: somebody else than the proposer has to confirm.',
            ),
          )}
        </p>
      )}
      <div className="merge-acts">
        {merge.canConfirm && (
          <Button
            type="primary"
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ register: register.name, mergeId: merge.id })}
          >
            {say(t('确认合并', 'Confirm the merge'))}
          </Button>
        )}
        {!asking && <Button onClick={() => setAsking(true)}>{say(back)}</Button>}
      </div>
      {confirm.error && <ProblemNote problem={confirm.error} />}
      {asking && <BackForm register={register} merge={merge} onClose={() => setAsking(false)} />}
    </>
  )
}

function BackForm({ register, merge, onClose }: LineProps & { onClose: () => void }) {
  const say = useText()
  const id = useId()
  const [reason, setReason] = useState('')
  const { message } = App.useApp()
  const undo = useAct('duplicate.undo', {
    onDone: ({ left, rests }) => {
      const told = [...(left.length > 0 ? [leftWords(register, left)] : []), ...restWords(merge, rests)]
      if (told.length > 0) void message.info(told.map(say).join(' '), 15)
      onClose()
    },
  })
  const withdraw = useAct('duplicate.withdraw', { onDone: onClose })
  const asked = { register: register.name, mergeId: merge.id, reason }
  const done = merge.state === 'done'
  const error = undo.error ?? withdraw.error
  return (
    <div className="merge-back">
      <label htmlFor={id}>{say(t('理由（记入日志）', 'Reason (kept in the log)'))}</label>
      <Input id={id} value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
      <span className="note">
        {done &&
          say(
            t(
              `两条都恢复原样，带过去的记录回到原来那一条。合并期间新办的仍在编号 ${merge.keptId} 名下，撤回后会说有多少。`,
              `Both are as they were, and what went with the one goes back to it. What came since stays with number ${merge.keptId}; you are told how much.`,
            ),
          )}
      </span>
      <div className="merge-acts">
        <Button
          type="primary"
          disabled={reason.trim() === ''}
          loading={undo.isPending || withdraw.isPending}
          onClick={() => (done ? undo.mutate(asked) : withdraw.mutate(asked))}
        >
          {say(done ? t('撤回合并', 'Undo the merge') : t('收回提议', 'Withdraw'))}
        </Button>
        <Button onClick={onClose}>{say(t('不撤了', 'Leave it'))}</Button>
      </div>
      {error && <ProblemNote problem={error} />}
    </div>
  )
}

/** 合并期间在编号 12 名下认定 1 次、记账 2 张…: nobody but a person can tell whose it is. */
function restWords({ keptId }: Merge, { decisions, vouchers, rows }: Output<'duplicate.undo'>['rests']) {
  const parts = [
    ...(decisions > 0 ? [t(`认定 ${decisions} 次`, `${decisions} decisions`)] : []),
    ...(vouchers > 0 ? [t(`记账 ${vouchers} 张`, `${vouchers} vouchers`)] : []),
    ...(rows > 0 ? [t(`登记或改过 ${rows} 条`, `${rows} entries`)] : []),
  ]
  if (parts.length === 0) return []
  const [zh, en] = [parts.map((one) => one.zh).join('、'), parts.map((one) => one.en).join(', ')]
  return [
    t(
      `合并期间在编号 ${keptId} 名下${zh}，仍留在那里。请核对是谁的。`,
      `While they were one, under number ${keptId}: ${en}. They stay there; check whose they are.`,
    ),
  ]
}

function leftWords(register: RegisterMeta, left: readonly string[]) {
  const labels = register.fields.filter(({ name }) => left.includes(name)).map(({ label }) => label)
  return t(
    `${labels.map(({ zh }) => `“${zh}”`).join('、')}后来有人改过，保留后来的值。`,
    `${labels.map(({ en }) => en).join(', ')}: changed since, the later value stays.`,
  )
}
