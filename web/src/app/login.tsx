// Signing in: a page of its own, or a sheet over the page when the login has expired.
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { callSession } from '../api.ts'
import { ProblemNote } from '../parts/problem-note.tsx'
import type { WebProblem } from '../problem.ts'
import { PasswordForm, PasswordLine } from './password.tsx'
import { setLocale, t, useLocale, useText } from './text.tsx'
import './login.css'

/** The first page. A password given by the administrator must be changed before anything else. */
export function LoginPage({ county, onDone }: { county?: string; onDone: () => void }) {
  const say = useText()
  const locale = useLocale()
  const [mustChange, setMustChange] = useState<string>()
  return (
    <main className="login-page">
      <section className="login-card">
        <header>
          <span className="login-seal" aria-hidden="true">
            乡册
          </span>
          <div>
            <h1>{say(t('乡册', 'Xiangce'))}</h1>
            <p className="note">
              {county ?? say(t('县乡村一体的名册、政策与资金', 'One book for county, township and village'))}
            </p>
          </div>
          <button
            type="button"
            className="language-switch"
            lang={locale === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}
          >
            {locale === 'zh' ? 'English' : '中文'}
          </button>
        </header>
        {mustChange === undefined ? (
          <>
            <LoginForm onDone={(must, password) => (must ? setMustChange(password) : onDone())} />
            <a className="login-public" href="/wo">
              {say(t('群众：看看我能领什么（不用登录）', 'The public: what am I entitled to? (no log-in)'))}
            </a>
          </>
        ) : (
          <>
            <p>
              {say(
                t(
                  '这是管理员给的密码。先换成只有您知道的，再开始办事。',
                  'This password was given by the administrator. Change it to one that only you know, then start.',
                ),
              )}
            </p>
            <PasswordForm known={mustChange} onDone={onDone} />
          </>
        )}
      </section>
    </main>
  )
}

/** Over the page, work kept. The name stays; another person must reload. */
export function LoginAgain({ open, name, onDone }: { open: boolean; name: string; onDone: () => void }) {
  const say = useText()
  return (
    <Modal
      open={open}
      footer={null}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      title={say(t('离开太久，请再输一次密码', 'You were away; enter the password again'))}
      width={380}
      destroyOnHidden
    >
      <p className="login-kept">{say(t('没存的内容还在。', 'What was not saved is still here.'))}</p>
      <LoginForm name={name} onDone={onDone} />
      <button type="button" className="link-button" onClick={() => window.location.assign('/')}>
        {say(t('换一个人登录（没存的内容会丢）', 'Sign in as somebody else (unsaved work is lost)'))}
      </button>
    </Modal>
  )
}

type LoginFormProps = { name?: string; onDone: (mustChange: boolean, password: string) => void }

function LoginForm({ name: fixed, onDone }: LoginFormProps) {
  const say = useText()
  const [name, setName] = useState(fixed ?? '')
  const [password, setPassword] = useState('')
  const login = useMutation<unknown, WebProblem>({
    mutationFn: () => callSession('login', { name, password }),
    onSuccess: (answer) => onDone(saysMustChange(answer), password),
  })
  return (
    <form
      className="login-form"
      onSubmit={(event) => {
        event.preventDefault()
        login.mutate()
      }}
    >
      <div className="login-line">
        <label htmlFor="login-name">{say(t('账号', 'Account'))}</label>
        <Input
          id="login-name"
          name="name"
          required
          value={name}
          disabled={fixed !== undefined}
          onChange={(event) => setName(event.target.value)}
          autoComplete="username"
          autoFocus={fixed === undefined}
        />
      </div>
      <PasswordLine
        label={say(t('密码', 'Password'))}
        value={password}
        onChange={setPassword}
        auto="current-password"
        focus={fixed !== undefined}
      />
      {login.error && <ProblemNote problem={login.error} />}
      <Button type="primary" htmlType="submit" block loading={login.isPending}>
        {say(t('登录', 'Sign in'))}
      </Button>
    </form>
  )
}

function saysMustChange(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'mustChange' in answer && answer.mustChange === true
}
