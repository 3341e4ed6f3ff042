// 导入: choose a register, drop a file; below, the imports that are under way or done.
import { Input, Select } from 'antd'
import { useId, useState } from 'react'
import { type Output, useAct, useCall } from '../../api.ts'
import { useAddressValue, useGo } from '../../app/link.tsx'
import { useScreen } from '../../app/screen.ts'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { reference } from '../../kinds/reference.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Page as PageFrame, Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { momentText } from '../register/moment.ts'
import { DropBox } from './drop-box.tsx'
import { stateWords } from './import-words.ts'
import './import.css'

type Row = Output<'import.list'>['imports'][number]

export function Page() {
  const say = useText()
  const go = useGo()
  const { meta } = useSession()
  const some = meta.registers.some(({ can }) => can.import || can.prepare || can.watch)
  const read = useCall('import.list', {}, { enabled: some })
  return (
    <PageFrame
      title={t('导入', 'Import')}
      sentence={say(
        t(
          '把现成的表放进来：表头、标题行、合并单元格自己认。入册之前什么都不会变。',
          'Bring in sheets as they are: headings, titles and merged cells are found by themselves. Nothing changes before you commit.',
        ),
      )}
    >
      <Stack>
        <Upload />
        {some && (
          <Sheet title={t('导入过的表', 'Imports')} flush>
            <DataTable
              label={t('导入过的表', 'Imports')}
              columns={columns(say)}
              rows={read.data?.imports}
              rowKey={(row) => row.id}
              onOpen={(row) => go(`/import/${row.id}`)}
              problem={read.error}
              onRetry={() => void read.refetch()}
              empty={<EmptyNote text={t('还没有导入过。', 'Nothing has been imported yet.')} />}
            />
          </Sheet>
        )}
      </Stack>
    </PageFrame>
  )
}

function Upload() {
  const say = useText()
  const go = useGo()
  const screen = useScreen()
  const { meta } = useSession()
  const [named, setNamed] = useAddressValue('register')
  const [owner, setOwner] = useState<number>()
  const [sender, setSender] = useState('')
  const open = meta.registers.filter(({ can }) => can.prepare)
  const choices = open.map(({ name, label }) => ({ value: name, label: say(label) }))
  const register = open.find(({ name }) => name === (named ?? 'person')) ?? open[0]
  const start = useAct('import.upload', { onDone: ({ importId }) => go(`/import/${importId}`) })
  if (!register) return <LooksOnly />
  if (screen === 'phone') return <OnDesk />
  const send = (fileId: number) =>
    start.mutate({
      fileId,
      register: register.name,
      ...(owner ? { ownerId: owner } : {}),
      ...(sender.trim() ? { sender: sender.trim() } : {}),
    })
  return (
    <Sheet title={t('选文件', 'Choose a file')}>
      <div className="import-upload">
        {/* biome-ignore lint/a11y/noLabelWithoutControl: antd's Select is the control */}
        <label>
          <span>{say(t('导入到', 'Into'))}</span>
          <Select
            aria-label={say(t('导入到', 'Into'))}
            value={register.name}
            options={choices}
            onChange={setNamed}
            showSearch
            optionFilterProp="label"
          />
        </label>
        {register.owner && <OwnerSelect register={register.owner} value={owner} onChange={setOwner} />}
        {/* biome-ignore lint/a11y/noLabelWithoutControl: antd's Input is the control */}
        <label>
          <span>{say(t('谁报来的', 'Sent by'))}</span>
          <Input
            aria-label={say(t('谁报来的', 'Sent by'))}
            placeholder={say(t('不填就是本单位', 'empty: your own office'))}
            value={sender}
            onChange={(event) => setSender(event.target.value)}
            maxLength={100}
          />
        </label>
        <DropBox busy={start.isPending} onFile={send} />
        {start.error && <ProblemNote problem={start.error} />}
        {!register.can.import && (
          <p className="note">
            {say(
              t(
                '您可以上传、对表头、改问题；入册由登记员接着办。',
                'You may upload, map and mend; the registrar commits.',
              ),
            )}
          </p>
        )}
      </div>
    </Sheet>
  )
}

/** Who reads imports and brings none: says who does, before a file is chosen. */
function LooksOnly() {
  const say = useText()
  return (
    <Sheet>
      <p className="note">
        {say(
          t(
            '导入由记名册的单位来办，您的身份不上传。表请交给村里、镇里的登记员。',
            'Sheets are brought in by the offices that keep the registers; your role uploads none. Give the sheet to the registrar of the village or township.',
          ),
        )}
      </p>
    </Sheet>
  )
}

/** Whose rows the file holds, where the file itself does not say. */
function OwnerSelect({ register, value, onChange }: OwnerProps) {
  const say = useText()
  const id = useId()
  const { meta } = useSession()
  const label = meta.registers.find(({ name }) => name === register)?.label ?? t('归谁', 'Whose')
  const { Input: Find } = reference
  const field = { name: 'owner', kind: 'reference', label, register }
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the kind's input is the control
    <label>
      <span>{say(label)}</span>
      <Find
        id={id}
        value={value ?? null}
        onChange={(id) => onChange(typeof id === 'number' ? id : undefined)}
        field={field}
      />
      <span className="note">{say(t('表里写了就不用选', 'not needed if the sheet says it'))}</span>
    </label>
  )
}

type OwnerProps = { register: string; value: number | undefined; onChange: (id: number | undefined) => void }

export function OnDesk() {
  return (
    <Sheet>
      <EmptyNote
        text={t('请在电脑上办：屏幕太小，容易拖错。', 'Do this on a computer: the screen is too small.')}
      />
    </Sheet>
  )
}

function columns(say: ReturnType<typeof useText>): Column<Row>[] {
  return [
    {
      key: 'file',
      label: t('文件', 'File'),
      cell: (row) => <b>{row.fileName}</b>,
      slack: true,
      card: 'title',
    },
    { key: 'register', label: t('名册', 'Register'), cell: (row) => say(row.label) },
    {
      key: 'state',
      label: t('走到', 'Stands at'),
      cell: (row) => <StateMark mark={stateWords[row.state].mark} word={stateWords[row.state].word} />,
      card: 'state',
    },
    {
      key: 'by',
      label: t('上传', 'Uploaded by'),
      cell: (row) => `${row.office} ${row.uploadedBy}`,
      minor: true,
    },
    { key: 'at', label: t('时间', 'At'), cell: (row) => momentText(row.uploadedAt) },
    { key: 'merged', label: t('入册', 'Committed by'), cell: (row) => row.mergedBy ?? '—', minor: true },
  ]
}
