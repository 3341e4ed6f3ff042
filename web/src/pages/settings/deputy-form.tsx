// Naming a deputy: 请〔账号〕代我任〔身份〕，到〔日期〕为止，因为〔事由〕。
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api.ts'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { useRoles } from './hat-sentence.tsx'

type Draft = { login: string; assignmentId?: number; validTo?: string; reason: string }

export function DeputyForm() {
  const say = useText()
  const { me } = useSession()
  const own = me.scopes.filter((scope) => !scope.deputy && scope.role === me.role)
  const empty: Draft = { login: '', reason: '', assignmentId: own[0]?.assignmentId }
  const [draft, setDraft] = useState<Draft>(empty)
  const name = useAct('assignment.delegate', { onDone: () => setDraft(empty) })
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const ready = draft.login.trim() && draft.assignmentId !== undefined && draft.validTo && draft.reason.trim()
  const administers = useRoles().some((role) => role.name === me.role && role.administers)
  if (administers)
    return (
      <p className="note">
        {say(
          t(
            '管理员身份不能委托；离岗时由另一位管理员接手。',
            'An administrator cannot name a deputy; another administrator takes over.',
          ),
        )}
      </p>
    )
  if (own.length === 0)
    return (
      <p className="note">
        {say(
          t(
            '现在是代理身份，不能再委托。换到自己的身份再办。',
            'You are acting as a deputy and cannot hand it on. Switch to your own role.',
          ),
        )}
      </p>
    )
  const send = () => {
    const { assignmentId, validTo } = draft
    if (assignmentId === undefined || !validTo) return
    name.mutate({ assignmentId, validTo, login: draft.login.trim(), reason: draft.reason.trim() })
  }
  return (
    <div className="grant-form">
      <div className="sentence-form">
        {say(t('请', 'Let'))}
        <Input
          aria-label={say(t('代理人的账号', 'The deputy’s account'))}
          placeholder={say(t('代理人的账号', 'the deputy’s account'))}
          value={draft.login}
          onChange={(event) => set({ login: event.target.value })}
          style={{ width: 150 }}
        />
        {say(t('代我任', 'act for me as'))}
        <Select
          aria-label={say(t('身份', 'Role'))}
          value={draft.assignmentId}
          onChange={(assignmentId: number) => set({ assignmentId })}
          options={own.map((scope) => ({
            value: scope.assignmentId,
            label: say(
              t(`${scope.roleText.zh}（${scope.areaName}）`, `${scope.roleText.en} (${scope.areaName})`),
            ),
          }))}
          style={{ minWidth: 200 }}
        />
        {say(t('，到', ', until'))}
        <DayField
          value={draft.validTo}
          onChange={(validTo) => set({ validTo })}
          label={say(t('止', 'until'))}
        />
        {say(t('为止，因为', ', because of'))}
        <Input
          aria-label={say(t('事由', 'Reason'))}
          placeholder={say(t('产假、学习……', 'leave, training …'))}
          value={draft.reason}
          onChange={(event) => set({ reason: event.target.value })}
          style={{ width: 170 }}
        />
      </div>
      <div className="reason-act-line">
        <span className="note">
          {say(t('最长一年；随时可以收回。', 'At most a year; can be ended at any time.'))}
        </span>
        <Button disabled={!ready} loading={name.isPending} onClick={send}>
          {say(t('委托', 'Name the deputy'))}
        </Button>
      </div>
      {name.error && <ProblemNote problem={name.error} />}
    </div>
  )
}
