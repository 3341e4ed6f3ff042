// A new case: which procedure, on which subject. Its list of persons comes from the register.
import { Radio, Select } from 'antd'
import { useState } from 'react'
import { useAct, useCall } from '../../api.ts'
import { useGo } from '../../app/link.tsx'
import { type Text, t, useText } from '../../app/text.tsx'
import { FormModal } from '../../parts/form-layer.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'

type Openable = { id: string; label: Text; purpose: Text; subject: string }

export function NewCase({ procedures, onClose }: { procedures: readonly Openable[]; onClose: () => void }) {
  const say = useText()
  const go = useGo()
  const [id, setId] = useState(procedures[0]?.id)
  const [subjectId, setSubject] = useState<number>()
  const one = procedures.find((procedure) => procedure.id === id)
  const open = useAct('case.open', { onDone: ({ caseId }) => go(`/case/${caseId}`) })
  return (
    <FormModal
      open
      dirty={subjectId !== undefined && !open.isSuccess}
      title={say(t('新办一件', 'New case'))}
      okText={say(t('立案', 'Open'))}
      cancelText={say(t('不办了', 'Not now'))}
      okButtonProps={{ disabled: subjectId === undefined, loading: open.isPending }}
      onOk={() => open.mutate({ procedure: id ?? '', subjectId: subjectId ?? 0 })}
      onCancel={onClose}
    >
      <div className="new-case">
        {procedures.length > 1 && (
          <Radio.Group
            value={id}
            options={procedures.map((x) => ({ value: x.id, label: say(x.label) }))}
            onChange={(event) => setId(event.target.value)}
          />
        )}
        <p>{say(one?.purpose)}</p>
        {one && <SubjectField register={one.subject} value={subjectId} onChange={setSubject} />}
        <p className="note">
          {say(
            t(
              '名单里登记的人全部带入；报送以前还可以移出。',
              'Everybody on the list is taken in; before it is sent, people can still be taken off.',
            ),
          )}
        </p>
        {open.error && <ProblemNote problem={open.error} />}
      </div>
    </FormModal>
  )
}

type SubjectProps = {
  register: string
  value: number | undefined
  onChange: (id: number | undefined) => void
}

function SubjectField({ register, value, onChange }: SubjectProps) {
  const say = useText()
  const rows = useCall('register.list', { register, limit: 100 })
  const options = (rows.data?.rows ?? []).map((row: { id: number; title: string }) => ({
    value: row.id,
    label: row.title,
  }))
  return (
    <Select
      showSearch
      allowClear
      optionFilterProp="label"
      className="new-case-subject"
      value={value}
      options={options}
      loading={rows.isPending}
      placeholder={say(t('选项目', 'Choose the project'))}
      aria-label={say(t('项目', 'Project'))}
      notFoundContent={say(t('管辖范围里还没有登记项目。', 'No project is registered in your area.'))}
      onChange={onChange}
    />
  )
}
