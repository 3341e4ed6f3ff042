// What a sample is asked to be: what, how exact, over which layers, until when.
import { Input, Select } from 'antd'
import { useId } from 'react'
import type { Input as AskOf } from '../../api.ts'
import { useSession } from '../../app/session.tsx'
import { type Text, t, useText } from '../../app/text.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { Choice, Figure, Line } from './sampling-lines.tsx'

type Asked = AskOf<'sample.plan'>
type Rule = Asked['rule']

/** Figures as they are typed. */
export type Draft = {
  design: string
  title: string
  due: string | undefined
  seed: string
  layers: Rule['layers']
  precision: string
  confidence: Rule['confidence']
  expected: string
  holds: Rule['holds']
  least: string
  allocation: Rule['allocation']
  after: number | null
}

type Start = { design: { id: string; label: Text }; after: number | null; today: string; area: string }

export function draftFor({ design, after, today, area }: Start): Draft {
  return {
    design: design.id,
    title: titleFor(design.label, today),
    due: undefined,
    seed: '',
    layers: area.length > 6 ? 'village' : 'township', // a township has but itself
    precision: '3',
    confidence: 95,
    expected: '10',
    holds: 'whole',
    least: '5',
    allocation: after === null ? 'proportional' : 'neyman',
    after,
  }
}

function titleFor(label: Text, today: string): string {
  return `${today.slice(0, 7)} ${label.zh}复核`
}

/** What the server is asked; undefined while a figure cannot be read or lies outside of what makes sense. */
export function readDraft(draft: Draft): Asked | undefined {
  const { design, layers, confidence, holds, allocation, after } = draft
  const [precision, expected, least] = [draft.precision, draft.expected, draft.least].map(Number)
  if (!within(precision, 0.5, 30) || !within(expected, 0.1, 99.9) || !within(least, 1, 200)) return undefined
  return {
    design,
    rule: { layers, precision, confidence, expected, holds, least: Math.floor(least), allocation, after },
  }
}

function within(value: number | undefined, low: number, high: number): value is number {
  return value !== undefined && value >= low && value <= high
}

export function SamplingForm({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const set = (part: Partial<Draft>) => onChange({ ...draft, ...part })
  return (
    <>
      <WhatSheet draft={draft} set={set} />
      <ExactSheet draft={draft} set={set} />
    </>
  )
}

type Part = { draft: Draft; set: (part: Partial<Draft>) => void }

function WhatSheet({ draft, set }: Part) {
  const say = useText()
  const { meta } = useSession()
  const ids = { what: useId(), title: useId(), due: useId(), seed: useId() }
  const chosen = meta.samples.find(({ id }) => id === draft.design)
  return (
    <Sheet title={t('查什么', 'What')}>
      <div className="sampling-form">
        <Line id={ids.what} label={t('名册', 'Register')} note={chosen && say(chosen.how)}>
          <Select
            id={ids.what}
            value={draft.design}
            disabled={draft.after !== null}
            options={meta.samples.map(({ id, label }) => ({ value: id, label: say(label) }))}
            onChange={(design: string) => {
              const label = meta.samples.find(({ id }) => id === design)?.label
              set({ design, ...(label ? { title: titleFor(label, meta.today) } : {}) })
            }}
          />
        </Line>
        <Line id={ids.title} label={t('名称', 'Title')}>
          <Input
            id={ids.title}
            maxLength={80}
            value={draft.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        </Line>
        <Line id={ids.due} label={t('哪天前查完', 'Until')}>
          <DayField id={ids.due} value={draft.due} onChange={(due) => set({ due })} />
        </Line>
        <Line
          id={ids.seed}
          label={t('种子', 'Seed')}
          note={say(
            t(
              '当众摇号的填摇出的号码；空着就由系统随机定。',
              'The number that was drawn in public; left empty the house takes one by chance.',
            ),
          )}
        >
          <Input
            id={ids.seed}
            maxLength={60}
            value={draft.seed}
            onChange={(event) => set({ seed: event.target.value })}
          />
        </Line>
      </div>
    </Sheet>
  )
}

function ExactSheet({ draft, set }: Part) {
  const say = useText()
  const hasRound = draft.after !== null
  return (
    <Sheet title={t('要多准', 'How exact')}>
      <div className="sampling-form">
        <Figure
          label={t('误差不超过', 'Within')}
          unit={t('个百分点', 'points')}
          value={draft.precision}
          onChange={(precision) => set({ precision })}
          note={say(t('0.5 到 30。越小抽得越多。', '0.5 to 30; the smaller, the more are drawn.'))}
        />
        <Choice
          label={t('把握', 'Confidence')}
          value={draft.confidence}
          options={[
            { value: 90, label: '90%' },
            { value: 95, label: '95%' },
            { value: 99, label: '99%' },
          ]}
          onChange={(confidence) => set({ confidence })}
        />
        {!hasRound && (
          <Figure
            label={t('预计有错', 'Expected faults')}
            unit={t('%', '%')}
            value={draft.expected}
            onChange={(expected) => set({ expected })}
            note={say(t('心里没底就填 50，抽得最多。', 'If there is no telling, 50: it draws the most.'))}
          />
        )}
        <Choice
          label={t('分层', 'Layers')}
          value={draft.layers}
          options={[
            { value: 'township', label: say(t('按乡镇', 'townships')) },
            { value: 'village', label: say(t('按村', 'villages')) },
          ]}
          onChange={(layers) => set({ layers })}
        />
        <Choice
          label={t('误差管', 'Holds for')}
          value={draft.holds}
          options={[
            { value: 'whole', label: say(t('合计', 'the whole')) },
            { value: 'each', label: say(t('每一层', 'each layer')) },
          ]}
          onChange={(holds) => set({ holds })}
        />
        <Figure
          label={t('每层至少', 'Least in a layer')}
          unit={t('条', 'records')}
          value={draft.least}
          onChange={(least) => set({ least })}
        />
        {hasRound && (
          <Choice
            label={t('怎么分', 'Spread')}
            value={draft.allocation}
            options={[
              { value: 'neyman', label: say(t('错得多的多抽', 'more where more was wrong')) },
              { value: 'proportional', label: say(t('按记录数', 'in proportion')) },
            ]}
            onChange={(allocation) => set({ allocation })}
          />
        )}
      </div>
    </Sheet>
  )
}
