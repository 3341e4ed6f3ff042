// Correcting one fact, with a reason. If somebody else was quicker, both readings stand side by side and nothing is lost.
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct, type WebProblem } from '../../api.ts'
import type { FieldMeta, RegisterMeta } from '../../app/meta.ts'
import { t, useText } from '../../app/text.tsx'
import { FieldValue, type RegisterRow } from '../../kinds/field-value.tsx'
import { kinds } from '../../kinds/index.ts'
import { FieldLine, fieldProblems } from '../../parts/field-form.tsx'
import { FormDrawer } from '../../parts/form-layer.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Conflict } from './conflict.tsx'

type EditProps = {
  register: RegisterMeta
  row: RegisterRow
  field: FieldMeta | undefined
  onClose: () => void
}

export function EditDrawer({ register, row, field, onClose }: EditProps) {
  if (!field) return null
  return <OpenEdit key={field.name} register={register} row={row} field={field} onClose={onClose} />
}

function OpenEdit({ register, row, field, onClose }: EditProps & { field: FieldMeta }) {
  const say = useText()
  const [value, setValue] = useState<unknown>(startValue(row, field))
  const [reason, setReason] = useState('')
  const client = useQueryClient()
  const act = useAct('register.save', { onDone: onClose })
  const send = (version: number) => act.mutate(changeOf({ register, row, field, value, reason, version }))
  const conflict = act.error?.code === 'register.conflict' ? act.error : undefined
  const ready = reason.trim() !== ''
  const dirty = ready || JSON.stringify(value) !== JSON.stringify(startValue(row, field))
  return (
    <FormDrawer
      open
      dirty={dirty}
      onClose={onClose}
      size={440}
      title={say(t(`更正“${field.label.zh}”`, `Correct: ${field.label.en}`))}
      footer={
        <div className="drawer-foot">
          <span className="note">
            {say(
              t(
                '原值留在变更记录里，靠它算的待遇会重新算。',
                'The old value stays in the history; what rests on it is computed anew.',
              ),
            )}
          </span>
          <Button type="primary" loading={act.isPending} disabled={!ready} onClick={() => send(row.version)}>
            {say(t('记下理由并改', 'Change with reason'))}
          </Button>
        </div>
      }
    >
      {act.error && !conflict && (
        <ProblemNote
          problem={act.error}
          onRetry={() => send(row.version)}
          retryWord={t('再存一次', 'Save again')}
        />
      )}
      <p className="note edit-now">
        {say(t('现在是：', 'Now: '))}
        <Now register={register} row={row} field={field} />
      </p>
      <div className="field-form">
        <FieldLine
          field={field}
          kinds={kinds}
          value={value}
          onChange={setValue}
          problem={fieldProblems(act.error?.details)[field.name]}
        />
        <div className="field-line">
          <label htmlFor="edit-reason">
            {say(t('理由', 'Reason'))}
            <span className="field-required">{say(t('必填', 'required'))}</span>
          </label>
          <div>
            <Input
              id="edit-reason"
              value={reason}
              maxLength={300}
              onChange={(event) => setReason(event.target.value)}
              placeholder={say(t('如：核对户口簿', 'e.g. seen in the household book'))}
            />
          </div>
        </div>
      </div>
      {conflict && (
        <Conflict
          register={register}
          problem={conflict as WebProblem}
          mine={{ [field.name]: value }}
          onKeepMine={send}
          onLater={act.reset}
          onKeepTheirs={() => {
            void client.invalidateQueries()
            onClose()
          }}
        />
      )}
    </FormDrawer>
  )
}

function Now({ register, row, field }: { register: RegisterMeta; row: RegisterRow; field: FieldMeta }) {
  const say = useText()
  if (field.name === 'validFrom') return <>{row.validFrom}</>
  if (field.name === 'validTo') return <>{row.validTo ?? say(t('还在继续', 'going on'))}</>
  return <FieldValue field={field} row={row} register={register.name} />
}

function startValue(row: RegisterRow, field: FieldMeta): unknown {
  if (field.name === 'validFrom') return row.validFrom
  if (field.name === 'validTo') return row.validTo
  return row.values[field.name] ?? row.raw[field.name] ?? null
}

type Change = {
  register: RegisterMeta
  row: RegisterRow
  field: FieldMeta
  value: unknown
  reason: string
  version: number
}

function changeOf({ register, row, field, value, reason, version }: Change) {
  const head = { register: register.name, id: row.id, version, reason: reason.trim() }
  const given = (value ?? null) as string | null // the kinds' inputs give JSON
  if (field.name === 'validFrom') return { ...head, values: {}, validFrom: given ?? undefined }
  if (field.name === 'validTo') return { ...head, values: {}, validTo: given }
  return { ...head, values: { [field.name]: given } }
}
