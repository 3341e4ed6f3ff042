// ③ and ④ Row by row against the register: old and new by field; what is wrong with its place and remedy, mended in place.
import { Fragment, useMemo, useRef, useState } from 'react'
import { useCall } from '../../api.ts'
import { useKeys } from '../../app/keys.ts'
import { useAddressValue } from '../../app/link.tsx'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Pager } from '../../parts/pager.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { countOf, figure, type Import, type ImportRow } from './import-words.ts'
import { RowLines } from './row-lines.tsx'
import { StepBack } from './step-back.tsx'
import './layouts.css'

const filters = ['new', 'changed', 'unchanged', 'problem', 'skipped'] as const
type Filter = (typeof filters)[number]

export function RowsSheet({ given, first }: { given: Import; first: Filter | undefined }) {
  const say = useText()
  const [reason, setReason] = useAddressValue('reason')
  const [kept, setFilter] = useAddressValue(first ? 'wrong' : 'show') // by step, so that a reload shows the same rows
  const filter = kept === undefined ? first : filters.find((one) => one === kept)
  const pages = usePages<number>()
  const asked = reason ? 'problem' : filter
  const read = useCall('import.rows', {
    importId: given.id,
    ...(asked ? { class: asked } : {}),
    ...(reason ? { reason } : {}),
    after: pages.after,
    limit: 50,
  })
  const choose = (next: Filter | undefined) => {
    if (reason) setReason(undefined)
    setFilter(next === first ? undefined : (next ?? 'all'))
    pages.restart()
  }
  return (
    <Sheet
      title={t('逐行比对', 'Row by row')}
      actions={<Filters given={given} value={asked} onChange={choose} />}
      flush
      footer={
        given.can.edit && (
          <span className="note import-keys">
            {say(
              t(
                'F8 下一处问题　Enter 采纳所填　Ctrl+Z 撤销上一步',
                'F8 next problem, Enter takes what is written, Ctrl+Z takes the last step back',
              ),
            )}
          </span>
        )
      }
    >
      {given.can.edit && <StepBack given={given} />}
      {read.error && <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />}
      {!read.data ? <WaitBars lines={8} /> : <RowTable given={given} rows={read.data.rows} />}
      <Pager {...pages.pager(read.data?.next)} />
    </Sheet>
  )
}

function Filters({
  given,
  value,
  onChange,
}: {
  given: Import
  value: Filter | undefined
  onChange: (filter: Filter | undefined) => void
}) {
  const say = useText()
  const all = Object.values(given.counts).reduce((sum, n) => sum + n, 0)
  const tabs: [Filter | undefined, ReturnType<typeof t>, number][] = [
    [undefined, t('全部', 'All'), all],
    ['new', t('新增', 'New'), countOf(given, 'new')],
    ['changed', t('变更', 'Changed'), countOf(given, 'changed')],
    ['unchanged', t('无变化', 'Unchanged'), countOf(given, 'unchanged')],
    ['problem', t('有问题', 'Problems'), countOf(given, 'rejected', 'doubtful')],
    ['skipped', t('不导', 'Left out'), countOf(given, 'skipped')],
  ]
  return (
    <fieldset className="import-filters" aria-label={say(t('只看', 'Show'))}>
      {tabs
        .filter(([key, , n]) => n > 0 || key === undefined || key === value)
        .map(([key, label, n]) => (
          <button key={key ?? 'all'} type="button" aria-pressed={key === value} onClick={() => onChange(key)}>
            {say(label)} {figure(n)}
          </button>
        ))}
    </fieldset>
  )
}

function RowTable({ given, rows }: { given: Import; rows: readonly ImportRow[] }) {
  const say = useText()
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<number>()
  const columns = useColumns(given)
  const keys = useMemo(() => Object.fromEntries([['F8', () => nextProblem(box.current)]]), [])
  useKeys(keys)
  const wrong = rows.filter((row) => row.issues.length > 0)
  const many = given.sheets.filter(({ use }) => use).length > 1 // rows of several sheets have the same numbers
  const current = wrong.find((row) => row.id === open) ?? wrong[0]
  if (rows.length === 0) return <EmptyNote text={t('这一类没有行。', 'No row of this kind.')} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
    <section className="import-rows" ref={box} tabIndex={0} aria-label={say(t('逐行比对', 'Row by row'))}>
      <table>
        <thead>
          <tr>
            <th className="number">{say(t('行', 'Row'))}</th>
            <th>{say(t('比对', 'Result'))}</th>
            {columns.map(({ name, label }) => (
              <th key={name}>{say(label)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Fragment key={row.id}>
              {many && row.sheet !== rows[at - 1]?.sheet && (
                <tr className="import-sheet">
                  <th colSpan={columns.length + 2} scope="rowgroup">
                    {say(t(`表“${row.sheet}”`, `Sheet "${row.sheet}"`))}
                  </th>
                </tr>
              )}
              <RowLines
                given={given}
                row={row}
                columns={columns}
                current={row.id === current?.id}
                onOpen={() => setOpen(row.id)}
              />
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The mapped fields in the order of the sheet, each once. */
function useColumns(given: Import): { name: string; label: { zh: string; en: string }; title: boolean }[] {
  const { meta } = useSession()
  return useMemo(() => {
    const register = meta.registers.find(({ name }) => name === given.register)
    const fields = register?.fields ?? []
    const targets = given.sheets
      .filter((sheet) => sheet.use)
      .flatMap((sheet) => sheet.columns.map(({ target }) => target))
    const kept = targets.includes(':note')
      ? fields.filter(({ kind }) => kind === 'note').map(({ name }) => name)
      : []
    const names = [...new Set([...targets, ...kept])]
    return names.flatMap((name) =>
      fields
        .filter((field) => field.name === name)
        .map(({ label }) => ({ name, label, title: name === register?.title })),
    )
  }, [meta, given])
}

function nextProblem(box: HTMLDivElement | null): void {
  const inputs = [...(box?.querySelectorAll<HTMLElement>('.import-issue input, .import-issue button') ?? [])]
  const at = inputs.indexOf(document.activeElement as HTMLElement)
  const row = at < 0 ? null : inputs[at]?.closest('tr')
  const next = inputs.find((input, i) => i > at && input.closest('tr') !== row) ?? inputs[0]
  next?.focus()
}
