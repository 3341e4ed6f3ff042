// 经过: who changed what, from what to what, when and why; the newest first.
import { type Output, useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import type { RegisterMeta } from '../../app/meta.ts'
import { type Text, t, useText } from '../../app/text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { MergeSaid, mergeWords, NumberTag } from './history-merge.tsx'
import { Side } from './history-value.tsx'
import { dayText, momentText } from './moment.ts'
import { fieldNamed } from './use-register.ts'

const shortly = 5
const acts: Record<string, Text> = {
  create: t('登记', 'Registered'),
  change: t('更正', 'Corrected'),
  remove: t('删除', 'Removed'),
  restore: t('恢复', 'Restored'),
}
type Entry = Output<'register.history'>['entries'][number]
type Change = Entry['changes'][number]

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
  const unseen = got.data?.unseen ?? []
  const several = unseen.length > 0 || new Set(entries.map((entry) => entry.id)).size > 1
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
          <li key={`${entry.id} ${entry.version} ${entry.at} ${entry.act}`}>
            <span className="story-at">
              {momentText(entry.at)}　{entry.byName}
              {several && !entry.merged && <NumberTag id={entry.id} />}
            </span>
            <span>
              {say(wordOf(entry))}
              {entry.reason ? say(t(`：${entry.reason}`, `: ${entry.reason}`)) : ''}
            </span>
            {whole && entry.merged && <MergeSaid register={register} merged={entry.merged} />}
            {(entry.act === 'merge' ? [] : entry.changes).map((change) => (
              <ChangeLine key={change.field} register={register} change={change} />
            ))}
          </li>
        ))}
      </ol>
      {whole && unseen.length > 0 && (
        <p className="note">
          {say(
            t(
              `编号 ${unseen.join('、')} 的记录不在您的管辖范围，它的变更这里看不到，请上级查看。`,
              `Number ${unseen.join(', ')} is outside your area; ask the level above for its changes.`,
            ),
          )}
        </p>
      )}
    </Sheet>
  )
}

function wordOf(entry: Entry): Text | undefined {
  return entry.merged ? mergeWords(entry.act, entry.merged) : acts[entry.act]
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
