// Objections that came in and that nobody has taken up: whom are they about?
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { dayWords } from '../../parts/day-words.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { ObjectionWords } from './answer-sheet.tsx'
import type { Case, NextAct, WaitingObjection } from './case-types.ts'
import { FactsBeside } from './facts-beside.tsx'

export function WaitingSheet({ data, act }: { data: Case; act: NextAct | undefined }) {
  const say = useText()
  if (data.waiting.length === 0) return null
  return (
    <Sheet
      title={t('新来的异议', 'New objections')}
      note={say(
        t(`${data.waiting.length} 件，先看是对哪一位提的`, `${data.waiting.length}; see whom they are about`),
      )}
    >
      {data.waiting.map((one) => (
        <WaitingOne key={one.inboxId} data={data} act={act} one={one} />
      ))}
    </Sheet>
  )
}

function WaitingOne({ data, act, one }: { data: Case; act: NextAct | undefined; one: WaitingObjection }) {
  const say = useText()
  const [item, setItem] = useState<number | undefined>(one.itemId ?? undefined)
  const done = useAct('case.act')
  const row = data.itemRows.find((one) => one.id === item)
  const itemName = row?.name ?? null
  const take = () =>
    done.mutate({
      caseId: data.id,
      action: act?.action ?? '',
      version: data.version,
      form: {},
      inboxId: one.inboxId,
      items: item === undefined ? [] : [item],
    })
  return (
    <div className="waiting-one">
      <ObjectionWords one={{ ...one, itemName }} />
      <p className="note">
        {say(
          t(
            `${say(dayWords(one.receivedOn))}收到，编号 Y-${String(one.serial).padStart(4, '0')}，${one.noticeNumber}`,
            `received ${one.receivedOn}, Y-${String(one.serial).padStart(4, '0')}`,
          ),
        )}
      </p>
      {row && <FactsBeside procedure={data.procedure} item={row} />}
      {act?.can ? (
        <div className="waiting-act">
          <Select
            showSearch
            allowClear
            optionFilterProp="label"
            value={item}
            placeholder={say(t('名单以外的人', 'nobody on the list'))}
            aria-label={say(t('对哪一位', 'About whom'))}
            options={data.itemRows.map((row) => ({ value: row.id, label: `${row.name} ${row.groupName}` }))}
            onChange={(id: number | undefined) => setItem(id)}
          />
          <Button type="primary" loading={done.isPending} onClick={take}>
            {say(act.label)}
          </Button>
        </div>
      ) : (
        <p className="note">{act?.reasons.map((reason) => say(reason.text)).join(' ')}</p>
      )}
      {done.error && <ProblemNote problem={done.error} />}
    </div>
  )
}
