// What a list says when it is empty: nothing yet, or nothing fits, with the next step.
import { Button } from 'antd'
import { fileAddress, useAct, useCall } from '../../api.ts'
import { useGo } from '../../app/link.tsx'
import type { RegisterMeta } from '../../app/meta.ts'
import { t, useText } from '../../app/text.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import type { Condition } from './condition.ts'
import { useConditionWords } from './condition-words.ts'

export function EmptyRegister({ register }: { register: RegisterMeta }) {
  const say = useText()
  const go = useGo()
  const form = useAct('register.template', {
    onDone: ({ fileId }) => window.location.assign(fileAddress(fileId)),
  })
  return (
    <EmptyNote
      text={t(`还没有${register.label.zh}名册。`, `There are no ${register.label.en.toLowerCase()} yet.`)}
    >
      {register.can.import && (
        <Button onClick={() => go(`/import?register=${register.name}`)}>
          {say(t('导入 Excel', 'Import Excel'))}
        </Button>
      )}
      <Button loading={form.isPending} onClick={() => form.mutate({ register: register.name })}>
        {say(t('下载空表', 'Download the form'))}
      </Button>
      {form.error && <ProblemNote problem={form.error} />}
    </EmptyNote>
  )
}

type FitsProps = {
  register: RegisterMeta
  conditions: readonly Condition[]
  search: string
  known?: string | undefined
  onChange: (conditions: Condition[]) => void
  onSearch: (text: string) => void
}

/** 没有符合 2 个条件的人。去掉“未满3个月”有 318 人。 */
export function NothingFits({ register, conditions, search, known, onChange, onSearch }: FitsProps) {
  const say = useText()
  const wordsOf = useConditionWords(register)
  const last = conditions.at(-1)
  const rest = [...conditions.slice(0, -1)]
  const without = useCall(
    'register.total',
    { register: register.name, filter: rest, ...(search ? { search } : {}), ...(known ? { known } : {}) },
    { enabled: last !== undefined },
  )
  if (!last)
    return (
      <EmptyNote
        text={t(
          `没找到“${search}”。换个写法，或用拼音、证件号末 4 位再找。`,
          `“${search}” was not found. Try pinyin or the last 4 of the number.`,
        )}
      >
        <Button onClick={() => onSearch('')}>{say(t('看全部', 'Show all'))}</Button>
      </EmptyNote>
    )
  const words = wordsOf(last)
  const count = without.data?.count.toLocaleString('en-US') ?? '…'
  const head =
    conditions.length === 1
      ? t(`没有“${words}”的${register.counter.zh}。`, `No ${register.counter.en}: ${words}.`)
      : t(
          `没有符合 ${conditions.length} 个条件的${register.counter.zh}。`,
          `No ${register.counter.en} fit ${conditions.length} conditions.`,
        )
  return (
    <EmptyNote
      text={t(
        `${head.zh}去掉“${words}”有 ${count} ${register.counter.zh}。`,
        `${head.en} Without “${words}” there are ${count}.`,
      )}
    >
      <Button onClick={() => onChange([...rest])}>{say(t(`去掉“${words}”`, `Remove “${words}”`))}</Button>
    </EmptyNote>
  )
}
