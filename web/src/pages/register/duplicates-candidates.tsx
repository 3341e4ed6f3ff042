// While somebody is written down: who is registered already and may be the same. Nothing is stopped by it.
import { useEffect, useState } from 'react'
import { type Output, useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import type { RegisterMeta } from '../../app/meta.ts'
import { t, useText } from '../../app/text.tsx'
import type { FieldValues } from '../../parts/field-form.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { likeWord, reasonsText } from './duplicates-words.ts'
import './duplicates.css'

const pause = 500
const shownAtFirst = 3

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
  const [all, setAll] = useState(false)
  const found = enough ? (data?.candidates ?? []) : []
  const beyond = beyondByPlace(enough ? (data?.beyond ?? []) : [])
  if (found.length + beyond.length === 0) return <div aria-live="polite" />
  return (
    <section
      className="candidates"
      aria-live="polite"
      aria-label={say(t('可能已登记', 'Perhaps registered'))}
    >
      <p className="candidates-head">
        {say(
          found.length > 0
            ? t(
                '可能已经登记过。是同一个就打开那一条，不要再登记：',
                'Perhaps registered already. If it is the same, open that record instead:',
              )
            : t('别处可能已经登记过：', 'Perhaps registered elsewhere:'),
        )}
      </p>
      <ul>
        {(all ? found : found.slice(0, shownAtFirst)).map((one) => (
          <Known key={one.row.id} register={register} found={one} />
        ))}
        {beyond.map(({ place, count, text }) => (
          <li key={`${place} ${text.zh}`}>
            <StateMark mark="doubt" word={t(`${place}有 ${count} 条`, `${count} in ${place}`)} />
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
      {!all && found.length > shownAtFirst && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {say(t(`另有 ${found.length - shownAtFirst} 条`, `${found.length - shownAtFirst} more`))}
        </button>
      )}
    </section>
  )
}

type Found = Output<'duplicate.candidates'>

function Known({ register, found }: { register: RegisterMeta; found: Found['candidates'][number] }) {
  const say = useText()
  const { row, score, likely, reasons } = found
  return (
    <li>
      <PageLink to={`/r/${register.name}/${row.id}`}>{row.title}</PageLink>
      <span>{row.areaName}</span>
      <StateMark mark={likely ? 'doubt' : 'open'} word={likeWord(likely, score)} />
      <span className="note">{say(reasonsText(reasons))}</span>
    </li>
  )
}

/** Pure: one line a township and reason. */
function beyondByPlace(beyond: Found['beyond']) {
  const lines = new Map<string, Found['beyond'][number] & { count: number }>()
  for (const one of beyond) {
    const key = `${one.place} ${one.text.zh}`
    lines.set(key, { ...one, count: (lines.get(key)?.count ?? 0) + 1 })
  }
  return [...lines.values()]
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
