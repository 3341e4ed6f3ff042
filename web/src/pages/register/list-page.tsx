// 名册: one register as a list; filters in the address, a page by key, the sum line, a record in the drawer.
import { useState } from 'react'
import { useCall } from '../../api.ts'
import { useAddressValue, usePathValue } from '../../app/link.tsx'
import type { RegisterMeta } from '../../app/meta.ts'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import type { RegisterRow } from '../../kinds/field-value.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Page as PageFrame } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { AsOfSwitch, KnownBand } from './as-of.tsx'
import { columnsFor } from './columns.tsx'
import { type Condition, readConditions, writeConditions } from './condition.ts'
import { EmptyRegister, NothingFits } from './empty.tsx'
import { FilterBar } from './filter-bar.tsx'
import { ListActions } from './list-actions.tsx'
import { dayText } from './moment.ts'
import { RecordDrawer } from './record-drawer.tsx'
import { SumWords } from './sum-words.tsx'
import { useRegister } from './use-register.ts'
import './register.css'

export function Page() {
  const register = useRegister(usePathValue('register'))
  if (!register)
    return (
      <EmptyNote
        text={t(
          '没有这个名册，或您的身份不能看。要看时请找安全管理员授权。',
          'There is no such register, or your role may not read it.',
        )}
      />
    )
  return <RegisterList key={register.name} register={register} />
}

function RegisterList({ register }: { register: RegisterMeta }) {
  const say = useText()
  const [open, setOpen] = useState<RegisterRow>()
  const { conditions, search, known, pages, asked, change, find } = useAsked(register)
  const list = useCall('register.list', { ...asked, after: pages.after })
  const total = useCall('register.total', asked)
  const filtered = conditions.length > 0 || search !== ''
  const ask = { register, conditions, search, known, onChange: change, onSearch: find }
  const words = <SumWords register={register} total={total.data} capped={list.data?.countCapped ?? false} />
  return (
    <PageFrame
      crumb={[{ label: t('名册', 'Registers') }, { label: register.label }]}
      title={register.label}
      sentence={
        <Sentence
          register={register}
          count={total.data?.count}
          filtered={filtered}
          sameSound={list.data?.sameSound ?? false}
          search={search}
        />
      }
      actions={
        <>
          <AsOfSwitch name="known" />
          <ListActions register={register} asked={asked} count={total.data?.count} />
        </>
      }
    >
      {known && <KnownBand known={known} />}
      <FilterBar {...ask} past={known !== undefined} titles={titlesIn(list.data?.rows[0])} />
      <Sheet flush>
        <DataTable
          wide
          label={register.label}
          columns={columnsFor(register, say)}
          rows={list.data?.rows}
          rowKey={(row) => row.id}
          problem={list.error}
          onRetry={() => void list.refetch()}
          onOpen={setOpen}
          empty={filtered ? <NothingFits {...ask} /> : <EmptyRegister register={register} />}
          pager={{ ...pages.pager(list.data?.next), words }}
        />
      </Sheet>
      <RecordDrawer
        register={register}
        row={open}
        on={known && dayText(known.length > 10 ? known : `${known}T12:00:00+08:00`)}
        onClose={() => setOpen(undefined)}
      />
    </PageFrame>
  )
}

/** A condition on a reference holds for every row, so the first one names it. */
function titlesIn(row: RegisterRow | undefined): Record<string, string> {
  if (!row) return {}
  const references = Object.entries(row.shown).filter(([name]) => typeof row.values[name] === 'number')
  return { ...Object.fromEntries(references), ...(row.ownerTitle ? { ownerId: row.ownerTitle } : {}) }
}

/** What the list is asked for: conditions from the address, the text searched from this page only. */
function useAsked(register: RegisterMeta) {
  const [text, setText] = useAddressValue('f')
  const [known] = useAddressValue('known')
  const [typed, setSearch] = useState('')
  const search = known ? '' : typed
  const pages = usePages<string>()
  const { meta } = useSession()
  const conditions = readConditions(text, register, meta.registers)
  return {
    conditions,
    search,
    known,
    pages,
    asked: {
      register: register.name,
      filter: conditions,
      ...(search ? { search } : {}),
      ...(known ? { known } : {}),
    },
    change: (next: Condition[]) => {
      pages.restart()
      setText(writeConditions(next))
    },
    find: (next: string) => {
      pages.restart()
      setSearch(next)
    },
  }
}

type SentenceProps = {
  register: RegisterMeta
  count?: number
  filtered: boolean
  sameSound: boolean
  search: string
}

function Sentence({ register, count, filtered, sameSound, search }: SentenceProps) {
  const say = useText()
  if (count === undefined) return null
  const n = count.toLocaleString('en-US')
  if (sameSound)
    return (
      <>
        {say(
          t(
            `没找到“${search}”。读音相同的有 ${n} ${register.counter.zh}：`,
            `“${search}” was not found. ${n} sound the same:`,
          ),
        )}
      </>
    )
  const words = filtered
    ? t(`符合条件的有 ${n} ${register.counter.zh}。`, `${n} ${register.counter.en} fit.`)
    : t(`管辖范围内 ${n} ${register.counter.zh}。`, `${n} ${register.counter.en} in your area.`)
  return <>{say(words)}</>
}
