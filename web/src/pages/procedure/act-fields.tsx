// The fields of an act; those of one group stand in one row under its name.
import { t, useText } from '../../app/text.tsx'
import { FieldForm, fieldProblems } from '../../parts/field-form.tsx'
import type { ActValues } from './act-form.ts'
import { actKinds } from './act-kinds.tsx'
import type { NextAct } from './case-types.ts'

type Field = NextAct['form'][number]
type Props = {
  fields: readonly Field[]
  values: ActValues
  onChange: (values: ActValues) => void
  details: Readonly<Record<string, unknown>> | undefined
}

export function ActFields({ fields, values, onChange, details }: Props) {
  const say = useText()
  const shared = { kinds: actKinds, values, onChange, problems: fieldProblems(details) }
  return (
    <div className="act-fields">
      {runsOf(fields).map(({ group, own }) =>
        group ? (
          <fieldset key={own[0]?.name} className="field-group">
            <legend>
              {say(group)}
              <span className="field-required">{say(t('必填', 'required'))}</span>
            </legend>
            <FieldForm fields={own.map((field) => ({ ...field, required: false }))} {...shared} />
          </fieldset>
        ) : (
          <FieldForm key={own[0]?.name} fields={own} {...shared} />
        ),
      )}
    </div>
  )
}

type Run = { group: Field['group']; own: Field[] }

/** Neighbours of the same group, in order. Pure. */
export function runsOf(fields: readonly Field[]): Run[] {
  const runs: Run[] = []
  for (const field of fields) {
    const last = runs.at(-1)
    if (last && last.group?.zh === field.group?.zh) last.own.push(field)
    else runs.push({ group: field.group, own: [field] })
  }
  return runs
}
