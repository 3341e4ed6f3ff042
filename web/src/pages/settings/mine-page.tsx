// 登录与代理: where I am signed in, and who stands in for me while I am away (OF-22).
import { Button } from 'antd'
import { type Output, useAct, useCall } from '../../api.ts'
import { useSession } from '../../app/session.tsx'
import { type Say, t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Page as PageFrame } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { DeputyForm } from './deputy-form.tsx'
import { usePlace, useRoles } from './hat-sentence.tsx'
import { shortTime } from './time.ts'
import './settings.css'

type SessionRow = Output<'session.list'>['sessions'][number]
type Deputy = Output<'assignment.delegations'>['delegations'][number]

export function Page() {
  const say = useText()
  const { me } = useSession()
  const sessions = useCall('session.list', {})
  const count = sessions.data?.sessions.length
  const words = say(me.actsFor ? t(`您现在代 ${me.actsFor} 办事。`, `You are acting for ${me.actsFor}.`) : '')
  return (
    <PageFrame
      title={t('登录与代理', 'Sign-ins and deputies')}
      sentence={
        count === undefined
          ? undefined
          : `${say(t(`您的账号现在有 ${count} 处登录。`, `Your account is signed in at ${count} ${count === 1 ? 'place' : 'places'}.`))}${words}`
      }
    >
      <Sheet
        title={t('登录', 'Sign-ins')}
        note={say(t('不认得的，先结束再改密码', 'End one that you do not know, then change the password'))}
        flush
      >
        <SessionTable rows={sessions.data?.sessions} />
      </Sheet>
      <div className="page-gap" />
      <DeputySheet />
    </PageFrame>
  )
}

function SessionTable({ rows }: { rows: readonly SessionRow[] | undefined }) {
  const say = useText()
  const end = useAct('session.end')
  return (
    <>
      <DataTable
        label={t('登录', 'Sign-ins')}
        columns={sessionColumns(say, (id) => end.mutate({ id }))}
        rows={rows}
        rowKey={(row) => row.id}
      />
      {end.error && <ProblemNote problem={end.error} />}
    </>
  )
}

function sessionColumns(say: Say, onEnd: (id: number) => void): Column<SessionRow>[] {
  return [
    {
      key: 'agent',
      label: t('设备', 'Device'),
      slack: true,
      cell: (row) => deviceWords(row.agent, say),
      card: 'title',
    },
    { key: 'ip', label: t('地址', 'Address'), width: 140, cell: (row) => row.ip },
    { key: 'from', label: t('登录', 'Since'), width: 140, cell: (row) => shortTime(row.createdAt) },
    { key: 'seen', label: t('最近', 'Last seen'), width: 140, cell: (row) => shortTime(row.seenAt) },
    {
      key: 'end',
      label: '',
      width: 90,
      cell: (row) => (
        <Button size="small" onClick={() => onEnd(row.id)}>
          {say(t('结束', 'End'))}
        </Button>
      ),
      card: 'state',
    },
  ]
}

/** Browser and system in words; what is not known stays as it was sent. */
export function deviceWords(agent: string, say: Say): string {
  const browser = /Edg\//.test(agent)
    ? 'Edge'
    : /Chrome\//.test(agent)
      ? 'Chrome'
      : /Firefox\//.test(agent)
        ? 'Firefox'
        : /Safari\//.test(agent)
          ? 'Safari'
          : undefined
  const system = /Windows/.test(agent)
    ? 'Windows'
    : /Android/.test(agent)
      ? 'Android'
      : /Mac OS|iPhone/.test(agent)
        ? 'Apple'
        : /Linux/.test(agent)
          ? 'Linux'
          : undefined
  if (!browser && !system) return agent || say(t('没有说明', 'not said'))
  return [browser, system].filter(Boolean).join(say(t('，', ', ')))
}

function DeputySheet() {
  const say = useText()
  const { data, error } = useCall('assignment.delegations', {})
  return (
    <Sheet
      title={t('我委托的代理', 'My deputies')}
      note={say(
        t(
          '代理人以您的身份办事，记两个人的名字；您办过的，代理人不能接着审，反过来也一样',
          'A deputy acts in your role, both names are recorded; what one has done the other cannot check',
        ),
      )}
    >
      {error && <ProblemNote problem={error} />}
      {data && data.delegations.length === 0 && <EmptyNote text={t('没有委托别人。', 'No deputy.')} />}
      {data?.delegations.map((deputy) => (
        <DeputyLine key={deputy.id} deputy={deputy} />
      ))}
      <DeputyForm />
    </Sheet>
  )
}

function DeputyLine({ deputy }: { deputy: Deputy }) {
  const say = useText()
  const place = usePlace()
  const roles = useRoles()
  const end = useAct('assignment.endDelegation')
  const role = say(roles.find((one) => one.name === deputy.role)?.label ?? deputy.role)
  return (
    <div className="hat-line">
      <span>
        <b>{deputy.name}</b>
        {say(
          t(
            ` 代您在 ${place(deputy.area)} 任 ${role}，${deputy.validFrom} 起，到 ${deputy.validTo} 为止，事由：${deputy.reason}。`,
            ` acts for you as ${role} in ${place(deputy.area)} from ${deputy.validFrom} until ${deputy.validTo}: ${deputy.reason}.`,
          ),
        )}
      </span>
      <Button size="small" loading={end.isPending} onClick={() => end.mutate({ assignmentId: deputy.id })}>
        {say(t('收回', 'End'))}
      </Button>
    </div>
  )
}
