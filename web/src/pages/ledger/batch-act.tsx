// The next step of a batch: who may do it, what follows, the totals that are signed.
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { fileAddress, type Output, useAct } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { ActLine } from '../../parts/act-line.tsx'
import { type AttachedFile, FileField } from '../../parts/file-field.tsx'
import { moneyText } from '../../parts/money-text.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { FieldLine, WordsLine } from './field-line.tsx'
import { type Batch, isZero } from './fund-words.ts'

type Next = Batch['next'][number]
type ActName = Parameters<ReturnType<typeof useAct<'batch.act'>>['mutate']>[0]['act']
type Format = 'csv-gb18030' | 'csv-utf8' | 'xlsx'

export function BatchAct({ batch }: { batch: Batch }) {
  const [done, setDone] = useState<Output<'batch.act'>>()
  const [asked, setAsked] = useState<string>()
  const can = batch.next.filter((one) => one.can)
  const act = can.find((one) => one.act === asked) ?? firstOf(can)
  return (
    <>
      {done && <Done output={done} />}
      {act ? (
        <ActForm
          key={`${act.act}:${batch.version}`}
          batch={batch}
          act={act}
          others={can.filter((one) => one !== act)}
          onOther={setAsked}
          onDone={setDone}
        />
      ) : (
        <NotMine batch={batch} onGiveBack={can.length > 0 ? () => setAsked('giveBack') : undefined} />
      )}
    </>
  )
}

/** Who does the next step; giving back is offered beside it, never first. */
function NotMine({ batch, onGiveBack }: { batch: Batch; onGiveBack: (() => void) | undefined }) {
  const say = useText()
  const waiting = batch.next.filter((one) => one.act !== 'giveBack')
  return (
    <Sheet
      title={t('下一步', 'Next')}
      actions={onGiveBack && <Button onClick={onGiveBack}>{say(t('退回', 'Give back'))}</Button>}
    >
      {batch.next.length === 0 && (
        <p>
          {say(
            batch.state === 'archived'
              ? t('已归档，只能查看。', 'Archived; for reading only.')
              : t('正在记账，记完再办。', 'Being posted.'),
          )}
        </p>
      )}
      {waiting.map((one) => (
        <p key={one.act}>
          <StateMark mark="open" word={one.label} />{' '}
          <span className="note">{say(one.why ?? one.office)}</span>
        </p>
      ))}
    </Sheet>
  )
}

/** The step of the path that is mine. Money that is not back yet comes before all else. */
function firstOf(can: readonly Next[]): Next | undefined {
  return can.find((one) => one.act === 'moneyBack') ?? can.find((one) => one.act !== 'giveBack')
}

function Done({ output }: { output: Output<'batch.act'> }) {
  const say = useText()
  return (
    <p className="said" role="status">
      <StateMark mark="done" word={t('已办', 'Done')} /> {say(output.batch.stateLabel)}
      {output.paid !== null &&
        say(
          t(
            `　已付 ${output.paid} 笔，退票 ${output.failed} 笔。`,
            `: ${output.paid} paid, ${output.failed} returned.`,
          ),
        )}{' '}
      {output.fileId !== null && (
        <a href={fileAddress(output.fileId)}>{say(t('下载银行文件', 'Download the bank file'))}</a>
      )}
    </p>
  )
}

type FormProps = {
  batch: Batch
  act: Next
  others: readonly Next[]
  onOther: (act: string) => void
  onDone: (output: Output<'batch.act'>) => void
}

function ActForm({ batch, act, others, onOther, onDone }: FormProps) {
  const say = useText()
  const [draft, setDraft] = useState<Draft>({ note: '', format: 'csv-gb18030', files: [], reference: '' })
  const { note, format, files, reference } = draft
  const perform = useAct('batch.act', { onDone })
  const wanted = missingOf(act, { files: files.length, note })
  const send = () =>
    perform.mutate({
      batchId: batch.id,
      act: act.act as ActName, // the server named it among its own acts
      version: batch.version,
      count: batch.count,
      total: batch.total,
      ...(note ? { note } : {}),
      ...(act.act === 'send' ? { format } : {}),
      ...(act.act === 'importReturn' ? { fileId: files.at(-1)?.id } : {}),
      ...(reference ? { details: { [act.act]: reference } } : {}),
    })
  return (
    <Sheet
      title={act.label}
      note={say(act.office)}
      footer={
        <ActLine
          word={act.label}
          consequence={t(
            `${totals(batch).zh}${act.consequence.zh}`,
            `${totals(batch).en} ${act.consequence.en}`,
          )}
          onAct={send}
          busy={perform.isPending}
          problem={perform.error}
          final={act.act === 'giveBack'}
          reasons={wanted ? [{ key: 'form', state: 'missing', text: wanted }] : []}
          others={others.map((one) => (
            <Button key={one.act} onClick={() => onOther(one.act)}>
              {say(one.label)}
            </Button>
          ))}
        />
      }
    >
      <ActFields act={act.act} draft={draft} set={(part) => setDraft({ ...draft, ...part })} />
    </Sheet>
  )
}

type Draft = { note: string; format: Format; files: readonly AttachedFile[]; reference: string }

function ActFields({ act, draft, set }: { act: string; draft: Draft; set: (part: Partial<Draft>) => void }) {
  const say = useText()
  return (
    <div className="ledger-form">
      {act === 'send' && (
        <FieldLine label={t('文件格式', 'File format')}>
          <Select<Format>
            aria-label={say(t('文件格式', 'File format'))}
            value={draft.format}
            onChange={(format) => set({ format })}
            options={formats}
          />
        </FieldLine>
      )}
      {['appropriate', 'arrive', 'moneyBack'].includes(act) && (
        <WordsLine
          label={t('银行流水号', 'Bank reference')}
          value={draft.reference}
          onChange={(reference) => set({ reference })}
        />
      )}
      {act === 'importReturn' && (
        <div className="wide">
          <p className="note">
            {say(
              t(
                '银行回盘文件（CSV 或 Excel）。批次号、笔数、金额有一处对不上，整份不导入。',
                'The reply of the bank (CSV or Excel); nothing is imported unless number, count and sum agree.',
              ),
            )}
          </p>
          <FileField value={draft.files} onChange={(files) => set({ files })} accept=".csv,.xlsx,.txt" />
        </div>
      )}
      <FieldLine label={act === 'giveBack' ? t('退回原因', 'Why it is given back') : t('意见', 'Note')} wide>
        <Input
          aria-label={say(t('意见', 'Note'))}
          value={draft.note}
          onChange={(event) => set({ note: event.target.value })}
        />
      </FieldLine>
    </div>
  )
}

const formats = [
  { value: 'csv-gb18030' as const, label: 'CSV（GB18030）' },
  { value: 'csv-utf8' as const, label: 'CSV（UTF-8）' },
  { value: 'xlsx' as const, label: 'Excel' },
]

function missingOf(act: Next, given: { files: number; note: string }) {
  if (act.act === 'importReturn' && given.files === 0) return t('选回盘文件。', 'Choose the reply file.')
  if (act.act === 'giveBack' && given.note.trim() === '')
    return t('写明退回原因。', 'Say why it is given back.')
  return undefined
}

function totals(batch: Batch) {
  const other = isZero(batch.elsewhere)
    ? t('', '')
    : t(
        `（另有 ${moneyText(batch.elsewhere)} 元由别的资金发放，不在本批）`,
        ` (${moneyText(batch.elsewhere)} paid by others, not here)`,
      )
  return t(
    `${batch.count} 人，合计 ${moneyText(batch.total)} 元${other.zh}。`,
    `${batch.count} persons, ${moneyText(batch.total)}${other.en}.`,
  )
}
