// A new account: four lines and a first password that is told in person.
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useAct } from '../../api.ts'
import { type Text, t, useText } from '../../app/text.tsx'
import { FormModal, useUnsaved } from '../../parts/form-layer.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { firstPassword } from './first-password.ts'

type Draft = { login: string; name: string; office: string; phone: string; password: string }

export function NewAccount({
  open,
  onClose,
  onMade,
}: {
  open: boolean
  onClose: () => void
  onMade: (id: number) => void
}) {
  const say = useText()
  return (
    <FormModal
      open={open}
      onCancel={onClose}
      footer={null}
      title={say(t('新建账号', 'New account'))}
      width={460}
      destroyOnHidden
    >
      <AccountForm
        onMade={(id) => {
          onClose()
          onMade(id)
        }}
      />
    </FormModal>
  )
}

function AccountForm({ onMade }: { onMade: (id: number) => void }) {
  const say = useText()
  const [draft, setDraft] = useState<Draft>(() => ({
    login: '',
    name: '',
    office: '',
    phone: '',
    password: firstPassword(),
  }))
  useUnsaved([draft.login, draft.name, draft.office, draft.phone].some(Boolean))
  const create = useAct('account.create', { onDone: ({ id }) => onMade(id) })
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const ready = draft.login && draft.name && draft.office && draft.password
  return (
    <form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault()
        const { phone, ...rest } = draft
        create.mutate({ ...rest, ...(phone ? { phone } : {}) })
      }}
    >
      <Line label={t('姓名', 'Name')} value={draft.name} onChange={(name) => set({ name })} focus />
      <Line label={t('单位', 'Office')} value={draft.office} onChange={(office) => set({ office })} />
      <Line
        label={t('账号', 'Account')}
        value={draft.login}
        onChange={(login) => set({ login })}
        note={t('小写字母和数字，或汉字，2 字以上', 'Small letters and digits, or Chinese, two or more')}
      />
      <Line
        label={t('电话', 'Phone')}
        value={draft.phone}
        onChange={(phone) => set({ phone })}
        note={t('可不填', 'optional')}
      />
      <Line
        label={t('首次密码', 'First password')}
        value={draft.password}
        onChange={(password) => set({ password })}
        note={t(
          '请记下，当面告诉本人；登录后须先改',
          'Write it down and tell it in person; it must be changed at the first sign-in',
        )}
      />
      {create.error && <ProblemNote problem={create.error} />}
      <div className="reason-act-line">
        <span className="note">
          {say(
            t(
              '建好还没有身份，由安全管理员授予。',
              'It has no role yet; the security administrator grants one.',
            ),
          )}
        </span>
        <Button type="primary" htmlType="submit" disabled={!ready} loading={create.isPending}>
          {say(t('建账号', 'Create'))}
        </Button>
      </div>
    </form>
  )
}

type LineProps = {
  label: Text
  value: string
  onChange: (value: string) => void
  note?: Text
  focus?: boolean
}

function Line({ label, value, onChange, note, focus }: LineProps) {
  const say = useText()
  const id = useId()
  return (
    <div className="account-line">
      <label htmlFor={id}>{say(label)}</label>
      <div>
        <Input
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          autoFocus={focus}
          autoComplete="off"
        />
        {note && <span className="note">{say(note)}</span>}
      </div>
    </div>
  )
}
