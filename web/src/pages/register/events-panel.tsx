// 办过的事: what happened to the record and when; where it belonged from when to when; taking back the last.

import type { Output } from '../../api.ts'
import { useAct, useCall } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { ReasonAct } from '../settings/reason-act.tsx'
import { EventChanges } from './events-changes.tsx'
import { NumberTag } from './history-merge.tsx'
import { dayText } from './moment.ts'
import type { PanelProps } from './panels.ts'
import './events.css'

type Entry = Output<'event.of'>['timeline'][number]
type Spell = Output<'event.of'>['spells'][number]

export function useEventCount({ register, id }: { register: string; id: number }): number | undefined {
  const standing = useCall('event.of', { register, id }).data?.timeline.filter(({ undone }) => !undone)
  return standing?.length
}

export function EventsPanel({ register, id, on }: PanelProps) {
  const say = useText()
  const got = useCall('event.of', { register, id })
  const entries = (got.data?.timeline ?? []).filter(({ knownAt }) => !on || dayText(knownAt) <= on)
  return (
    <Sheet title={t('办过的事', 'Events')}>
      {got.error && <ProblemNote problem={got.error} onRetry={() => void got.refetch()} />}
      {got.isPending && <WaitBars lines={2} />}
      {got.data && entries.length === 0 && (
        <p className="note">
          {say(
            t(
              '还没有登记分户、迁移、生死、婚姻这些事。',
              'No split, move, birth, death or marriage is entered yet.',
            ),
          )}
        </p>
      )}
      {!on && got.data && <Spells spells={got.data.spells} />}
      <ol className="story">
        {entries.map((entry) => (
          <li key={entry.id} className={entry.undone ? 'event-undone' : undefined}>
            <Told
              entry={entry}
              from={`${register}:${id}`}
              undoable={!on && entry.last && mayUndo(got.data)}
            />
          </li>
        ))}
      </ol>
    </Sheet>
  )
}

/** Taking back is tried by who sees any event at all as his to enter; the server knows the rest. */
function mayUndo(data: Output<'event.of'> | undefined): boolean {
  return data?.writes ?? false
}

type ToldProps = { entry: Entry; from: string; undoable: boolean }

function Told({ entry, from, undoable }: ToldProps) {
  const say = useText()
  const act = useAct('event.undo')
  const { on, byName, office, paper, knownAt, undone } = entry
  return (
    <>
      <span>
        <b>{say(entry.label)}</b>　{on}
        {entry.under !== null && <NumberTag id={entry.under} />}
      </span>
      <span className="story-at">
        {say(
          t(
            `${dayText(knownAt)} ${office}${byName} 登记，凭${paper}`,
            `entered ${dayText(knownAt)} by ${byName}, ${office}, from: ${paper}`,
          ),
        )}
      </span>
      {undone && (
        <span className="story-at">
          {say(
            t(
              `${dayText(undone.at)} ${undone.byName} 撤销：${undone.reason}`,
              `taken back ${dayText(undone.at)} by ${undone.byName}: ${undone.reason}`,
            ),
          )}
        </span>
      )}
      <EventChanges changes={entry.changes} from={from} />
      {undoable && (
        <ReasonAct
          word={t('撤销', 'Take back')}
          consequence={t('每条记录改回原来的样子。', 'Every record goes back to what it was.')}
          hint={t('事由，如：登记错了户', 'Reason, as: entered for another household')}
          busy={act.isPending}
          problem={act.error}
          onAct={(reason) => act.mutate({ id: entry.id, reason })}
        />
      )}
    </>
  )
}

/** 从何时到何时在哪一户、哪个村组. */
function Spells({ spells }: { spells: readonly Spell[] }) {
  const say = useText()
  const [first] = spells
  if (!first || spells.length < 2) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reached by keys
    <section className="event-spells" tabIndex={0} aria-label={say(t('从何时到何时', 'From when to when'))}>
      <table>
        <caption>{say(t('从何时到何时', 'From when to when'))}</caption>
        <thead>
          <tr>
            <th scope="col">{say(t('起', 'From'))}</th>
            <th scope="col">{say(t('止', 'To'))}</th>
            {first.fields.map(({ field, label }) => (
              <th key={field} scope="col">
                {say(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spells.map((spell) => (
            <tr key={`${spell.under} ${spell.from} ${spell.to}`}>
              <td>
                {spell.from ?? say(t('起日不详', 'unknown'))}
                {spell.under !== null && <NumberTag id={spell.under} />}
              </td>
              <td>{spell.to ?? (spell.over ? say(t('止日不详', 'unknown')) : '—')}</td>
              {spell.fields.map(({ field, value }) => (
                <td key={field}>{say(value ?? t('不详', 'unknown'))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
