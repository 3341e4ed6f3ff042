// Two records side by side: which one stays, whose value stays in each field, or: they are not one.
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { type Output, useAct, useCall } from '../../api.ts'
import { useGo, usePathValue } from '../../app/link.tsx'
import type { RegisterMeta } from '../../app/meta.ts'
import { t, useText } from '../../app/text.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Page as PageFrame, Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { PairFields } from './duplicates-fields.tsx'
import { MergeLine } from './duplicates-merges.tsx'
import { likeWord, reasonsText } from './duplicates-words.ts'
import { dayText } from './moment.ts'
import { useRegister } from './use-register.ts'
import './duplicates.css'

export function Page() {
  const register = useRegister(usePathValue('register'))
  const [a, b] = [Number(usePathValue('a')), Number(usePathValue('b'))]
  if (!register || !Number.isSafeInteger(a) || !Number.isSafeInteger(b))
    return (
      <EmptyNote text={t('没有这一对。请从查重清单里选。', 'There is no such pair. Choose from the list.')} />
    )
  return <Pair key={`${register.name} ${a} ${b}`} register={register} a={a} b={b} />
}

export type Both = Output<'duplicate.pair'>

function Pair({ register, a, b }: { register: RegisterMeta; a: number; b: number }) {
  const say = useText()
  const got = useCall('duplicate.pair', { register: register.name, a, b })
  if (got.error) return <ProblemNote problem={got.error} onRetry={() => void got.refetch()} />
  if (!got.data) return <WaitBars lines={12} />
  const { rows, likely, score, reasons, waiting, state } = got.data
  const base = `/r/${register.name}`
  return (
    <PageFrame
      crumb={[
        { label: t('名册', 'Registers') },
        { label: register.label, to: base },
        { label: t('查重', 'Duplicates'), to: `${base}/duplicates` },
        { label: t('并排核对', 'Side by side') },
      ]}
      title={rows.map(({ title }) => title).join(' / ')}
      states={<StateMark mark={likely ? 'doubt' : 'open'} word={likeWord(likely, score)} />}
      sentence={say(reasonsText(reasons))}
    >
      <Stack>
        {state === 'apart' && <SaidApart register={register} both={got.data} />}
        {waiting ? (
          <Sheet title={t('这次合并', 'This merge')} flush>
            <ul className="merges">
              <MergeLine register={register} merge={waiting} />
            </ul>
          </Sheet>
        ) : (
          <Review register={register} both={got.data} />
        )}
      </Stack>
    </PageFrame>
  )
}

/** 已认定不是同一个: who and why, and the way back. */
function SaidApart({ register, both }: { register: RegisterMeta; both: Both }) {
  const say = useText()
  const act = useAct('duplicate.apart')
  const { rows, decidedName, decidedAt, reason } = both
  const [a, b] = rows
  return (
    <p className="band band-passing">
      {say(
        t(
          `${decidedName ?? ''} ${decidedAt ? dayText(decidedAt) : ''} 认定不是同一个：${reason ?? ''}`,
          `${decidedName ?? ''} said ${decidedAt ? dayText(decidedAt) : ''} that they are not one: ${reason ?? ''}`,
        ),
      )}
      {a && b && (
        <button
          type="button"
          className="link-button"
          onClick={() =>
            act.mutate({
              register: register.name,
              a: a.id,
              b: b.id,
              reason: say(t('重新核对', 'Look again')),
              back: true,
            })
          }
        >
          {say(t('改回待核对', 'Look again'))}
        </button>
      )}
    </p>
  )
}

function Review({ register, both }: { register: RegisterMeta; both: Both }) {
  const say = useText()
  const go = useGo()
  const id = useId()
  const [keep, setKeep] = useState<0 | 1>(
    both.about.reduce((sum, { counts: [x = 0, y = 0] }) => sum + y - x, 0) > 0 ? 1 : 0,
  )
  const [other, setOther] = useState(() => filledFrom(both, keep))
  const [reason, setReason] = useState('')
  const list = `/r/${register.name}/duplicates`
  const merge = useAct('duplicate.merge', {
    onDone: () => go(`${list}?state=merged`),
  })
  const apart = useAct('duplicate.apart', { onDone: () => go(list) })
  const [kept, gone] = keep === 0 ? both.rows : [both.rows[1], both.rows[0]]
  if (!kept || !gone) return null
  const error = merge.error ?? apart.error
  return (
    <Sheet
      title={t('逐栏核对', 'Field by field')}
      note={say(t('有出入的栏选留哪一个', 'Choose which value stays where they differ'))}
      flush
      footer={
        <div className="pair-foot">
          <label htmlFor={id}>
            {say(t('核对依据（记入日志）', 'What it was checked against (kept in the log)'))}
          </label>
          <Input
            id={id}
            value={reason}
            maxLength={300}
            placeholder={say(t('如：对照户口簿', 'The household book, for example'))}
            onChange={(event) => setReason(event.target.value)}
          />
          <p className="note">{say(consequence(both, keep, kept.title, gone.id))}</p>
          {error && <ProblemNote problem={error} />}
          <div className="merge-acts">
            <Button
              disabled={reason.trim() === ''}
              loading={apart.isPending}
              onClick={() => apart.mutate({ register: register.name, a: kept.id, b: gone.id, reason })}
            >
              {say(t('不是同一个', 'They are not one'))}
            </Button>
            <Button
              type="primary"
              disabled={reason.trim() === '' || both.state === 'apart'}
              loading={merge.isPending}
              onClick={() =>
                merge.mutate({
                  register: register.name,
                  keptId: kept.id,
                  goneId: gone.id,
                  keptVersion: kept.version,
                  goneVersion: gone.version,
                  taken: [...other],
                  reason,
                })
              }
            >
              {say(t('并成一条', 'Make them one'))}
            </Button>
          </div>
        </div>
      }
    >
      <PairFields
        register={register}
        both={both}
        keep={keep}
        onKeep={setKeep}
        other={other}
        onOther={setOther}
      />
    </Sheet>
  )
}

/** What only the other one has is taken over, unless somebody chooses otherwise. */
function filledFrom({ rows, differing }: Both, keep: 0 | 1): ReadonlySet<string> {
  const [kept, other] = [rows[keep], rows[keep === 0 ? 1 : 0]]
  const unknown = (row: typeof kept, name: string) => (row?.values[name] ?? null) === null
  return new Set(
    differing.filter((name) => unknown(kept, name) && !unknown(other, name) && !other?.masked.includes(name)),
  )
}

/** 编号 12 的那一条停用，它名下 3 条记录转到…；可以撤回。 */
function consequence({ about, money }: Both, keep: 0 | 1, title: string, goneId: number) {
  const moved = about.reduce((sum, { counts }) => sum + (counts[keep === 0 ? 1 : 0] ?? 0), 0)
  const second = money.every(Boolean)
    ? t(
        '两条都有资金账户，要另一人确认；确认后账户都归到留下的那条名下，各记各的，不并户、不挪钱。',
        'Both have accounts with money: a second person confirms. Each account then stays as it is under the one that stays; no money is moved. ',
      )
    : t('', '')
  return t(
    `编号 ${goneId} 停用，${moved > 0 ? `它名下 ${moved} 条记录转到${title}；` : '它名下没有别的记录；'}凭证和认定不改，照样查得到。${second.zh}可以撤回。`,
    `Number ${goneId} goes out of use, ${moved > 0 ? `its ${moved} records go to ${title}` : 'nothing else belongs to it'}; vouchers and decisions stay as they are. ${second.en}It can be undone.`,
  )
}
