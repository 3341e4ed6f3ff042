// The fields of two records beside each other. Where they differ one is chosen; what is alike folds away.
import { useState } from 'react'
import { PageLink } from '../../app/link.tsx'
import type { FieldMeta, RegisterMeta } from '../../app/meta.ts'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { FieldValue, headText } from '../../kinds/field-value.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import type { Both } from './duplicates-pair-page.tsx'
import { fieldsOf } from './use-register.ts'

type FieldsProps = {
  register: RegisterMeta
  both: Both
  /** Which of the two stays: its place in `both.rows`. */
  keep: 0 | 1
  onKeep: (keep: 0 | 1) => void
  /** Fields whose value of the other one is taken. */
  other: ReadonlySet<string>
  onOther: (other: ReadonlySet<string>) => void
}

export function PairFields(props: FieldsProps) {
  const say = useText()
  const [all, setAll] = useState(false)
  const { register, both } = props
  const differing = fieldsOf(register).filter(({ name }) => both.differing.includes(name))
  const alike = fieldsOf(register).filter(({ name }) => !both.differing.includes(name))
  return (
    <div className="pair">
      <Head {...props} />
      {differing.map((field) => (
        <Differing key={field.name} field={field} {...props} />
      ))}
      <About both={both} />
      <p className="pair-more">
        <button type="button" className="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {say(
            all
              ? t('收起相同的', 'Fold away what is alike')
              : t(`另有 ${alike.length} 栏相同或都没填`, `${alike.length} more are alike or empty`),
          )}
        </button>
      </p>
      {all &&
        alike.map((field) => (
          <div key={field.name} className="pair-row">
            <span className="pair-label">{say(headText(field))}</span>
            {both.rows.map((row) => (
              <span key={row.id} className="pair-cell">
                <FieldValue field={field} row={row} register={register.name} />
              </span>
            ))}
          </div>
        ))}
    </div>
  )
}

/** Which one stays. Changing it turns the choices over: what stays in each field does not change. */
function Head({ register, both, keep, onKeep, other, onOther }: FieldsProps) {
  const say = useText()
  const turn = (at: 0 | 1) => {
    if (at === keep) return
    onKeep(at)
    onOther(new Set(both.differing.filter((name) => !other.has(name) && !hidden(both, name))))
  }
  return (
    <fieldset className="pair-row pair-head">
      <legend className="pair-label">{say(t('留下哪一条', 'Which one stays'))}</legend>
      {both.rows.map((row, at) => (
        <label key={row.id} className={at === keep ? 'pair-cell pair-chosen' : 'pair-cell'}>
          <input type="radio" name="keep" checked={at === keep} onChange={() => turn(at === 0 ? 0 : 1)} />
          <span>
            <PageLink to={`/r/${register.name}/${row.id}`}>{row.title}</PageLink> #{row.id}
            <span className="note pair-place">{row.areaName}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Differing({ field, register, both, keep, other, onOther }: FieldsProps & { field: FieldMeta }) {
  const say = useText()
  const fixed = hidden(both, field.name)
  const chosen = other.has(field.name) ? 1 - keep : keep
  const choose = (at: number) => {
    const next = new Set(other)
    if (at === keep) next.delete(field.name)
    else next.add(field.name)
    onOther(next)
  }
  return (
    <fieldset className="pair-row pair-differs">
      <legend className="pair-label">
        {say(headText(field))}{' '}
        {oneSided(both, field.name) ? (
          <StateMark mark="unknown" word={t('一边没填', 'one is empty')} />
        ) : (
          <StateMark mark="changed" word={t('有出入', 'differs')} />
        )}
      </legend>
      {both.rows.map((row, at) => (
        <label key={row.id} className={at === chosen ? 'pair-cell pair-chosen' : 'pair-cell'}>
          <input
            type="radio"
            name={`pair-${field.name}`}
            checked={at === chosen}
            disabled={fixed && at !== keep}
            onChange={() => choose(at)}
          />
          <FieldValue field={field} row={row} register={register.name} />
        </label>
      ))}
    </fieldset>
  )
}

/** Only one of the two says anything. */
function oneSided(both: Both, name: string): boolean {
  return both.rows.some((row) => (row.values[name] ?? null) === null && !row.masked.includes(name))
}

/** What is hidden from this person he cannot take over. */
function hidden(both: Both, name: string): boolean {
  return both.rows.some((row) => row.masked.includes(name))
}

/** What hangs on each: 保障对象 1 条. */
function About({ both }: { both: Both }) {
  const say = useText()
  const { meta } = useSession()
  return both.about.map(({ register: name, counts }) => {
    const register = meta.registers.find((one) => one.name === name)
    return (
      <div key={name} className="pair-row">
        <span className="pair-label">{register ? say(register.label) : name}</span>
        {both.rows.map((row, at) => (
          <span key={row.id} className="pair-cell">
            {say(t(`${counts[at] ?? 0} 条`, String(counts[at] ?? 0)))}
          </span>
        ))}
      </div>
    )
  })
}
