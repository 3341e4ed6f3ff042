// Near relatives, declared once per person and case (OF-22): whoever is named is left to somebody else.
import { Radio, Select } from 'antd'
import { useState } from 'react'
import { t, useText } from '../../app/text.tsx'
import type { CaseItem } from './case-types.ts'

type Props = {
  items: readonly CaseItem[]
  value: readonly number[] | undefined
  onChange: (value: number[] | undefined) => void
}

export function RelativesField({ items, value, onChange }: Props) {
  const say = useText()
  const [some, setSome] = useState(false)
  const options = [
    { value: 'none', label: say(t('没有', 'None')) },
    { value: 'some', label: say(t('有，是：', 'Yes:')) },
  ]
  const choose = (answer: string) => {
    setSome(answer === 'some')
    onChange(answer === 'none' ? [] : undefined)
  }
  return (
    <div className="field-line">
      <span className="field-label">{say(t('近亲属申报', 'Near relatives'))}</span>
      <div>
        <p className="note">
          {say(
            t(
              '您与名单中的人有没有近亲属关系？每件案件只申报一次，记入经过。',
              'Is anybody on the list a near relative of yours? Declared once per case.',
            ),
          )}
        </p>
        <Radio.Group
          value={some ? 'some' : value === undefined ? undefined : 'none'}
          options={options}
          onChange={(event) => choose(event.target.value)}
          aria-label={say(t('近亲属申报', 'Near relatives'))}
        />
        {some && (
          <Select
            mode="multiple"
            className="relatives-select"
            value={value ? [...value] : []}
            optionFilterProp="label"
            aria-label={say(t('亲属是谁', 'Who'))}
            options={items.map((item) => ({ value: item.id, label: `${item.name} ${item.groupName}` }))}
            onChange={(ids: number[]) => onChange(ids.length > 0 ? ids : undefined)}
          />
        )}
      </div>
    </div>
  )
}
