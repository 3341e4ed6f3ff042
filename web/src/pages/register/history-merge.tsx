// A record that was merged of several: under which number something was said, and in what the two differed when they were made one.
import type { Output } from '../../api.ts'
import type { RegisterMeta } from '../../app/meta.ts'
import { type Text, t, useText } from '../../app/text.tsx'
import { Side } from './history-value.tsx'
import { fieldNamed } from './use-register.ts'
import './history-merge.css'

type Merged = NonNullable<Output<'register.history'>['entries'][number]['merged']>

export function NumberTag({ id }: { id: number }) {
  const say = useText()
  return <span className="number-tag">{say(t(`编号 ${id}`, `number ${id}`))}</span>
}

export function mergeWords(act: string, { keptId, goneId }: Merged): Text {
  return act === 'merge'
    ? t(`合并：编号 ${goneId} 并入编号 ${keptId}`, `Merged: number ${goneId} into number ${keptId}`)
    : t(
        `撤回合并：编号 ${goneId} 与编号 ${keptId} 又分开`,
        `Merge undone: ${goneId} and ${keptId} are two again`,
      )
}

/** 电话　编号 3 说 138…，编号 117 说 139…，取编号 117. */
export function MergeSaid({ register, merged }: { register: RegisterMeta; merged: Merged }) {
  const say = useText()
  const { keptId, goneId, said } = merged
  if (said.length === 0) return null
  return (
    <div className="merge-said">
      <dl>
        {said.map((one) => (
          <div key={one.field}>
            <dt>{say(fieldNamed(register, one.field)?.label ?? one.field)}</dt>
            <dd className={one.taken ? undefined : 'merge-stands'}>
              <NumberTag id={keptId} />
              <Side register={register} change={one} value={one.kept} />
            </dd>
            <dd className={one.taken ? 'merge-stands' : undefined}>
              <NumberTag id={goneId} />
              <Side register={register} change={one} value={one.gone} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="note">{say(t('加粗的是合并时取的值。', 'What stands in bold was taken.'))}</p>
    </div>
  )
}
