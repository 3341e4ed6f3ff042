// 经过: who changed what, from what to what, when and why; the newest first.
import { useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import type { RegisterMeta } from '../../app/meta.ts'
import { type Text, t, useText } from '../../app/text.tsx'
import { kinds } from '../../kinds/index.ts'
import type { Kinds } from '../../parts/kind.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { dayText, momentText } from './moment.ts'
import { fieldNamed } from './use-register.ts'

const shortly = 5
const acts: Record<string, Text> = {
  create: t('登记', 'Registered'),
  change: t('更正', 'Corrected'),
  remove: t('删除', 'Removed'),
  restore: t('恢复', 'Restored'),
}
type Change = { field: string; before: unknown; after: unknown; masked: boolean }

export function HistorySheet({
  register,
  id,
  whole,
  on,
}: {
  register: RegisterMeta
  id: number
  whole: boolean
  /** Only what was known by the end of that day. */
  on?: string
}) {
  const say = useText()
  const got = useCall('register.history', { register: register.name, id })
  const entries = (got.data?.entries ?? []).filter((entry) => !on || dayText(entry.at) <= on)
  const shown = whole ? entries : entries.slice(0, shortly)
  return (
    <Sheet
      title={whole ? t('变更记录', 'Changes') : t('经过', 'History')}
      actions={
        !whole &&
        entries.length > shortly && (
          <PageLink to={`/r/${register.name}/${id}?tab=history`}>
            {say(t(`全部 ${entries.length} 条`, `All ${entries.length}`))}
          </PageLink>
        )
      }
    >
      {got.error && <ProblemNote problem={got.error} onRetry={() => void got.refetch()} />}
      {got.isPending && <WaitBars lines={3} />}
      <ol className="story">
        {shown.map((entry) => (
          <li key={entry.version}>
            <span className="story-at">
              {momentText(entry.at)}　{entry.byName}
            </span>
            <span>
              {say(acts[entry.act])}
              {entry.reason ? say(t(`：${entry.reason}`, `: ${entry.reason}`)) : ''}
            </span>
            {entry.changes.map((change) => (
              <ChangeLine key={change.field} register={register} change={change} />
            ))}
          </li>
        ))}
      </ol>
    </Sheet>
  )
}

function ChangeLine({ register, change }: { register: RegisterMeta; change: Change }) {
  const say = useText()
  const field = fieldNamed(register, change.field)
  return (
    <span className="story-change">
      {say(field?.label ?? change.field)}　<Side register={register} change={change} value={change.before} />{' '}
      → <Side register={register} change={change} value={change.after} />
    </span>
  )
}

function Side({ register, change, value }: { register: RegisterMeta; change: Change; value: unknown }) {
  const say = useText()
  const field = fieldNamed(register, change.field)
  if (value === null || value === undefined)
    return <>{say(change.masked ? t('按权限不显示', 'hidden') : t('不详', 'unknown'))}</>
  const all: Kinds = kinds
  const Cell = field && field.kind !== 'reference' ? all[field.kind]?.Cell : undefined
  return Cell && field && !change.masked ? <Cell field={field} value={value} /> : <span>{String(value)}</span>
}
