// Registering one: all fields of the register, faults at their place, what was filled in kept until it is saved.
import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api.ts'
import type { RegisterMeta } from '../../app/meta.ts'
import { t, useText } from '../../app/text.tsx'
import type { RegisterRow } from '../../kinds/field-value.tsx'
import { kinds } from '../../kinds/index.ts'
import { FieldForm, type FieldValues, fieldProblems } from '../../parts/field-form.tsx'
import { FormDrawer } from '../../parts/form-layer.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Candidates } from './duplicates-candidates.tsx'
import { fieldsOf } from './use-register.ts'

type NewProps = {
  register: RegisterMeta
  /** Whose row it will be, for child and dated registers. */
  ownerId?: number
  open: boolean
  onClose: () => void
  onDone?: (row: RegisterRow) => void
}

export function NewDrawer({ register, ownerId, open, onClose, onDone }: NewProps) {
  const say = useText()
  const [values, setValues] = useState<FieldValues>({})
  const close = () => {
    setValues({})
    onClose()
  }
  const act = useAct('register.save', {
    onDone: ({ row }) => {
      close()
      onDone?.(row)
    },
  })
  const fields = fieldsOf(register).filter((field) => !field.masked)
  const save = () => act.mutate(entryOf(register, values, ownerId))
  return (
    <FormDrawer
      open={open}
      dirty={open && Object.values(values).some((value) => value !== undefined && value !== null)}
      onClose={close}
      size={520}
      title={say(t(`登记${register.label.zh}`, `Register: ${register.label.en}`))}
      footer={
        <div className="drawer-foot">
          <span className="note">
            {say(
              t(
                '标“必填”的填好就能存，不知道的留空。',
                'Fill what is required; leave empty what is not known.',
              ),
            )}
          </span>
          <Button type="primary" loading={act.isPending} onClick={save}>
            {say(t('存下', 'Save'))}
          </Button>
        </div>
      }
    >
      {act.error && (
        <ProblemNote problem={act.error} onRetry={save} retryWord={t('再存一次', 'Save again')} />
      )}
      <FieldForm
        fields={fields}
        kinds={kinds}
        values={values}
        onChange={setValues}
        problems={fieldProblems(act.error?.details)}
      />
      {open && register.duplicates && <Candidates register={register} values={values} />}
    </FormDrawer>
  )
}

/** Pure: the span goes beside the values, empty fields stay out. */
export function entryOf(register: RegisterMeta, all: FieldValues, ownerId: number | undefined) {
  const { validFrom, validTo, ...rest } = all
  const values = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined && value !== null),
  )
  return {
    register: register.name,
    // values come from the kinds' inputs, which give JSON
    values: values as Record<string, string>,
    ...(ownerId === undefined ? {} : { ownerId }),
    ...(typeof validFrom === 'string' ? { validFrom } : {}),
    ...(typeof validTo === 'string' ? { validTo } : {}),
  }
}
