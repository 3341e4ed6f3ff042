// A sender's layout from the lines of its head, copied out of Excel; what each column means is told next.
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { useUnsaved } from '../../parts/form-layer.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { linesOf } from './pasted.ts'

const MOST_LINES = 5

type Props = { register: string; onLeave: () => void; onDone: (id: number) => void }

export function NewLayoutSheet({ register, onLeave, onDone }: Props) {
  const say = useText()
  const [name, setName] = useState('')
  const [sender, setSender] = useState('')
  const [pasted, setPasted] = useState('')
  const add = useAct('import.addLayout', { onDone: ({ id }) => onDone(id) })
  const lines = linesOf(pasted)
  const tooMany = lines.length > MOST_LINES
  useUnsaved(name + sender + pasted !== '')
  return (
    <Sheet
      title={t('加一种格式', 'Add a layout')}
      footer={
        <>
          <span>{say(told(lines))}</span>
          <Button onClick={onLeave}>{say(t('不加了', 'Leave it'))}</Button>
          <Button
            type="primary"
            disabled={name.trim() === '' || lines.length === 0 || tooMany}
            loading={add.isPending}
            onClick={() => add.mutate({ register, name, sender, lines })}
          >
            {say(t('加上，看各列', 'Add, then the columns'))}
          </Button>
        </>
      }
    >
      <div className="import-layout-new">
        <Input
          aria-label={say(t('格式名称', 'Name of the layout'))}
          placeholder={say(t('格式名称，如 村报花名册', 'Name of the layout'))}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
        />
        <Input
          aria-label={say(t('谁报来的表', 'Files of'))}
          placeholder={say(t('谁报来的表（不填就是本单位）', 'Files sent by (empty: your own office)'))}
          value={sender}
          maxLength={100}
          onChange={(event) => setSender(event.target.value)}
        />
      </div>
      <Input.TextArea
        aria-label={say(t('表头行', 'Lines of the heading'))}
        placeholder={say(
          t(
            '在 Excel 里选中表头那一行（两行表头就选两行），复制，贴在这里',
            'Copy the heading row (or rows) in Excel and paste it here',
          ),
        )}
        autoSize={{ minRows: 3, maxRows: 8 }}
        value={pasted}
        onChange={(event) => setPasted(event.target.value)}
      />
      {tooMany && (
        <p className="note">
          {say(
            t(
              `贴了 ${lines.length} 行，表头最多 ${MOST_LINES} 行。只贴写着栏名的那几行，不要带数据。`,
              `${lines.length} lines; a heading has ${MOST_LINES} at most. Paste the heading only, without data.`,
            ),
          )}
        </p>
      )}
      {add.error && <ProblemNote problem={add.error} />}
    </Sheet>
  )
}

function told(lines: readonly (readonly string[])[]) {
  if (lines.length === 0)
    return t(
      '加上以后逐列看：没认出的，您告诉系统是哪一栏。对以后传的表有效。',
      'Then you see the columns and say what was not recognised. It holds for files uploaded from now on.',
    )
  const width = Math.max(...lines.map((cells) => cells.length))
  return t(`表头 ${lines.length} 行，${width} 列。`, `${lines.length} heading rows, ${width} columns.`)
}
