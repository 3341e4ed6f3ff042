// What can be done with a list: import, take out to Excel (saying what goes out), register one.
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { downloadAddress, type Input } from '../../api.ts'
import { useGo } from '../../app/link.tsx'
import type { RegisterMeta } from '../../app/meta.ts'
import { useScreen } from '../../app/screen.ts'
import { t, useText } from '../../app/text.tsx'
import { TakeButtons } from '../../parts/take-buttons.tsx'
import { NewDrawer } from './new-drawer.tsx'

type Asked = Input<'register.export'>
type ActionsProps = { register: RegisterMeta; asked: Asked; count: number | undefined }

export function ListActions({ register, asked, count }: ActionsProps) {
  const say = useText()
  const go = useGo()
  const [adding, setAdding] = useState(false)
  const alone = register.owner === null
  const past = asked.known !== undefined
  if (past) return register.can.export && <ExportAct register={register} asked={asked} count={count} />
  return (
    <>
      {register.can.import && (
        <Button onClick={() => go(`/import?register=${register.name}`)}>{say(t('导入', 'Import'))}</Button>
      )}
      {register.duplicates?.merge && (
        <Button onClick={() => go(`/r/${register.name}/duplicates`)}>{say(t('查重', 'Duplicates'))}</Button>
      )}
      {register.can.export && <ExportAct register={register} asked={asked} count={count} />}
      {register.can.write && alone && (
        <Button type="primary" onClick={() => setAdding(true)}>
          {say(t(`登记一${register.counter.zh}`, 'Register one'))}
        </Button>
      )}
      <NewDrawer
        register={register}
        open={adding}
        onClose={() => setAdding(false)}
        onDone={(row) => go(`/r/${register.name}/${row.id}`)}
      />
    </>
  )
}

const formats = [
  { format: 'xlsx', word: t('导出 Excel', 'Export to Excel') },
  { format: 'csv', word: t('导出 CSV', 'Export as CSV') },
] as const

/** 导出 3,214 行。证件号按您的权限遮住中间 8 位；导出会记入日志。 */
function ExportAct({ register, asked, count }: ActionsProps) {
  const say = useText()
  const screen = useScreen()
  const hidden = register.fields.filter((field) => field.masked).map((field) => field.label)
  const n = (count ?? 0).toLocaleString('en-US')
  const masks =
    hidden.length > 0
      ? t(
          `${hidden.map((one) => one.zh).join('、')}按您的权限遮住；`,
          `${hidden.map((one) => one.en).join(', ')} stay hidden; `,
        )
      : t('', '')
  return (
    <Popover
      trigger="click"
      placement={screen === 'phone' ? 'bottom' : 'bottomRight'} // at the right edge of its button it would leave a phone
      content={
        <div className="export-note">
          <p>
            {say(
              t(
                `导出 ${n} 行。${masks.zh}导出会记入日志。`,
                `${n} rows go out. ${masks.en}the log keeps it.`,
              ),
            )}
          </p>
          <TakeButtons
            disabled={!count}
            choices={formats.map(({ format, word }) => ({
              key: format,
              word,
              address: downloadAddress('register.export', { ...asked, format }),
            }))}
          />
        </div>
      }
    >
      <Button>{say(t('导出 Excel', 'Export'))}</Button>
    </Popover>
  )
}
