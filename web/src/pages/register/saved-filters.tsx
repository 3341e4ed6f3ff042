// Conditions kept under a name, for this person on this machine; anybody can be sent the address instead.
import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import type { RegisterMeta } from '../../app/meta.ts'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { type Condition, readConditions, writeConditions } from './condition.ts'

type SavedProps = {
  register: RegisterMeta
  conditions: readonly Condition[]
  onChoose: (conditions: Condition[]) => void
}

export function SavedFilters({ register, conditions, onChoose }: SavedProps) {
  const say = useText()
  const { saved, keep, drop } = useSaved(register.name)
  const [name, setName] = useState('')
  const { meta } = useSession()
  const text = writeConditions(conditions)
  const save = () => {
    if (!text || name.trim() === '') return
    keep(name.trim(), text)
    setName('')
  }
  return (
    <>
      {Object.entries(saved).map(([label, kept]) => (
        <span key={label} className="saved-filter">
          <button
            type="button"
            className="link-button"
            onClick={() => onChoose(readConditions(kept, register, meta.registers))}
          >
            {label}
          </button>
          <button
            type="button"
            className="link-button"
            aria-label={say(t(`不再保存“${label}”`, `Forget “${label}”`))}
            onClick={() => drop(label)}
          >
            ✕
          </button>
        </span>
      ))}
      {text && (
        <Popover
          trigger="click"
          content={
            <div className="condition-form">
              <Input
                value={name}
                placeholder={say(t('名字，如“待回访”', 'A name'))}
                aria-label={say(t('存为', 'Save as'))}
                onChange={(event) => setName(event.target.value)}
                onPressEnter={save}
              />
              <Button onClick={save}>{say(t('存下', 'Save'))}</Button>
            </div>
          }
        >
          <button type="button" className="link-button">
            {say(t('存为…', 'Save as…'))}
          </button>
        </Popover>
      )}
    </>
  )
}

function useSaved(register: string) {
  const key = `xiangce.filters.${register}`
  const [saved, setSaved] = useState<Record<string, string>>(() => readSaved(key))
  const put = (next: Record<string, string>) => {
    localStorage.setItem(key, JSON.stringify(next))
    setSaved(next)
  }
  return {
    saved,
    keep: (name: string, text: string) => put({ ...saved, [name]: text }),
    drop: (name: string) => put(Object.fromEntries(Object.entries(saved).filter(([one]) => one !== name))),
  }
}

function readSaved(key: string): Record<string, string> {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    if (typeof read !== 'object' || read === null) return {}
    return Object.fromEntries(
      Object.entries(read).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    return {}
  }
}
