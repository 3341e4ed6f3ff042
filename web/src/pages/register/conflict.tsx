// 王晓云 10:41 改过“电话”。 Both readings, field by field; only then is it saved again.
import { Button } from 'antd'
import type { WebProblem } from '../../api.ts'
import type { FieldMeta, RegisterMeta } from '../../app/meta.ts'
import { type Text, t, useText } from '../../app/text.tsx'
import { kinds } from '../../kinds/index.ts'
import { ConflictDialog } from '../../parts/conflict-dialog.tsx'
import type { Kinds } from '../../parts/kind.ts'
import { momentText } from './moment.ts'
import { fieldNamed } from './use-register.ts'

type Differing = {
  field: string
  label: Text
  now: unknown
  by: number
  byName?: string
  at: string
  masked?: true
}
type ConflictProps = {
  register: RegisterMeta
  problem: WebProblem
  mine: Readonly<Record<string, unknown>>
  /** Saves again over the version that stands now. */
  onKeepMine: (version: number) => void
  /** Back to the form: what was typed stays. */
  onLater: () => void
  /** What the other wrote stands; the form is done with. */
  onKeepTheirs: () => void
}

export function Conflict({ register, problem, mine, onKeepMine, onLater, onKeepTheirs }: ConflictProps) {
  const say = useText()
  const version = Number(problem.details.version)
  const fields = differing(problem)
  const both = fields.filter((one) => one.field in mine)
  const [first] = both.length > 0 ? both : fields
  const who = first?.byName || say(t('别人', 'Somebody'))
  if (both.length === 0)
    return (
      <div className="problem-note" role="alert">
        <p>
          {say(
            t(
              `您打开之后，${who}改过${fields.map((one) => `“${one.label.zh}”`).join('、')}，没有动您要改的这一栏。`,
              `Since you opened it, ${who} changed ${fields.map((one) => one.label.en).join(', ')}, not this field.`,
            ),
          )}
        </p>
        <Button onClick={() => onKeepMine(version)}>{say(t('照样存', 'Save mine'))}</Button>
      </div>
    )
  return (
    <ConflictDialog
      open
      who={who}
      at={first ? momentText(first.at) : ''}
      fields={both.map((one) => ({
        name: one.field,
        label: one.label,
        mine: <Reading field={fieldNamed(register, one.field)} value={mine[one.field]} />,
        theirs: <Reading field={fieldNamed(register, one.field)} value={one.now} />,
      }))}
      onResolve={(choice) =>
        both.some((one) => choice[one.field] === 'mine') ? onKeepMine(version) : onKeepTheirs()
      }
      onClose={onLater}
    />
  )
}

function Reading({ field, value }: { field: FieldMeta | undefined; value: unknown }) {
  const say = useText()
  if (value === null || value === undefined || value === '') return <>{say(t('不详', 'unknown'))}</>
  const all: Kinds = kinds
  const Cell = field && field.kind !== 'reference' ? all[field.kind]?.Cell : undefined
  return Cell && field ? <Cell field={field} value={value} /> : <span>{String(value)}</span>
}

function differing(problem: WebProblem): Differing[] {
  const { fields } = problem.details
  // the server's own problem `register.conflict` promises this shape
  return Array.isArray(fields) ? (fields as Differing[]) : []
}
