// Changing one's password: by choice from the person menu, or forced at the first login.
import { useMutation } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useId, useState } from 'react'
import { call } from '../api.ts'
import { FormModal, useUnsaved } from '../parts/form-layer.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import type { WebProblem } from '../problem.ts'
import { t, useText } from './text.tsx'

export function PasswordDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useText()
  const { message } = App.useApp()
  const done = () => {
    onClose()
    void message.success(say(t('密码已改。', 'Password changed.')))
  }
  return (
    <FormModal
      open={open}
      onCancel={onClose}
      footer={null}
      title={say(t('改密码', 'Change password'))}
      width={380}
      destroyOnHidden
    >
      <PasswordForm onDone={done} />
    </FormModal>
  )
}

/** Old, new, new again. `known` is the password just used to sign in, so that it is not asked twice. */
export function PasswordForm({ onDone, known }: { onDone: (password: string) => void; known?: string }) {
  const say = useText()
  const [old, setOld] = useState(known ?? '')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const change = useMutation<unknown, WebProblem>({
    mutationFn: () => call('account.changePassword', { current: old, password: next }),
    onSuccess: () => onDone(next),
  })
  useUnsaved(next !== '' || (known === undefined && old !== ''))
  const differs = again.length > 0 && again !== next
  return (
    <form
      className="login-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!differs) change.mutate()
      }}
    >
      {known === undefined && (
        <PasswordLine
          label={say(t('原密码', 'Old password'))}
          value={old}
          onChange={setOld}
          auto="current-password"
        />
      )}
      <PasswordLine
        label={say(t('新密码', 'New password'))}
        value={next}
        onChange={setNext}
        auto="new-password"
      />
      <PasswordLine
        label={say(t('再填一次', 'Once more'))}
        value={again}
        onChange={setAgain}
        auto="new-password"
      />
      {differs && (
        <p className="field-problem">
          {say(t('两次填的不一样，请再填一次。', 'The two differ; fill in once more.'))}
        </p>
      )}
      {change.error && <ProblemNote problem={change.error} />}
      <Button type="primary" htmlType="submit" block loading={change.isPending}>
        {say(t('改密码', 'Change password'))}
      </Button>
    </form>
  )
}

type LineProps = {
  label: string
  value: string
  onChange: (value: string) => void
  auto: string
  focus?: boolean
}

export function PasswordLine({ label, value, onChange, auto, focus }: LineProps) {
  const id = useId()
  return (
    <div className="login-line">
      <label htmlFor={id}>{label}</label>
      <Input.Password
        id={id}
        required
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete={auto}
        autoFocus={focus}
      />
    </div>
  )
}
