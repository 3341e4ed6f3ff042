// While somebody is written down: who is registered already and may be the same. Nothing is stopped by it.
import { useEffect, useState } from 'react'
import { useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import type { RegisterMeta } from '../../app/meta.ts'
import { t, useText } from '../../app/text.tsx'
import type { FieldValues } from '../../parts/field-form.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { likeWord, reasonsText } from './duplicates-words.ts'
import './duplicates.css'

const pause = 500

type CandidatesProps = { register: RegisterMeta; values: FieldValues }

export function Candidates({ register, values }: CandidatesProps) {
  const say = useText()
  const asked = useSettled(comparedOf(register, values))
  const enough = Object.keys(asked).some((name) => name !== 'area' && name !== 'sex')
  const { data } = useCall(
    'duplicate.candidates',
    { register: register.name, values: asked },
    { enabled: enough },
  )
  const found = enough ? (data?.candidates ?? []) : []
  const beyond = enough ? (data?.beyond ?? []) : []
  if (found.length + beyond.length === 0) return <div aria-live="polite" />
  return (
    <section
      className="candidates"
      aria-live="polite"
      aria-label={say(t('可能已登记', 'Perhaps registered'))}
    >
      <p className="candidates-head">
        {say(
          t(
            '可能已经登记过。是同一个就打开那一条，不要再登记：',
            'Perhaps registered already. If it is the same, open that record instead:',
          ),
        )}
      </p>
      <ul>
        {found.map(({ row, score, likely, reasons }) => (
          <li key={row.id}>
            <PageLink to={`/r/${register.name}/${row.id}`}>{row.title}</PageLink>
            <span>{row.areaName}</span>
            <StateMark mark={likely ? 'doubt' : 'open'} word={likeWord(likely, score)} />
            <span className="note">{say(reasonsText(reasons))}</span>
          </li>
        ))}
        {beyond.map(({ place, text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two of one township have nothing else that tells them apart
          <li key={at}>
            <StateMark mark="doubt" word={t(`${place}有一条`, `One in ${place}`)} />
            <span className="note">
              {say(
                t(
                  `${text.zh}。不在您的管辖范围，请报上级核对。`,
                  `${text.en}. It is outside your area: ask the level above to check.`,
                ),
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Pure: the filled fields that are compared. */
function comparedOf(register: RegisterMeta, values: FieldValues): Record<string, string> {
  const names = register.duplicates?.fields ?? []
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name]
      // values come from the kinds' inputs, which give JSON
      return value === undefined || value === null || value === '' ? [] : [[name, value as string]]
    }),
  )
}

/** The value once nothing has changed for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  const text = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as T), pause)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
