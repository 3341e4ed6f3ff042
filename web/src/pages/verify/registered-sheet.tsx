// Figures of registers beside what was typed: of which place and day, what the register has, and taking it over.
import { Button, Select } from 'antd'
import { useCall } from '../../api.ts'
import { useSession } from '../../app/session.tsx'
import { type Text, t, useText } from '../../app/text.tsx'
import { AreaPicker } from '../../parts/area-picker.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { BehindLink } from './behind-link.tsx'
import type { Content, RegisterFigure, RegisterValue, Row } from './figures-types.ts'
import { type Beside, besides, linkedRow, takenOver, unlinked, withArea, withRegister } from './registered.ts'
import './registered.css'

type RowsContent = Extract<Content, { kind: 'rows' }>
type Props = { content: RowsContent; onChange: (content: RowsContent) => void }

export function RegisteredSheet({ content, onChange }: Props) {
  const say = useText()
  const { me } = useSession()
  const { rows, at = {} } = content
  const linked = besides(rows)
  const asked = {
    wanted: linked.map(({ row }) => linkedRow(row, at.area)),
    ...(at.day ? { day: at.day } : {}),
    ...(at.known ? { known: at.known } : {}),
  }
  const { data, error } = useCall('verify.registerFigures', asked)
  const setRow = (index: number, row: Row) =>
    onChange({ ...content, rows: rows.map((one, i) => (i === index ? row : one)) })
  return (
    <Sheet
      title={t('名册里的数', 'Figures of the registers')}
      note={data && say(t(`截至 ${data.day}`, `on ${data.day}`))}
    >
      <AtFields at={at} own={me.area} onChange={(next) => onChange({ ...content, at: next })} />
      <ChooseFigure
        figures={data?.figures ?? []}
        onChoose={(figure) => onChange({ ...content, rows: withRegister(rows, figure) })}
      />
      {error && <ProblemNote problem={error} />}
      {linked.length === 0 && (
        <EmptyNote
          text={t(
            '选一个名册数，就在表里添一行：空着的取名册的数，填了的拿来对照。',
            'Choose a figure; it becomes a row: left empty it is taken from the register, typed it is compared.',
          )}
        />
      )}
      <ul className="registered">
        {linked.map((one, i) => (
          <BesideLine
            key={one.at}
            beside={one}
            value={data?.values[i]}
            note={data?.figures.find(({ id }) => id === one.row.register)?.note ?? null}
            onRow={(row) => setRow(one.at, row)}
          />
        ))}
      </ul>
    </Sheet>
  )
}

type At = NonNullable<RowsContent['at']>

function AtFields({ at, own, onChange }: { at: At; own: string; onChange: (at: At) => void }) {
  const say = useText()
  const set = (key: keyof At, value: string | undefined) => {
    const { [key]: _, ...rest } = at
    onChange(value === undefined ? rest : { ...rest, [key]: value })
  }
  const known = say(t('按哪天所知（空着就是现在）', 'As known on (empty: now)'))
  return (
    <div className="registered-at">
      <div>
        <span className="note">{say(t('哪里的数', 'Of which place'))}</span>
        <AreaPicker
          label={say(t('哪里的数', 'Of which place'))}
          value={at.area ?? own}
          levels={[6, 9, 12]}
          onChange={(code) => set('area', code)}
        />
      </div>
      <div>
        <span className="note">{say(t('截至哪天', 'On which day'))}</span>
        <DayField
          label={say(t('截至哪天', 'On which day'))}
          value={at.day}
          onChange={(day) => set('day', day)}
        />
      </div>
      <div>
        <span className="note">{known}</span>
        <DayField label={known} value={at.known} onChange={(day) => set('known', day)} />
      </div>
    </div>
  )
}

function ChooseFigure({
  figures,
  onChoose,
}: {
  figures: readonly RegisterFigure[]
  onChoose: (figure: RegisterFigure) => void
}) {
  const say = useText()
  const seen = figures.filter((one) => one.seen)
  const words = say(t('＋ 名册数', '+ Figure of a register'))
  return (
    <Select
      className="registered-choose"
      aria-label={words}
      placeholder={words}
      value={null}
      showSearch={{ optionFilterProp: 'label' }}
      options={seen.map(({ id, label, unit }) => ({ value: id, label: `${say(label)}（${say(unit)}）` }))}
      onChange={(id: string | null) => {
        const figure = seen.find((one) => one.id === id)
        if (figure) onChoose(figure)
      }}
    />
  )
}

type LineProps = {
  beside: Beside
  value: RegisterValue | undefined
  /** What is counted. */
  note: Text | null
  onRow: (row: Row) => void
}

function BesideLine({ beside: { row, at }, value, note, onRow }: LineProps) {
  const say = useText()
  const typed = row.value.trim()
  return (
    <li>
      <div className="registered-head">
        <b>{row.label || say(t(`第 ${at + 1} 行`, `Row ${at + 1}`))}</b>
        <AreaPicker
          label={say(t(`第 ${at + 1} 行的地区`, `Area of row ${at + 1}`))}
          value={row.area ?? value?.area}
          levels={[6, 9, 12]}
          onChange={(code) => onRow(withArea(row, code))}
        />
      </div>
      <dl className="verify-pair">
        <div>
          <dt>{say(t('填的是', 'Typed'))}</dt>
          <dd>{typed === '' ? say(t('空着，取名册的数', 'empty: taken from the register')) : typed}</dd>
        </div>
        <div>
          <dt>{say(t('名册里有', 'In the register'))}</dt>
          <dd>{value ? say(value.told) : '……'}</dd>
        </div>
      </dl>
      {note && <p className="note">{say(note)}</p>}
      {value && (
        <div className="registered-acts">
          {value.value !== null && (
            <Button size="small" onClick={() => onRow(takenOver(row, value))}>
              {say(t('照名册填', 'Take it over'))}
            </Button>
          )}
          {value.behind && value.rows > 0 && (
            <BehindLink behind={value.behind}>
              {say(t(`看名册这 ${value.rows} 条`, `The ${value.rows} rows behind it`))}
            </BehindLink>
          )}
          <button type="button" className="link-button" onClick={() => onRow(unlinked(row))}>
            {say(t('不再对照', 'Leave it alone'))}
          </button>
        </div>
      )}
    </li>
  )
}
