// What belongs to a record and what points to it: spells of work, pensions, the takings on whose lists the person stands.
import { Button } from 'antd'
import { useState } from 'react'
import { PageLink, useGo } from '../../app/link.tsx'
import type { RegisterMeta } from '../../app/meta.ts'
import { t, useText } from '../../app/text.tsx'
import type { RegisterRow } from '../../kinds/field-value.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { columnsFor } from './columns.tsx'
import { NewDrawer } from './new-drawer.tsx'
import type { RecordData } from './record-page.tsx'
import { useRegister } from './use-register.ts'

/** A project may list hundreds; the register has them all. */
const shownRows = 20

type LinkedProps = { register: RegisterMeta; data: RecordData; on: string | undefined }

export function LinkedSheets({ register, data, on }: LinkedProps) {
  const { row } = data
  return (
    <>
      {Object.entries(data.children).map(([name, found]) => (
        <LinkedSheet
          key={name}
          name={name}
          found={found}
          ownerId={row.id}
          on={on}
          filter={`ownerId.eq.${row.id}`}
        />
      ))}
      {data.pointers
        .filter((one) => one.count > 0)
        .map((one) => (
          <LinkedSheet
            key={`${one.register}.${one.field}`}
            name={one.register}
            found={one}
            field={one.field}
            on={on}
            filter={`${one.field}.eq.${row.id}`}
          />
        ))}
      {Object.keys(data.children).length === 0 && data.pointers.every((one) => one.count === 0) && (
        <NothingLinked register={register} />
      )}
    </>
  )
}

type SheetProps = {
  name: string
  found: { rows: RegisterRow[]; count: number }
  ownerId?: number
  /** By which they point to the row of the page. */
  field?: string
  on: string | undefined
  filter: string
}

function LinkedSheet({ name, found, ownerId, field, on, filter }: SheetProps) {
  const say = useText()
  const go = useGo()
  const register = useRegister(name)
  const [adding, setAdding] = useState(false)
  if (!register) return null
  const rows = found.rows.slice(0, shownRows)
  const more = found.count > rows.length
  return (
    <Sheet
      flush
      title={register.label}
      note={say(t(`${found.count} ${register.counter.zh}`, `${found.count} ${register.counter.en}`))}
      actions={
        ownerId !== undefined &&
        register.can.write &&
        !on && (
          <Button size="small" onClick={() => setAdding(true)}>
            {say(t(`登记一${register.counter.zh}`, 'Register one'))}
          </Button>
        )
      }
      footer={
        more ? (
          <PageLink to={`/r/${name}?f=${filter}`}>
            {say(
              t(
                `这里列出 ${rows.length} 条，全部 ${found.count} 条在名册里看。`,
                `${rows.length} of ${found.count}; see all in the register.`,
              ),
            )}
          </PageLink>
        ) : undefined
      }
    >
      <DataTable
        label={register.label}
        columns={columnsFor(register, say, { owned: ownerId !== undefined, under: field })}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/r/${name}/${row.id}`)}
        wide
        empty={
          <EmptyNote
            text={t(
              `没有登记过${register.label.zh}。`,
              `None registered: ${register.label.en.toLowerCase()}.`,
            )}
          />
        }
      />
      {ownerId !== undefined && (
        <NewDrawer register={register} ownerId={ownerId} open={adding} onClose={() => setAdding(false)} />
      )}
    </Sheet>
  )
}

function NothingLinked({ register }: { register: RegisterMeta }) {
  return (
    <Sheet>
      <EmptyNote text={t(`没有别的记录提到这${register.counter.zh}。`, 'No other record mentions it.')} />
    </Sheet>
  )
}
