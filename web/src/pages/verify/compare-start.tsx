// Which list it is, whose, of which day; then the file. The same file again opens what was compared.
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useAct, useCall } from '../../api.ts'
import { useAddressValue, useGo } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { DropBox } from '../import/drop-box.tsx'
import type { Kind } from './compare-words.ts'
import '../import/import.css'

export function StartSheet() {
  const say = useText()
  const go = useGo()
  const [named, setNamed] = useAddressValue('kind')
  const [sender, setSender] = useState('')
  const [basis, setBasis] = useState('')
  const [listDate, setListDate] = useState<string>()
  const { data, error } = useCall('compare.kinds', {})
  const kind = data?.kinds.find(({ id }) => id === named) ?? data?.kinds[0]
  const start = useAct('compare.upload', {
    onDone: ({ comparisonId }) => go(`/verify/compare/${comparisonId}`),
  })
  if (error) return <ProblemNote problem={error} />
  if (!data || !kind) return null
  const send = (fileId: number) =>
    start.mutate({
      fileId,
      kind: kind.id,
      ...(sender.trim() ? { sender: sender.trim() } : {}),
      ...(basis.trim() ? { basis: basis.trim() } : {}),
      ...(listDate ? { listDate } : {}),
    })
  return (
    <Sheet title={t('选名单', 'Choose a list')}>
      <div className="import-upload">
        {/* biome-ignore lint/a11y/noLabelWithoutControl: antd's Select is the control */}
        <label>
          <span>{say(t('是什么名单', 'What list it is'))}</span>
          <Select
            aria-label={say(t('是什么名单', 'What list it is'))}
            value={kind.id}
            options={choices(data.kinds, say)}
            onChange={setNamed}
            showSearch
            optionFilterProp="label"
          />
        </label>
        <Line
          word={t('谁给的', 'From')}
          hint={t('如县民政局；不填就是本单位', 'empty: your own office')}
          value={sender}
          onChange={setSender}
        />
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the field inside is the control */}
        <label>
          <span>{say(t('名单日期', 'As of'))}</span>
          <DayField value={listDate} onChange={setListDate} label={say(t('名单日期', 'As of'))} />
        </label>
        <Line
          word={t('来函或依据', 'Letter or basis')}
          hint={t('如 青民函〔2025〕12 号', 'the letter it came with')}
          value={basis}
          onChange={setBasis}
        />
        <DropBox busy={start.isPending} onFile={send} />
      </div>
      <p className="note compare-note">
        {say(kind.note)} {say(keyWords(kind))}
      </p>
      {start.error && <ProblemNote problem={start.error} />}
    </Sheet>
  )
}

type LineProps = {
  word: ReturnType<typeof t>
  hint: ReturnType<typeof t>
  value: string
  onChange: (value: string) => void
}

function Line({ word, hint, value, onChange }: LineProps) {
  const say = useText()
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: antd's Input is the control
    <label>
      <span>{say(word)}</span>
      <Input
        aria-label={say(word)}
        placeholder={say(hint)}
        value={value}
        maxLength={100}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}

/** Those for a purpose first, then any list of a register. */
function choices(kinds: readonly Kind[], say: ReturnType<typeof useText>) {
  const group = (plain: boolean) =>
    kinds.filter((kind) => kind.plain === plain).map(({ id, label }) => ({ value: id, label: say(label) }))
  return [
    { label: say(t('专门的名单', 'Lists for a purpose')), options: group(false) },
    { label: say(t('其他名单，逐栏对照', 'Any list, field by field')), options: group(true) },
  ].filter(({ options }) => options.length > 0)
}

function keyWords({ keys, registerLabel }: Kind) {
  const zh = keys.map((key) => key.map((word) => word.zh).join('＋')).join('，其次')
  const en = keys.map((key) => key.map((word) => word.en).join(' + ')).join(', then ')
  return t(`与${registerLabel.zh}按${zh}来对。`, `Matched with ${registerLabel.en} by ${en}.`)
}
