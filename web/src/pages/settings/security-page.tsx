// 安全设置: seven numbers, each in the sentence that says what it does.
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { type Output, useAct, useCall } from '../../api.ts'
import { type Text, t, useText } from '../../app/text.tsx'
import { Page as PageFrame } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import './settings.css'

type Rules = Output<'security.show'>

const lines: { key: keyof Rules; before: Text; after: Text }[] = [
  {
    key: 'passwordLength',
    before: t('密码至少', 'A password has at least'),
    after: t('个字符。', 'characters.'),
  },
  {
    key: 'passwordDays',
    before: t('密码满', 'A password must be changed after'),
    after: t('天须改，0 是不限。', 'days; 0 means never.'),
  },
  {
    key: 'passwordHistory',
    before: t('新密码不能与最近', 'A new password is none of the last'),
    after: t('个相同。', '.'),
  },
  {
    key: 'failures',
    before: t('连着输错', 'After'),
    after: t('次，锁定账号。', 'wrong passwords in a row the account is locked.'),
  },
  { key: 'lockMinutes', before: t('锁定', 'The lock lasts'), after: t('分钟。', 'minutes.') },
  {
    key: 'idleMinutes',
    before: t('离开', 'After'),
    after: t('分钟不动，自动退出。', 'minutes without a touch one is signed out.'),
  },
  {
    key: 'sessionHours',
    before: t('登录满', 'After'),
    after: t('小时，须重新登录。', 'hours one must sign in again.'),
  },
]

export function Page() {
  const { data, error } = useCall('security.show', {})
  return (
    <PageFrame title={t('安全设置', 'Security')} sentence={<Sentence />}>
      {error && <ProblemNote problem={error} />}
      {data ? <RulesSheet rules={data} /> : <WaitBars lines={7} />}
    </PageFrame>
  )
}

function Sentence() {
  const say = useText()
  return say(
    t(
      '改动马上对全县的账号生效，旧值、新值和改的人都记入日志。',
      'A change holds at once for every account; old value, new value and who changed it go into the log.',
    ),
  )
}

function RulesSheet({ rules }: { rules: Rules }) {
  const say = useText()
  const [draft, setDraft] = useState<Rules>(rules)
  const save = useAct('security.configure', { onDone: setDraft })
  const changed = lines.filter(({ key }) => draft[key] !== rules[key])
  return (
    <Sheet
      title={t('登录和密码', 'Sign-in and passwords')}
      footer={
        <>
          <span>
            {changed.length === 0
              ? say(t('没有改动。', 'Nothing changed.'))
              : say(t(`改了 ${changed.length} 项。`, `${changed.length} changed.`))}
          </span>
          <Button
            type="primary"
            disabled={changed.length === 0}
            loading={save.isPending}
            onClick={() => save.mutate(Object.fromEntries(changed.map(({ key }) => [key, draft[key]])))}
          >
            {say(t('存下', 'Save'))}
          </Button>
        </>
      }
    >
      {lines.map(({ key, before, after }) => (
        <div key={key} className="rule-line">
          {say(before)}
          <InputNumber
            aria-label={`${say(before)} … ${say(after)}`}
            min={0}
            precision={0}
            value={draft[key]}
            onChange={(value) => setDraft({ ...draft, [key]: value ?? rules[key] })}
            style={{ width: 80 }}
          />
          {say(after)}
          {draft[key] !== rules[key] && (
            <span className="note">{say(t(`原来是 ${rules[key]}`, `was ${rules[key]}`))}</span>
          )}
        </div>
      ))}
      {save.error && <ProblemNote problem={save.error} />}
    </Sheet>
  )
}
