// One event as a form: first what will change, old and new, then it is entered.
import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { type Input as In, useAct, useCall } from '../../api.ts'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { FormDrawer } from '../../parts/form-layer.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Candidates } from './duplicates-candidates.tsx'
import { EventChanges } from './events-changes.tsx'
import { type Act, EventForm, type Form, type Preview } from './events-form.tsx'
import './events.css'

type DrawerProps = { register: string; id: number; title: string; act: Act; onClose: () => void }

export function EventDrawer({ register, id, title, act, onClose }: DrawerProps) {
  const say = useText()
  const { meta } = useSession()
  const [form, setForm] = useState<Form>({ on: meta.today, values: {}, picks: {}, answers: {} })
  const [paper, setPaper] = useState('')
  const [looking, setLooking] = useState(false)
  const asked = inputOf({ register, id, event: act.name }, useSettled(form))
  const preview = useCall('event.preview', asked, { enabled: looking })
  const record = useAct('event.record', { onDone: onClose })
  const seen = looking ? preview.data : undefined
  const current = inputOf({ register, id, event: act.name }, form)
  const still = JSON.stringify(current) === JSON.stringify(asked) && !preview.isFetching
  const open = (seen?.asks ?? []).some(({ key }) => !form.answers[key])
  const clean = seen !== undefined && seen.issues.length === 0 && !open && still
  const send = () => record.mutate({ ...current, paper: paper.trim(), ...(seen ? { seen: seen.seen } : {}) })
  return (
    <FormDrawer
      open
      dirty={paper !== '' || form.on !== meta.today || written(form) > 0}
      onClose={onClose}
      size={560}
      title={`${say(act.label)}　${title}`}
      footer={
        <div className="drawer-foot">
          <span className="note">{say((looking && missingWords(seen, { open, paper })) || consequence)}</span>
          {looking ? (
            <Button
              type="primary"
              disabled={!clean || paper.trim() === ''}
              loading={record.isPending}
              onClick={send}
            >
              {say(t('记下', 'Enter'))}
            </Button>
          ) : (
            <Button type="primary" onClick={() => setLooking(true)}>
              {say(t('看会改什么', 'See what changes'))}
            </Button>
          )}
        </div>
      }
    >
      {record.error && <ProblemNote problem={record.error} onRetry={() => void preview.refetch()} />}
      {act.help && <p className="note event-help">{say(act.help)}</p>}
      <EventForm act={act} form={form} onChange={setForm} seen={seen} />
      <div className="field-form event-paper">
        <PaperLine value={paper} onChange={setPaper} />
      </div>
      {preview.error && looking && (
        <ProblemNote problem={preview.error} onRetry={() => void preview.refetch()} />
      )}
      {seen && <Seen seen={seen} open={open} />}
    </FormDrawer>
  )
}

function written({ values, picks, answers }: Form): number {
  return [values, picks, answers].reduce((sum, part) => sum + Object.keys(part).length, 0)
}

const consequence = t(
  '记下后名册照此改，旧的留在经过里；没有别的事依着它时可以撤销。',
  'The registers change accordingly; the old stays in the history. It can be taken back while nothing rests on it.',
)

/** Why it cannot be entered yet. */
function missingWords(seen: Preview | undefined, { open, paper }: { open: boolean; paper: string }) {
  if (seen && seen.issues.length > 0)
    return t('先改好上面标出的地方，才能记下。', 'Mend what is marked above first.')
  if (open) return t('还有人的关系要写明，写明了才能记下。', 'Some relations have to be said first.')
  return paper.trim() === ''
    ? t('还缺凭据：写明是从什么上看到的，才能记下。', 'Say first what it was seen from.')
    : undefined
}

function PaperLine({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const say = useText()
  return (
    <div className="field-line">
      <label htmlFor="event-paper">
        {say(t('凭据', 'Seen from'))}
        <span className="field-required">{say(t('必填', 'required'))}</span>
      </label>
      <div>
        <Input
          id="event-paper"
          value={value}
          maxLength={300}
          onChange={(event) => onChange(event.target.value)}
          placeholder={say(
            t('如：户口簿、离婚证、死亡证明', 'e.g. household book, marriage or death certificate'),
          )}
        />
      </div>
    </div>
  )
}

function Seen({ seen, open }: { seen: Preview; open: boolean }) {
  const say = useText()
  const whole = seen.issues.filter(({ field }) => field === '')
  return (
    <section className="event-seen" aria-live="polite">
      <h3>{say(t('会改这些', 'What will change'))}</h3>
      {whole.map(({ text }) => (
        <p key={text.en} className="field-problem" role="alert">
          {say(text)}
        </p>
      ))}
      {seen.issues.length > 0 && (
        <p className="note">
          {say(t('先改好上面标出的地方，再看会改什么。', 'Mend what is marked above first.'))}
        </p>
      )}
      {open && <p className="note">{say(t('还有人的关系要写明。', 'Some relations have to be said.'))}</p>}
      <EventChanges changes={seen.changes} />
      {seen.entrants.map((one) => (
        <Entrant key={`${one.register}:${one.title}`} entrant={one} />
      ))}
    </section>
  )
}

/** Who is born or arrives may be registered already: said before he is entered once more. */
function Entrant({ entrant }: { entrant: Preview['entrants'][number] }) {
  const { meta } = useSession()
  const register = meta.registers.find(({ name }) => name === entrant.register)
  return register ? <Candidates register={register} values={entrant.values} /> : null
}

/** The form a moment after the last stroke, so that not every letter asks the server. */
function useSettled(form: Form): Form {
  const [settled, setSettled] = useState(form)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(form), 250)
    return () => clearTimeout(timer)
  }, [form])
  return settled
}

type Which = { register: string; id: number; event: string }

function inputOf(which: Which, { on, values, picks, answers }: Form): In<'event.preview'> {
  const given = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null),
  )
  return {
    ...which,
    on,
    values: given as Record<string, string>, // the kinds' inputs give JSON
    picks: Object.fromEntries(Object.entries(picks).map(([name, ids]) => [name, [...ids]])),
    answers: { ...answers },
  }
}
