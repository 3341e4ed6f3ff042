// Granting a role by completing a sentence: 从〔今天〕起，韦桂英 在〔柳溪镇〕任〔乡镇经办〕，单位〔柳溪镇政府〕，〔长期〕。
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api.ts'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { AreaPicker, useAreaName } from '../../parts/area-picker.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { useUnsaved } from '../../parts/form-layer.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { type Account, roleAllows, usePlace, useRoles } from './hat-sentence.tsx'

type Draft = {
  role?: string
  area?: string
  office: string
  party: string
  validFrom?: string
  validTo?: string
}

export function GrantForm({ account }: { account: Account }) {
  const say = useText()
  const { meta } = useSession()
  const place = usePlace()
  const areaName = useAreaName()
  const roles = useRoles()
  const empty: Draft = { office: account.office, party: '', area: meta.county.code }
  const [draft, setDraft] = useState<Draft>(empty)
  const grant = useAct('assignment.grant', { onDone: () => setDraft(empty) })
  useUnsaved(JSON.stringify(draft) !== JSON.stringify(empty))
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const role = roles.find((one) => one.name === draft.role)
  const ready = role && draft.area && draft.office.trim() && (!role.party || draft.party.trim())
  const send = () => {
    if (!draft.role || !draft.area) return
    const { party, ...rest } = draft
    grant.mutate({
      accountId: account.id,
      ...rest,
      role: draft.role,
      area: draft.area,
      office: draft.office.trim(),
      ...(party.trim() ? { party: party.trim() } : {}),
    })
  }
  return (
    <div className="grant-form">
      <div className="sentence-form">
        {say(t('从', 'From'))}
        <DayField
          value={draft.validFrom ?? meta.today}
          onChange={(validFrom) => set({ validFrom })}
          label={say(t('起', 'from'))}
        />
        {say(t(`起，${account.name} 在`, `, ${account.name} is in`))}
        <AreaPicker value={draft.area} onChange={(area) => set({ area: area ?? meta.county.code })} />
        {draft.area === meta.county.code && areaName(draft.area) === draft.area && (
          <span className="note">{place(meta.county.code)}</span>
        )}
        {say(t('任', 'as'))}
        <Select
          aria-label={say(t('身份', 'Role'))}
          placeholder={say(t('身份', 'Role'))}
          value={draft.role}
          onChange={(chosen: string) => set({ role: chosen })}
          options={roles.map((one) => ({ value: one.name, label: say(one.label) }))}
          style={{ minWidth: 180 }}
          showSearch={{ optionFilterProp: 'label' }}
        />
        {say(t('，单位', ', office'))}
        <Input
          aria-label={say(t('单位', 'Office'))}
          value={draft.office}
          onChange={(event) => set({ office: event.target.value })}
          style={{ width: 170 }}
        />
        {role?.party && (
          <>
            {say(t('，只看', ', only rows of'))}
            <Input
              aria-label={say(t('单位代码', 'Party'))}
              placeholder={say(t('哪家单位', 'which party'))}
              value={draft.party}
              onChange={(event) => set({ party: event.target.value })}
              style={{ width: 140 }}
            />
          </>
        )}
        {say(t('，到', ', until'))}
        <DayField
          value={draft.validTo}
          onChange={(validTo) => set({ validTo })}
          label={say(t('止', 'until'))}
        />
        <span className="note">{say(t('（不填是长期）', '(empty: no end)'))}</span>
      </div>
      <div className="reason-act-line">
        <span className="note">
          {role
            ? roleAllows(role, say) || say(t('这个身份只看不办。', 'This role only reads.'))
            : say(t('选了身份，这里写明能办什么。', 'Choose a role to see what it allows.'))}
        </span>
        <Button disabled={!ready} loading={grant.isPending} onClick={send}>
          {say(t('授予身份', 'Grant'))}
        </Button>
      </div>
      {grant.error && <ProblemNote problem={grant.error} />}
    </div>
  )
}
