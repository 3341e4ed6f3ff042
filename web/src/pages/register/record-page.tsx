// 档案: one record with its facts, what belongs to it, what other rooms know of it, and its story.
import { Button } from 'antd'
import { useState } from 'react'
import { useCall } from '../../api.ts'
import { useAddressValue, usePathValue } from '../../app/link.tsx'
import type { RegisterMeta } from '../../app/meta.ts'
import { useMay, useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import type { RegisterRow } from '../../kinds/field-value.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Columns, Page as PageFrame, type PageTab, Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { AsOfBand, AsOfSwitch } from './as-of.tsx'
import { CameNote, MergedNote } from './duplicates-merged.tsx'
import { FactsSheet } from './facts-sheet.tsx'
import { HistorySheet } from './history-sheet.tsx'
import { LinkedSheets } from './linked-sheets.tsx'
import { dayText } from './moment.ts'
import { type PanelProps, panelsOf, type RecordPanel } from './panels.ts'
import { Aside, PassingBand } from './record-head.tsx'
import { useRegister } from './use-register.ts'
import './register.css'

export function Page() {
  const register = useRegister(usePathValue('register'))
  const id = Number(usePathValue('id'))
  if (!register || !Number.isSafeInteger(id) || id < 1)
    return (
      <EmptyNote
        text={t('没有这条记录，或不在您的管辖范围。', 'There is no such record, or it is outside your area.')}
      />
    )
  return <Record key={`${register.name}/${id}`} register={register} id={id} />
}

function Record({ register, id }: { register: RegisterMeta; id: number }) {
  const [on] = useAddressValue('on')
  const got = useCall('register.get', {
    register: register.name,
    id,
    ...(on ? { valid: on, known: on } : {}),
  })
  if (got.error) return <Missing register={register} on={on} problem={got.error} />
  if (!got.data) return <WaitBars lines={12} />
  return <OpenRecord register={register} data={got.data} on={on} />
}

function Missing({
  register,
  on,
  problem,
}: {
  register: RegisterMeta
  on: string | undefined
  problem: Parameters<typeof ProblemNote>[0]['problem']
}) {
  if (problem.code === 'duplicate.merged') return <MergedNote register={register} problem={problem} />
  if (problem.code !== 'register.notFound') return <ProblemNote problem={problem} />
  if (!on) return <EmptyNote text={problem.text} />
  return (
    <>
      <AsOfBand on={on} register={register} />
      <EmptyNote text={t(`${on} 那天还没有这条记录。`, `There was no such record on ${on}.`)} />
    </>
  )
}

export type RecordData = {
  row: RegisterRow
  children: { [register: string]: { rows: RegisterRow[]; count: number } }
  pointers: { register: string; field: string; rows: RegisterRow[]; count: number }[]
  written: { [field: string]: { at: string; by: number; byName: string; recordId: number } }
  historyCount: number
}

type OpenProps = { register: RegisterMeta; data: RecordData; on: string | undefined }

function OpenRecord({ register, data, on }: OpenProps) {
  const say = useText()
  const may = useMay()
  const { meta } = useSession()
  const [tab = 'all'] = useAddressValue('tab')
  const [editing, setEditing] = useState(false)
  const { row } = data
  const panels = panelsOf(register, meta).filter((panel) => !panel.verb || may(panel.verb))
  const props: PanelProps = { register: register.name, id: row.id, row, on }
  return (
    <PageFrame
      crumb={[
        { label: t('名册', 'Registers') },
        { label: register.label, to: `/r/${register.name}` },
        { label: row.areaName },
        { label: row.title },
      ]}
      title={row.title}
      states={panels.map(({ key, State }) => State && <State key={key} {...props} />)}
      aside={<Aside register={register} row={row} on={on} />}
      sentence={say(
        t(
          `${row.areaName}　档案更新 ${dayText(row.updatedAt)}`,
          `${row.areaName}, updated ${dayText(row.updatedAt)}`,
        ),
      )}
      actions={
        <>
          {panels.map(({ key, Act }) => Act && <Act key={key} {...props} />)}
          <AsOfSwitch />
          {register.can.write && !on && (
            <Button onClick={() => setEditing(!editing)}>
              {say(editing ? t('不改了', 'Done') : t('更正事实', 'Correct a fact'))}
            </Button>
          )}
        </>
      }
      tabs={tabsOf(register, data, { panels, on, counts: usePanelCounts(panels, props) })}
      tab={tab}
    >
      {on && <AsOfBand on={on} register={register} />}
      <PassingBand row={row} />
      {!on && <CameNote register={register} id={row.id} />}
      <Body register={register} data={data} on={on} tab={tab} panels={panels} editing={editing} />
    </PageFrame>
  )
}

type BodyProps = OpenProps & { tab: string; panels: readonly RecordPanel[]; editing: boolean }

function Body({ register, data, on, tab, panels, editing }: BodyProps) {
  const { row } = data
  const facts = (
    <FactsSheet register={register} data={data} on={on} editing={editing} whole={tab === 'facts'} />
  )
  const history = <HistorySheet register={register} id={row.id} whole={tab === 'history'} on={on} />
  const panel = panels.find((one) => one.key === tab)
  if (tab === 'facts') return facts
  if (tab === 'history') return history
  if (panel) return <panel.Panel register={register.name} id={row.id} row={row} on={on} />
  const main = (
    <>
      {panels.map((one) => (
        <one.Panel key={one.key} register={register.name} id={row.id} row={row} on={on} />
      ))}
      <LinkedSheets register={register} data={data} on={on} />
    </>
  )
  const side = (
    <Stack>
      {facts}
      {history}
    </Stack>
  )
  return <Columns side={side} main={main} sideWidth={340} sideFirst />
}

function tabsOf(
  register: RegisterMeta,
  data: RecordData,
  {
    panels,
    on,
    counts,
  }: { panels: readonly RecordPanel[]; on: string | undefined; counts: (number | undefined)[] },
): PageTab[] {
  const at = `/r/${register.name}/${data.row.id}`
  const to = (tab: string) => {
    const pairs = [...(tab === 'all' ? [] : [`tab=${tab}`]), ...(on ? [`on=${on}`] : [])]
    return pairs.length > 0 ? `${at}?${pairs.join('&')}` : at
  }
  const known = register.fields.filter(
    (field) => data.row.values[field.name] !== null || data.row.masked.includes(field.name),
  ).length
  return [
    { key: 'all', label: t('全貌', 'Overview'), to: to('all') },
    { key: 'facts', label: t('事实', 'Facts'), count: known, to: to('facts') },
    ...panels.map((panel, at) => ({
      key: panel.key,
      label: panel.label,
      count: counts[at],
      to: to(panel.key),
    })),
    { key: 'history', label: t('变更记录', 'Changes'), count: data.historyCount, to: to('history') },
  ]
}

/** The panels of a record are the same at every rendering, so their hooks are called in the same order. */
function usePanelCounts(
  panels: readonly RecordPanel[],
  { register, id }: PanelProps,
): (number | undefined)[] {
  return panels.map((panel) => (panel.useCount ?? noCount)({ register, id }))
}

function noCount(_: { register: string; id: number }): undefined {
  return undefined
}
