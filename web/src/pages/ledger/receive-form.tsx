// 登记来款: one line of the special account's statement, by the finance office. The day of arrival decides punctuality.
import { Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api.ts'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { ActLine } from '../../parts/act-line.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { FieldLine, WordsLine, wireYuan } from './field-line.tsx'
import type { Fund, Project } from './fund-words.ts'

type Draft = {
  arrivedOn: string | undefined
  amount: string
  payer: string
  bankRef: string
  ticket: string
  part: string | undefined
}

export function ReceiveForm({
  fund,
  project,
  onDone,
}: {
  fund: Fund
  project: Project | undefined
  onDone: () => void
}) {
  const { meta } = useSession()
  const [draft, setDraft] = useState<Draft>({
    arrivedOn: meta.today,
    amount: '',
    payer: '',
    bankRef: '',
    ticket: '',
    part: fund.parts[0]?.part,
  })
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const receive = useAct('fund.receive', { onDone })
  const amount = wireYuan(draft.amount)
  const missing = [
    amount === undefined && t('金额', 'amount'),
    !draft.arrivedOn && t('到账日', 'day of arrival'),
    !draft.payer.trim() && t('对方户名', 'payer'),
    !draft.bankRef.trim() && t('银行流水号', 'bank reference'),
    !draft.ticket.trim() && t('票据号', 'ticket'),
  ].filter((one) => one !== false)
  const send = () => {
    if (amount === undefined || !draft.arrivedOn) return
    const { arrivedOn, payer, bankRef, ticket, part } = draft
    receive.mutate({
      fund: fund.id,
      arrivedOn,
      amount,
      payer,
      bankRef,
      ticket,
      ...(project && part ? { context: project.context, part } : {}),
    })
  }
  return (
    <Sheet
      title={t('登记来款', 'Register a receipt')}
      note={project?.title}
      footer={
        <ActLine
          word={t('登记来款', 'Register')}
          consequence={t(
            '记入财政专户账，并请县人社局基金财务认领。',
            'Posts the treasury book; the fund accountant then claims it.',
          )}
          onAct={send}
          busy={receive.isPending}
          problem={receive.error}
          reasons={
            missing.length > 0
              ? [
                  {
                    key: 'form',
                    state: 'missing',
                    text: t(
                      `填写${missing.map((one) => one.zh).join('、')}。`,
                      `Fill in: ${missing.map((one) => one.en).join(', ')}.`,
                    ),
                  },
                ]
              : []
          }
        />
      }
    >
      <Fields fund={fund} draft={draft} set={set} />
    </Sheet>
  )
}

type FieldsProps = { fund: Fund; draft: Draft; set: (part: Partial<Draft>) => void }

function Fields({ fund, draft, set }: FieldsProps) {
  const say = useText()
  return (
    <div className="ledger-form">
      {fund.parts.length > 0 && (
        <FieldLine label={t('哪一笔', 'Which part')}>
          <Select
            aria-label={say(t('哪一笔', 'Which part'))}
            value={draft.part}
            onChange={(part: string) => set({ part })}
            options={fund.parts.map((one) => ({ value: one.part, label: say(one.label) }))}
          />
        </FieldLine>
      )}
      <WordsLine
        label={t('金额', 'Amount')}
        value={draft.amount}
        onChange={(value) => set({ amount: value })}
        money
      />
      <FieldLine label={t('到账日', 'Arrived on')}>
        <DayField
          value={draft.arrivedOn}
          onChange={(arrivedOn) => set({ arrivedOn })}
          label={say(t('到账日', 'Arrived on'))}
        />
      </FieldLine>
      <WordsLine label={t('对方户名', 'Payer')} value={draft.payer} onChange={(payer) => set({ payer })} />
      <WordsLine
        label={t('银行流水号', 'Bank reference')}
        value={draft.bankRef}
        onChange={(bankRef) => set({ bankRef })}
      />
      <WordsLine label={t('票据号', 'Ticket')} value={draft.ticket} onChange={(ticket) => set({ ticket })} />
    </div>
  )
}
