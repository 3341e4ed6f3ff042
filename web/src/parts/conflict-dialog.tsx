// Two people changed one record: both readings side by side, field by field. Nothing is overwritten unseen.
import { Button, Modal, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { type Text, t, useText } from '../app/text.tsx'
import './field-form.css'

export type ConflictField = { name: string; label: Text | string; mine: ReactNode; theirs: ReactNode }
export type ConflictChoice = Readonly<Record<string, 'mine' | 'theirs'>>

type ConflictDialogProps = {
  open: boolean
  /** Who changed it, and when: 王晓云, 10:41. */
  who: string
  at: string
  fields: readonly ConflictField[]
  onResolve: (choice: ConflictChoice) => void
  onClose: () => void
}

/** `<ConflictDialog open={act.error?.status === 409} who={…} at={…} fields={…} onResolve={saveAgain} onClose={close} />` */
export function ConflictDialog({ open, who, at, fields, onResolve, onClose }: ConflictDialogProps) {
  const say = useText()
  const [choice, setChoice] = useState<ConflictChoice>({})
  const names = fields.map((field) => say(field.label)).join(say(t('”“', '”, “')))
  const settled = fields.every((field) => choice[field.name])
  return (
    <Modal
      open={open}
      onCancel={onClose}
      width={640}
      title={say(t(`${who} ${at} 改过“${names}”`, `${who} changed “${names}” at ${at}`))}
      footer={
        <>
          <Button onClick={onClose}>{say(t('先不存', 'Not now'))}</Button>
          <Button type="primary" disabled={!settled} onClick={() => onResolve(choice)}>
            {say(t('按所选的存', 'Save as chosen'))}
          </Button>
        </>
      }
    >
      <table className="conflict">
        <thead>
          <tr>
            <th scope="col">{say(t('项目', 'Field'))}</th>
            <th scope="col">{say(t('您填的', 'Yours'))}</th>
            <th scope="col">{say(t(`${who}填的`, `By ${who}`))}</th>
            <th scope="col">{say(t('存哪个', 'Keep'))}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.name}>
              <th scope="row">{say(field.label)}</th>
              <td>{field.mine}</td>
              <td>{field.theirs}</td>
              <td>
                <Radio.Group
                  aria-label={say(field.label)}
                  value={choice[field.name]}
                  onChange={(event) =>
                    setChoice({ ...choice, [field.name]: event.target.value === 'mine' ? 'mine' : 'theirs' })
                  }
                  options={[
                    { value: 'mine', label: say(t('您的', 'Yours')) },
                    { value: 'theirs', label: say(t('对方的', 'Theirs')) },
                  ]}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!settled && (
        <p className="note">{say(t('每一项都选好，才能存。', 'Choose for each field, then save.'))}</p>
      )}
    </Modal>
  )
}
