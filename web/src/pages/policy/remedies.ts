// 补: a missing fact leads to the record that lacks it; what no register holds is stated when the act is done.
import { useGo } from '../../app/link.tsx'
import { t } from '../../app/text.tsx'
import type { Remedies } from '../../parts/explain-adapter.ts'

/** `subject`: the record that is explained, where a fact names no other. */
export function useRemedies(subject: { register: string; id: number }): Remedies {
  const go = useGo()
  return {
    fill: (_, line) => {
      const source = line.fact?.source
      if (!source?.register || source.register.startsWith('policy:')) return undefined
      const id = source.id ?? (source.register === subject.register ? subject.id : undefined)
      if (id === undefined) return undefined
      return { label: t('补', 'Fill in'), onAct: () => go(`/r/${source.register}/${id}?tab=facts`) }
    },
    refer: () => ({
      label: t('转人工', 'Decide by hand'),
      onAct: () => go(`/r/${subject.register}/${subject.id}`),
    }),
  }
}
