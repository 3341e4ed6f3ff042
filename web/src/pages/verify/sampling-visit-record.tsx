// One record in the hand: every field a big line; press what is wrong and enter what is right; then one button.
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { type Output, useAct } from '../../api.ts'
import type { FieldMeta } from '../../app/meta.ts'
import { useSession } from '../../app/session.tsx'
import { type Text, t, useText } from '../../app/text.tsx'
import { kinds } from '../../kinds/index.ts'
import { FieldLine, fieldProblems } from '../../parts/field-form.tsx'
import { type AttachedFile, FileField } from '../../parts/file-field.tsx'
import type { Kinds } from '../../parts/kind.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { FoundActs, MissingActs, type Result } from './sampling-visit-acts.tsx'

export type VisitTask = Output<'sample.mine'>['tasks'][number]
type Found = Readonly<Record<string, unknown>>

type Props = { task: VisitTask; onDone: () => void; onLater: () => void }

export function VisitRecord({ task, onDone, onLater }: Props) {
  const say = useText()
  const fields = useFields(task)
  const noteId = useId()
  const [found, setFound] = useState<Found>({})
  const [missing, setMissing] = useState<'notFound' | 'notMet'>()
  const [note, setNote] = useState(task.note ?? '')
  const [files, setFiles] = useState<readonly AttachedFile[]>([])
  const act = useAct('sample.visit', {
    onDone: () => {
      onDone()
      window.scrollTo({ top: 0 })
    },
  })
  const wrong = Object.keys(found).length
  const send = (result: Result) =>
    act.mutate({
      ...{ taskId: task.taskId, version: task.version, result, note },
      // as: what the inputs of the kinds give is JSON; the server reads it field by field
      found: (result === 'differs' ? found : {}) as Record<string, never>,
      fileId: files[0]?.id ?? null,
    })
  if (task.barred) return <BarredSheet task={task} onLater={onLater} />
  return (
    <Sheet
      title={task.called}
      note={task.areaName}
      footer={
        <div className="visit-acts">
          {act.error && <ProblemNote problem={act.error} />}
          {missing ? (
            <MissingActs
              missing={missing}
              busy={act.isPending}
              onSend={() => send(missing)}
              onBack={() => setMissing(undefined)}
            />
          ) : (
            <FoundActs
              wrong={wrong}
              busy={act.isPending}
              onSend={send}
              onMissing={setMissing}
              onLater={onLater}
            />
          )}
        </div>
      }
      flush
    >
      <p className="visit-how">{say(task.how)}</p>
      {!missing && (
        <FieldList
          fields={fields}
          task={task}
          found={found}
          onFound={setFound}
          problems={fieldProblems(act.error?.details)}
        />
      )}
      <div className="visit-more">
        <label htmlFor={noteId}>
          {say(missing ? missingWords[missing] : t('说明（可不填）', 'Note (may stay empty)'))}
        </label>
        <Input.TextArea
          id={noteId}
          autoSize={{ minRows: missing ? 3 : 1, maxRows: 5 }}
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <p className="note">
          {say(t('照片或证明（可不传，一份）', 'Photograph or paper (one, may stay empty)'))}
        </p>
        <FileField value={files} onChange={(all) => setFiles(all.slice(-1))} accept="image/*,.pdf" />
      </div>
    </Sheet>
  )
}

const missingWords = {
  notFound: t('去了哪里，问了谁', 'Where you went, and whom you asked'),
  notMet: t('为什么没见到，什么时候再去', 'Why nobody was met, and when you go again'),
}

/** The declared fields that are asked, in the order of the design. */
function useFields({ register, asked }: VisitTask): FieldMeta[] {
  const { meta } = useSession()
  const declared = meta.registers.find(({ name }) => name === register)?.fields ?? []
  return asked.flatMap((name) => declared.find((field) => field.name === name) ?? [])
}

function BarredSheet({ task, onLater }: { task: VisitTask; onLater: () => void }) {
  const say = useText()
  return (
    <Sheet title={task.called} note={task.areaName}>
      <p>
        {say(
          task.barred === 'gone'
            ? t(
                '抽中以后已从名册里删去或迁到别处，不用去了。',
                'It was removed from the register, or moved elsewhere, after it was drawn. There is no need to go.',
              )
            : t(
                '这条是您自己登记的，让队里另一人去查。',
                'You wrote this record yourself; another member looks at it.',
              ),
        )}
      </p>
      <Button size="large" onClick={onLater}>
        {say(t('看下一条', 'Next one'))}
      </Button>
    </Sheet>
  )
}

type FieldListProps = {
  fields: readonly FieldMeta[]
  task: VisitTask
  found: Found
  onFound: (found: Found) => void
  problems: Readonly<Record<string, Text | undefined>>
}

function FieldList({ fields, task, found, onFound, problems }: FieldListProps) {
  const say = useText()
  const all: Kinds = kinds
  const toggle = (name: string) => {
    const { [name]: _, ...rest } = found
    onFound(name in found ? rest : { ...found, [name]: task.values[name] ?? undefined })
  }
  return (
    <ul className="visit-fields">
      {fields.map((field) => {
        const isWrong = field.name in found
        const value = task.values[field.name]
        const Cell = all[field.kind]?.Cell
        return (
          <li key={field.name}>
            <button type="button" aria-pressed={isWrong} onClick={() => toggle(field.name)}>
              <span className="visit-label">{say(field.label)}</span>
              <span className="visit-value">
                {value === null || value === undefined ? (
                  <span className="note">{say(t('空着', 'empty'))}</span>
                ) : (
                  (task.shown[field.name] ?? (Cell ? <Cell value={value} field={field} /> : String(value)))
                )}
              </span>
              <span className={isWrong ? 'visit-mark visit-wrong' : 'visit-mark'}>
                {say(isWrong ? t('不符', 'wrong') : t('相符', 'agrees'))}
              </span>
            </button>
            {isWrong && (
              <div className="visit-input" ref={(box) => box?.scrollIntoView({ block: 'nearest' })}>
                <FieldLine
                  field={{
                    ...field,
                    label: t(`实际的${field.label.zh}`, `${field.label.en}, really`),
                    required: false,
                  }}
                  kinds={kinds}
                  value={found[field.name]}
                  onChange={(next) => onFound({ ...found, [field.name]: next ?? null })}
                  problem={problems[field.name]}
                />
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}
