// 事实: every value with where it comes from and when it was written; what is not known says so.
import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { type Output, useAct, useCall } from '../../api.ts'
import { PageLink, useGo } from '../../app/link.tsx'
import type { FieldMeta, RegisterMeta } from '../../app/meta.ts'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { FieldValue, unitWord } from '../../kinds/field-value.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Facts, Sheet } from '../../parts/sheet.tsx'
import { EditDrawer } from './edit-drawer.tsx'
import { NumberTag } from './history-merge.tsx'
import { dayText } from './moment.ts'
import type { RecordData } from './record-page.tsx'
import { fieldsOf } from './use-register.ts'
import { LevelLine, LevelMeanings, type ValueLevel } from './value-level.tsx'

type FactsProps = {
  register: RegisterMeta
  data: RecordData
  on: string | undefined
  editing: boolean
  /** With the file, sheet and line of every value and how sure it is; beside other sheets there is no room for that. */
  whole: boolean
}

export function FactsSheet({ register, data, on, editing, whole }: FactsProps) {
  const say = useText()
  const [field, setField] = useState<FieldMeta>()
  const { row } = data
  const told = useCall(
    'import.source',
    { register: register.name, id: row.id },
    { enabled: whole && on === undefined },
  )
  const note = on
    ? say(t(`按 ${on}`, `as of ${on}`))
    : whole
      ? say(t('值、来源、日期和核实程度', 'value, source, date, how sure it is'))
      : say(t('值、来源和日期', 'value, source, date'))
  return (
    <Sheet
      title={t('事实', 'Facts')}
      note={note}
      footer={editing && !on ? <RemoveAct register={register} data={data} /> : undefined}
    >
      <Facts
        facts={fieldsOf(register)
          .filter((one) => editing || worthSaying(one, data))
          .map((one) => ({
            key: one.name,
            label: one.label,
            value: (
              <span className="fact-value">
                <Value register={register} data={data} field={one} past={on !== undefined} />
                {editing && !one.masked && (
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => setField(one)}
                    aria-label={say(t(`更正“${one.label.zh}”`, `Correct ${one.label.en}`))}
                  >
                    {say(t('更正', 'Correct'))}
                  </button>
                )}
              </span>
            ),
            source: (
              <Source
                register={register}
                field={one}
                data={data}
                from={told.data?.fields[one.name]}
                level={told.data?.levels[one.name]}
              />
            ),
          }))}
      />
      {told.data && <LevelMeanings />}
      <EditDrawer register={register} row={row} field={field} onClose={() => setField(undefined)} />
    </Sheet>
  )
}

/** A blank remark or end says nothing; a blank fact that policies may ask for says 不详. */
function worthSaying(field: FieldMeta, { row }: RecordData): boolean {
  if (field.name === 'validFrom' || field.name === 'validTo') return true
  const isDefault =
    field.default !== null && field.default !== undefined && row.values[field.name] === field.default
  if (isDefault) return false
  const given =
    row.values[field.name] !== null || row.masked.includes(field.name) || row.raw[field.name] !== undefined
  return given || (field.source !== null && field.source !== undefined && field.kind !== 'day')
}

function Value({
  register,
  data: { row },
  field,
  past,
}: {
  register: RegisterMeta
  data: RecordData
  field: FieldMeta
  past: boolean
}) {
  const say = useText()
  if (field.name === 'validFrom') return <>{row.validFrom}</>
  if (field.name === 'validTo') return <>{row.validTo ?? say(t('还在继续', 'going on'))}</>
  const known = row.values[field.name] !== null && !row.masked.includes(field.name)
  return (
    <span>
      <FieldValue field={field} row={row} register={register.name} reveal={register.can.reveal && !past} />
      {known && unitWord(field) && <span className="quiet"> {say(unitWord(field))}</span>}
    </span>
  )
}

type From = Output<'import.source'>['fields'][string]
type SourceProps = {
  register: RegisterMeta
  field: FieldMeta
  data: RecordData
  from: From | undefined
  level: ValueLevel | undefined
}

function Source({ level, ...from }: SourceProps) {
  return (
    <>
      <CameFrom {...from} />
      {level && <LevelLine told={level} />}
    </>
  )
}

/** 户籍册・2023-06-30；王晓云. Of a value from a file: the file, the sheet, the line and who committed it. */
function CameFrom({ register, field, data, from }: Omit<SourceProps, 'level'>) {
  const say = useText()
  const written = data.written[field.name]
  const known = data.row.values[field.name] !== null || data.row.masked.includes(field.name)
  if (!known)
    return data.row.raw[field.name]
      ? null
      : say(t('从未登记；不按“无”处理', 'Never registered; not taken for none'))
  if (from) return <FromFile register={register} from={from} id={data.row.id} />
  const parts = [
    field.source ? say(field.source) : '',
    written ? dayText(written.at) : '',
    written?.byName ?? '',
  ]
  return (
    <>
      {parts.filter(Boolean).join('・')}
      {written && written.recordId !== data.row.id && <NumberTag id={written.recordId} />}
    </>
  )
}

/** Who stands behind it: one person who committed a file, or the two who adopted a line of a list (GEN-13). The file leads to where it came in. */
function FromFile({ register, from, id }: { register: RegisterMeta; from: From; id: number }) {
  const say = useText()
  const may = useMay()
  const { file, sheet, row, by, at, comparisonId, importId, recordId } = from
  const listed = comparisonId !== null
  const mayOpen = listed ? may('verify.read') : register.can.import || register.can.watch
  const place = say(t(`《${file}》${sheet}`, sheet ? `${file}, ${sheet}` : file))
  const day = at ? dayText(at) : ''
  const [zh, en] = listed
    ? ['', `adopted, ${by ?? ''}`]
    : ['凭文件入册', `committed from the file by ${by ?? ''}`]
  return (
    <>
      {listed && say(t('采信', 'from the list '))}
      {mayOpen ? (
        <PageLink to={listed ? `/verify/compare/${comparisonId}` : `/import/${importId}`}>{place}</PageLink>
      ) : (
        place
      )}
      {say(t(`第 ${row} 行・${day} ${by ?? ''}${zh}`, `, line ${row}, ${day}, ${en}`))}
      {recordId !== id && <NumberTag id={recordId} />}
    </>
  )
}

function RemoveAct({ register, data: { row } }: { register: RegisterMeta; data: RecordData }) {
  const say = useText()
  const go = useGo()
  const [reason, setReason] = useState('')
  const act = useAct('register.remove', { onDone: () => go(`/r/${register.name}`) })
  return (
    <>
      <span>
        {say(
          t(
            '登记错了可以删除；删除后仍留在变更记录里，可以按日期查到。',
            'A wrong entry can be removed; it stays in the history.',
          ),
        )}
      </span>
      <Popover
        trigger="click"
        content={
          <div className="condition-form">
            <Input
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              aria-label={say(t('理由', 'Reason'))}
              placeholder={say(t('理由，如“重复登记”', 'Reason'))}
            />
            <Button
              danger
              loading={act.isPending}
              disabled={reason.trim() === ''}
              onClick={() =>
                act.mutate({
                  register: register.name,
                  id: row.id,
                  version: row.version,
                  reason: reason.trim(),
                })
              }
            >
              {say(t('记下理由并删除', 'Remove with reason'))}
            </Button>
            {act.error && <ProblemNote problem={act.error} />}
          </div>
        }
      >
        <Button size="small">{say(t('删除这条登记', 'Remove this entry'))}</Button>
      </Popover>
    </>
  )
}
