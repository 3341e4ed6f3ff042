// A word is added: a heading of a field, or a way to write a choice; for everybody's files or for those of one sender.
import { Button, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import type { Words } from './words-sheets.tsx'

type Kind = 'head' | 'value'
type Given = { kind: Kind; text: string; field?: string; means?: string; sender: string }

const empty = (kind: Kind): Given => ({ kind, text: '', sender: '' })

export function TeachSheet({ register, words }: { register: string; words: Words }) {
  const say = useText()
  const [given, setGiven] = useState<Given>(empty('head'))
  const teach = useAct('import.teach', { onDone: () => setGiven(empty(given.kind)) })
  const set = (part: Partial<Given>) => setGiven({ ...given, ...part })
  const { field, means, text, sender, kind } = given
  const ready = text.trim() !== '' && field !== undefined && (kind === 'head' || means !== undefined)
  const send = () =>
    field !== undefined && teach.mutate({ register, kind, field, text, means: means ?? '', sender })
  return (
    <Sheet
      title={t('加一个写法', 'Add a word')}
      footer={
        <>
          <span>
            {say(
              t(
                '对本单位以后传的表有效，县级部门可以改为全县通用；已经传的不变。写错了可以去掉。',
                'It holds for files that your office uploads from now on, and can be removed again; the county level may make it general.',
              ),
            )}
          </span>
          <Button type="primary" disabled={!ready} loading={teach.isPending} onClick={send}>
            {say(t('加上', 'Add'))}
          </Button>
        </>
      }
    >
      <div className="import-teach">
        <Segmented<Kind>
          aria-label={say(t('加什么', 'What'))}
          value={kind}
          onChange={(next) => setGiven({ ...empty(next), text, sender })}
          options={[
            { value: 'head', label: say(t('栏名', 'Heading')) },
            { value: 'value', label: say(t('栏里的写法', 'Word in a column')) },
          ]}
        />
        <Input
          aria-label={say(t('表里写的', 'As written'))}
          placeholder={say(
            kind === 'head' ? t('表里的栏名，如 宅电', 'Heading') : t('表里的写法，如 顶门子', 'Word'),
          )}
          value={text}
          onChange={(event) => set({ text: event.target.value })}
          maxLength={60}
        />
        <Meaning given={given} words={words} onChange={set} />
        <Input
          aria-label={say(t('谁报来的表', 'Files of'))}
          placeholder={say(t('谁报来的表（不填：都算）', 'Files sent by (empty: anybody)'))}
          value={sender}
          onChange={(event) => set({ sender: event.target.value })}
          maxLength={100}
        />
      </div>
      {teach.error && <ProblemNote problem={teach.error} />}
    </Sheet>
  )
}

type MeaningProps = { given: Given; words: Words; onChange: (part: Partial<Given>) => void }

function Meaning({ given, words, onChange }: MeaningProps) {
  const say = useText()
  const fields =
    given.kind === 'head'
      ? [
          ...words.targets.map(({ target, label }) => ({ value: target, label: say(label) })),
          { value: ':note', label: say(t('（附注：原样留着）', '(kept as a remark)')) },
          { value: ':ignore', label: say(t('（不导）', '(left out)')) },
        ]
      : words.choices.map(({ field, label }) => ({ value: field, label: say(label) }))
  const options = words.choices.find(({ field }) => field === given.field)?.options ?? []
  return (
    <>
      <Select
        aria-label={say(t('就是名册里的', 'Means the field'))}
        placeholder={say(t('就是名册里的哪一栏', 'Field'))}
        value={given.field}
        options={fields}
        onChange={(field) => onChange({ field, means: undefined })}
        showSearch
        optionFilterProp="label"
      />
      {given.kind === 'value' && (
        <Select
          aria-label={say(t('算作', 'Taken for'))}
          placeholder={say(t('算作哪一项', 'Choice'))}
          value={given.means}
          options={options.map(({ code, label }) => ({ value: code, label: say(label) }))}
          onChange={(means) => onChange({ means })}
        />
      )}
    </>
  )
}
