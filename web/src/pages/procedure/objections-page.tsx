// Objections of all cases in scope: new ones first, then those to be answered, then the answered.
import { useState } from 'react'
import { useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { useSession } from '../../app/session.tsx'
import { dueMark, dueWords } from '../../app/tasks.ts'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { dayWords } from '../../parts/day-words.ts'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Columns, Page as PageFrame, Stack } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import type { Objection, WaitingObjection } from './case-types.ts'
import { FactsOfObjection } from './facts-beside.tsx'
import './procedure.css'

type Chosen = { key: string; caseId: number; itemId: number | null; text: string }

export function Page() {
  const say = useText()
  const read = useCall('notice.objections', {})
  const waiting = read.data?.waiting
  const taken = read.data?.taken
  const [picked, pick] = useState<Chosen>()
  const chosen = picked ?? firstOf(waiting, taken)
  const open = taken?.filter((one) => one.outcome === null).length ?? 0
  return (
    <PageFrame
      crumb={[{ label: t('办理', 'Cases'), to: '/cases' }]}
      title={t('异议', 'Objections')}
      sentence={say(
        t(
          `新来 ${waiting?.length ?? 0} 件没有受理，${open} 件没有答复。`,
          `${waiting?.length ?? 0} new, ${open} to be answered.`,
        ),
      )}
    >
      <Columns
        sideWidth={480}
        main={
          <Stack>
            <Sheet title={t('新来的', 'New')} flush>
              <DataTable
                label={t('新来的异议', 'New objections')}
                columns={useNewColumns()}
                rows={waiting}
                rowKey={(row) => row.inboxId}
                onOpen={(row) => pick(waitingOne(row))}
                tone={(row) => (waitingOne(row).key === chosen?.key ? 'dai' : undefined)}
                problem={read.error}
                empty={<EmptyNote text={t('没有新来的异议。', 'No new objections.')} />}
              />
            </Sheet>
            <Sheet title={t('已受理', 'Taken up')} flush>
              <DataTable
                label={t('已受理的异议', 'Objections taken up')}
                columns={useTakenColumns()}
                rows={taken}
                rowKey={(row) => `${row.caseId}:${row.sequence}`}
                onOpen={(row) => pick(takenOne(row))}
                tone={(row) => (takenOne(row).key === chosen?.key ? 'dai' : undefined)}
                problem={read.error}
                empty={<EmptyNote text={t('还没有受理过异议。', 'No objection has been taken up.')} />}
              />
            </Sheet>
          </Stack>
        }
        side={chosen && <Beside chosen={chosen} />}
      />
    </PageFrame>
  )
}

/** What the registers say, beside what is said. */
function Beside({ chosen }: { chosen: Chosen }) {
  const say = useText()
  return (
    <Sheet
      title={t('册里怎么记', 'What the registers say')}
      actions={<PageLink to={`/case/${chosen.caseId}`}>{say(t('办这一件', 'Go to the case'))}</PageLink>}
    >
      <blockquote className="objection-words">
        <p>“{chosen.text}”</p>
      </blockquote>
      <FactsOfObjection key={chosen.key} caseId={chosen.caseId} itemId={chosen.itemId} />
    </Sheet>
  )
}

function waitingOne({ inboxId, caseId, itemId, text }: WaitingObjection): Chosen {
  return { key: `new:${inboxId}`, caseId, itemId, text }
}

function takenOne({ sequence, caseId, itemId, text }: Objection): Chosen {
  return { key: `${caseId}:${sequence}`, caseId, itemId, text }
}

/** Who is named first: a fact table beside the page from the start. */
function firstOf(
  waiting: readonly WaitingObjection[] = [],
  taken: readonly Objection[] = [],
): Chosen | undefined {
  const all = [...waiting.map(waitingOne), ...taken.map(takenOne)]
  return all.find(({ itemId }) => itemId !== null) ?? all[0]
}

function useNewColumns(): Column<WaitingObjection>[] {
  const say = useText()
  return [
    {
      key: 'serial',
      label: t('编号', 'No.'),
      cell: (row) => `Y-${String(row.serial).padStart(4, '0')}`,
      width: 90,
    },
    { key: 'text', label: t('原话', 'Words'), cell: (row) => row.text, slack: true, card: 'title' },
    { key: 'notice', label: t('公示', 'Notice'), cell: (row) => row.noticeNumber },
    { key: 'on', label: t('收到', 'Received'), cell: (row) => say(dayWords(row.receivedOn)) },
  ]
}

function useTakenColumns(): Column<Objection>[] {
  const say = useText()
  const { meta } = useSession()
  return [
    { key: 'case', label: t('案件号', 'Case'), cell: (row) => row.caseNumber, width: 130 },
    {
      key: 'item',
      label: t('对谁', 'About'),
      cell: (row) => row.itemName ?? say(t('名单以外', 'not listed')),
    },
    { key: 'text', label: t('原话', 'Words'), cell: (row) => row.text, slack: true, card: 'title' },
    {
      key: 'due',
      label: t('期限', 'Due'),
      cell: (row) => <AnswerState row={row} today={meta.today} />,
      card: 'state',
    },
  ]
}

function AnswerState({ row, today }: { row: Objection; today: string }) {
  const say = useText()
  if (row.answeredOn)
    return (
      <StateMark
        mark="done"
        word={t(`${say(dayWords(row.answeredOn))}已答复`, `answered ${row.answeredOn}`)}
      />
    )
  const left = Math.round((Date.parse(row.due) - Date.parse(today)) / 86_400_000)
  return <StateMark mark={dueMark(left)} word={`${say(dayWords(row.due))} ${dueWords(left)}`} />
}
