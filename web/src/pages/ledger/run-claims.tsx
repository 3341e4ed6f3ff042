// Who claims in a run that pays on claims (LS-14): last month's list stands until somebody is taken off; others are found by name.
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { type Output, useCall } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { useAreaName } from '../../parts/area-picker.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import type { Reason } from '../../parts/reason-list.tsx'
import { FieldLine, WordsLine } from './field-line.tsx'

export type Claimant = Output<'run.claimants'>['claimants'][number]

/** What the run is given: `meetsDibao` is left out while nobody knows. */
export function claimsInput(claimants: readonly Claimant[]) {
  return claimants.map(({ id, unemployedFrom, paidBefore, meetsDibao }) => ({
    id,
    unemployedFrom,
    paidBefore,
    ...(meetsDibao === null ? {} : { meetsDibao }),
  }))
}

export function claimReasons(claimants: readonly Claimant[]): Reason[] {
  if (claimants.length === 0)
    return [
      { key: 'none', state: 'missing', text: t('申领名单是空的，请加人。', 'The list of claims is empty.') },
    ]
  const open = claimants.filter((one) => one.unemployedFrom === null)
  return open.map((one) => ({
    key: `from ${one.id}`,
    state: 'missing',
    text: t(`${one.name}：填写未就业起始日。`, `${one.name}: fill in since when without work.`),
  }))
}

type Props = { run: string; claimants: readonly Claimant[]; onChange: (next: readonly Claimant[]) => void }

export function ClaimsForm({ run, claimants, onChange }: Props) {
  const say = useText()
  return (
    <section className="claims" aria-label={say(t('申领名单', 'Who claims'))}>
      <h3>{say(t(`申领名单　${claimants.length} 人`, `Who claims: ${claimants.length}`))}</h3>
      {claimants.length === 0 && <EmptyNote text={t('还没有人。按姓名查找后加入。', 'Nobody yet.')} />}
      {claimants.map((one) => (
        <ClaimFields
          key={one.id}
          claimant={one}
          onChange={(part) =>
            onChange(claimants.map((each) => (each.id === one.id ? { ...one, ...part } : each)))
          }
          onDrop={() => onChange(claimants.filter((each) => each.id !== one.id))}
        />
      ))}
      <FindClaimant run={run} taken={claimants} onTake={(found) => onChange([...claimants, found])} />
    </section>
  )
}

type FieldsProps = {
  claimant: Claimant
  onChange: (part: Partial<Claimant>) => void
  onDrop: () => void
}

function ClaimFields({ claimant, onChange, onDrop }: FieldsProps) {
  const say = useText()
  const areaName = useAreaName()
  const { name, area, paid, source, unemployedFrom, paidBefore, meetsDibao } = claimant
  return (
    <fieldset className="inheritance-heir">
      <legend>
        <b>{name}</b>
        <span>{areaName(area)}</span>
        <span>{say(t(`本系统已发 ${paid} 个月`, `${paid} months paid here`))}</span>
        <button type="button" className="link-button" onClick={onDrop}>
          {say(t('去掉', 'Remove'))}
        </button>
      </legend>
      <div className="ledger-form">
        <FieldLine label={t('未就业起始日', 'Without work since')}>
          <DayField
            label={say(t(`${name}未就业起始日`, `${name}: without work since`))}
            value={unemployedFrom}
            onChange={(day) => onChange({ unemployedFrom: day ?? null })}
          />
        </FieldLine>
        <WordsLine
          label={t('以前别处发过（月）', 'Months paid elsewhere before')}
          value={String(paidBefore)}
          onChange={(typed) => onChange({ paidBefore: Number(typed.replace(/\D/g, '')) })}
        />
        <FieldLine label={t('符合低保', 'Meets dibao')}>
          <Select
            aria-label={say(t(`${name}符合低保`, `${name}: meets dibao`))}
            value={meetsDibao === null ? 'unknown' : String(meetsDibao)}
            onChange={(value) => onChange({ meetsDibao: value === 'unknown' ? null : value === 'true' })}
            options={[
              { value: 'unknown', label: say(t('不清楚', 'not known')) },
              { value: 'true', label: say(t('符合', 'yes')) },
              { value: 'false', label: say(t('不符合', 'no')) },
            ]}
          />
        </FieldLine>
        <p className="wide claims-source">{say(source)}</p>
      </div>
    </fieldset>
  )
}

function FindClaimant({
  run,
  taken,
  onTake,
}: {
  run: string
  taken: readonly Claimant[]
  onTake: (found: Claimant) => void
}) {
  const say = useText()
  const areaName = useAreaName()
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  const read = useCall('run.claimants', { run, search }, { enabled: search !== '' })
  const found = search === '' ? [] : (read.data?.claimants ?? [])
  const free = found.filter((one) => taken.every((each) => each.id !== one.id))
  const take = (one: Claimant) => {
    setTyped('')
    setSearch('')
    onTake(one)
  }
  return (
    <div className="claims-find">
      <Input.Search
        aria-label={say(t('按姓名查找申领人', 'Find by name'))}
        placeholder={say(t('姓名', 'Name'))}
        enterButton={<Button>{say(t('查找', 'Find'))}</Button>}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onSearch={(words) => setSearch(words.trim())}
      />
      {read.error && search !== '' && <ProblemNote problem={read.error} />}
      {search !== '' && read.data && free.length === 0 && (
        <EmptyNote
          text={t(
            '没有找到可加的人。有个人账户的才能申领。',
            'Nobody to add; only holders of an account claim.',
          )}
        />
      )}
      <ul className="ledger-list">
        {free.map((one) => (
          <li key={one.id}>
            <b>{one.name}</b>
            <span className="ledger-list-words">{`${areaName(one.area)}　${say(one.source)}`}</span>
            <Button size="small" onClick={() => take(one)}>
              {say(t('加入', 'Add'))}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
