// One account: its roles with the means to grant and take away, its password, its switch. Each act says what follows.
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api.ts'
import { useMay, useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { FormDrawer, useUnsaved } from '../../parts/form-layer.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Facts, Sheet } from '../../parts/sheet.tsx'
import { AccountState } from './account-state.tsx'
import { firstPassword } from './first-password.ts'
import { GrantForm } from './grant-form.tsx'
import { type Account, type Hat, HatSentence, roleAllows, useRoles } from './hat-sentence.tsx'
import { ReasonAct } from './reason-act.tsx'
import { shortTime } from './time.ts'

export function AccountDrawer({ account, onClose }: { account: Account; onClose: () => void }) {
  const say = useText()
  const may = useMay()
  return (
    <FormDrawer
      open
      onClose={onClose}
      size={640}
      title={`${account.name}　${account.login}`}
      extra={<AccountState account={account} />}
    >
      <Facts
        facts={[
          { label: t('单位', 'Office'), value: account.office },
          { label: t('电话', 'Phone'), value: account.phone ?? say(t('没有登记', 'none')) },
          {
            label: t('上次登录', 'Last sign-in'),
            value: account.lastLoginAt ? shortTime(account.lastLoginAt) : say(t('还没有', 'never')),
          },
        ]}
      />
      <div className="drawer-sheets">
        <HatSheet account={account} />
        {may('account.reset') && <ResetSheet account={account} />}
        {may('account.switch') && <SwitchSheet account={account} />}
      </div>
    </FormDrawer>
  )
}

function HatSheet({ account }: { account: Account }) {
  const say = useText()
  const may = useMay()
  const { me } = useSession()
  const self = account.id === me.accountId
  return (
    <Sheet title={t('身份', 'Roles')} note={say(t(`${account.hats.length} 个`, `${account.hats.length}`))}>
      {account.hats.length === 0 && (
        <p className="note">
          {say(t('还没有身份，登录后不能办事。', 'No role yet: may sign in but do nothing.'))}
        </p>
      )}
      {account.hats.map((hat) => (
        <HatLine key={hat.id} hat={hat} />
      ))}
      {may('assignment.grant') && self && (
        <p className="note">
          {say(
            t(
              '这是您自己的账号：身份由另一位安全管理员办。',
              'This is your own account: another security administrator grants its roles.',
            ),
          )}
        </p>
      )}
      {may('assignment.grant') && !self && <GrantForm account={account} />}
    </Sheet>
  )
}

function HatLine({ hat }: { hat: Hat }) {
  const say = useText()
  const may = useMay()
  const roles = useRoles()
  const revoke = useAct('assignment.revoke')
  const allows = roleAllows(
    roles.find((role) => role.name === hat.role),
    say,
  )
  return (
    <div className="hat-line">
      <div>
        <HatSentence hat={hat} />
        {hat.onlyVerbs && (
          <div className="note">
            {say(t(`只限：${hat.onlyVerbs.join('、')}`, `Only: ${hat.onlyVerbs.join(', ')}`))}
          </div>
        )}
        {allows && <div className="note">{allows}</div>}
      </div>
      {may('assignment.revoke') && (
        <ReasonAct
          word={t('收回', 'Take away')}
          consequence={t(
            '收回后马上不能再办，已办的留着。',
            'He can do nothing more with it at once; what was done stays.',
          )}
          busy={revoke.isPending}
          problem={revoke.error}
          onAct={(reason) => revoke.mutate({ assignmentId: hat.id, reason })}
        />
      )}
    </div>
  )
}

function ResetSheet({ account }: { account: Account }) {
  const say = useText()
  const [password, setPassword] = useState('')
  const [told, setTold] = useState<string>()
  const reset = useAct('account.reset', { onDone: () => setTold(password) })
  useUnsaved(password !== '' && password !== told)
  return (
    <Sheet
      title={t('密码', 'Password')}
      footer={
        <>
          <span>
            {say(
              t(
                '重设后：解锁，各处登录都退出，本人登录后须先改密码。',
                'Then: unlocked, signed out everywhere, must change it at the next sign-in.',
              ),
            )}
          </span>
          <Button
            disabled={!password}
            loading={reset.isPending}
            onClick={() => reset.mutate({ accountId: account.id, password })}
          >
            {say(t('重设密码', 'Reset password'))}
          </Button>
        </>
      }
    >
      <div className="sentence-form">
        {say(t('新的首次密码', 'New first password'))}
        <Input
          aria-label={say(t('新的首次密码', 'New first password'))}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          style={{ width: 200 }}
          autoComplete="off"
        />
        <button type="button" className="link-button" onClick={() => setPassword(firstPassword())}>
          {say(t('替我想一个', 'Make one up'))}
        </button>
      </div>
      {told && (
        <p className="note">
          {say(
            t(
              `已重设。请把 ${told} 当面告诉 ${account.name}。`,
              `Done. Tell ${account.name} in person: ${told}`,
            ),
          )}
        </p>
      )}
      {reset.error && <ProblemNote problem={reset.error} />}
    </Sheet>
  )
}

function SwitchSheet({ account }: { account: Account }) {
  const act = useAct('account.switch')
  const off = account.state === 'off'
  return (
    <Sheet title={off ? t('启用', 'Switch on') : t('停用', 'Switch off')}>
      <ReasonAct
        word={off ? t('启用账号', 'Switch on') : t('停用账号', 'Switch off')}
        consequence={
          off
            ? t('启用后可以登录，身份照旧。', 'Can sign in again with the same roles.')
            : t(
                '停用后马上退出，不能再登录；办过的事、签过的名都留着。',
                'Signed out at once and cannot come back; what was done and signed stays.',
              )
        }
        busy={act.isPending}
        problem={act.error}
        onAct={(reason) => act.mutate({ accountId: account.id, state: off ? 'active' : 'off', reason })}
      />
    </Sheet>
  )
}
