// One case. The page is the next act, not a file: the form of the step that I may do stands first.
import { useEffect, useState } from 'react'
import { useCall } from '../../api.ts'
import { useAddressValue, usePathValue } from '../../app/link.tsx'
import { dueWords } from '../../app/tasks.ts'
import { type Text, t, useText } from '../../app/text.tsx'
import { useAreaName } from '../../parts/area-picker.tsx'
import { dayWords } from '../../parts/day-words.ts'
import { moneyText } from '../../parts/money-text.tsx'
import { Columns, Page as PageFrame, Stack } from '../../parts/page.tsx'
import { PrintButtons } from '../../parts/print-button.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { Steps } from '../../parts/steps.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { ActSheet } from './act-sheet.tsx'
import { AnswerSheet } from './answer-sheet.tsx'
import { CaseSide } from './case-side.tsx'
import { type Case, firstAct, type NextAct } from './case-types.ts'
import { HistorySheet } from './history-sheet.tsx'
import { ItemsSheet } from './items-sheet.tsx'
import { UndoButton } from './undo-button.tsx'
import { WaitingSheet } from './waiting-sheet.tsx'
import './procedure.css'

export function Page() {
  const caseId = Number(usePathValue('id'))
  const read = useCall('case.get', { caseId })
  if (read.error && !read.data)
    return <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />
  if (!read.data) return <WaitBars lines={12} />
  return <CasePage key={caseId} data={read.data} />
}

function CasePage({ data }: { data: Case }) {
  const say = useText()
  return (
    <PageFrame
      crumb={[
        { label: t('办理', 'Cases'), to: '/cases' },
        { label: data.label, to: `/cases?procedure=${data.procedure}` },
      ]}
      title={data.title}
      aside={say(data.label)}
      states={<CaseMark data={data} />}
      sentence={<CaseSentence data={data} />}
      actions={
        <>
          <PrintButtons page="case" of={data.procedure} input={{ caseId: data.id }} />
          <UndoButton data={data} />
        </>
      }
    >
      <Stack>
        <Sheet>
          <Steps steps={data.steps.map((one) => stepOf(say, one))} />
        </Sheet>
        <Columns main={<Main data={data} />} side={<CaseSide data={data} />} sideWidth={340} />
      </Stack>
    </PageFrame>
  )
}

function stepOf(say: ReturnType<typeof useText>, one: Case['steps'][number]) {
  const state = one.status === 'todo' ? ('later' as const) : one.status
  const day = one.on === null ? '' : say(dayWords(one.on))
  const note =
    one.on === null
      ? say(t('未开始', 'not started'))
      : state === 'now'
        ? say(t(`${day}起`, `since ${day}`))
        : day
  return { key: one.state, label: one.label, state, note }
}

/** Overdue before anything else; otherwise where the case stands. */
function CaseMark({ data }: { data: Case }) {
  const say = useText()
  const late = data.clocks.find((one) => one.status === 'running' && one.left < 0)
  if (late) return <StateMark mark="late" boxed word={`${say(late.label)} ${dueWords(late.left)}`} />
  if (data.clocks.some((one) => one.status === 'stopped'))
    return <StateMark mark="paused" boxed word={t('已退回，停钟', 'Given back, clock stopped')} />
  return <StateMark mark={data.endedOn ? 'done' : 'doing'} boxed word={data.stateLabel} />
}

function CaseSentence({ data }: { data: Case }) {
  const say = useText()
  const areaName = useAreaName()
  const money =
    data.totals.counted > 0
      ? t(`，合计 ${moneyText(data.totals.amount)} 元`, `, ${moneyText(data.totals.amount)} yuan in all`)
      : t('', '')
  const words: Text = t(
    `案件 ${data.number}　${areaName(data.area)}　${data.items} ${data.counter.zh}${money.zh}　${say(dayWords(data.openedOn))}立案`,
    `Case ${data.number}, ${areaName(data.area)}, ${data.items} ${data.counter.en}${money.en}, opened ${data.openedOn}`,
  )
  return <>{say(words)}</>
}

function Main({ data }: { data: Case }) {
  const [asked, setAsked] = useAddressValue('do')
  const [chosen, setChosen] = useState<number[]>()
  const [said, setSaid] = useState<Text>()
  const act = data.next.find((one) => one.action === asked && one.can) ?? firstAct(data)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another act, or another version of the case, begins with its own list
  useEffect(() => setChosen(undefined), [act?.action, data.version])
  const finish = (statement: Text) => {
    setSaid(statement)
    setAsked(undefined)
  }
  return (
    <>
      {said && <Said words={said} />}
      <WaitingSheet data={data} act={data.next.find((one) => one.objection === 'take')} />
      <TheAct data={data} act={act} chosen={chosen} onOther={setAsked} onDone={finish} />
      <ItemsSheet data={data} act={act} chosen={chosen} onChoose={setChosen} />
      <HistorySheet data={data} />
    </>
  )
}

function Said({ words }: { words: Text }) {
  const say = useText()
  return (
    <p className="said" role="status">
      <StateMark mark="done" word={t('已办', 'Done')} /> {say(words)}
    </p>
  )
}

type TheActProps = {
  data: Case
  act: NextAct | undefined
  chosen: number[] | undefined
  onOther: (action: string) => void
  onDone: (words: Text) => void
}

function TheAct({ data, act, chosen, onOther, onDone }: TheActProps) {
  if (!act) {
    const takes = data.next.some((one) => one.objection === 'take' && one.can)
    return data.waiting.length > 0 && takes ? null : <NothingToDo data={data} />
  }
  if (act.objection === 'answer')
    return (
      <AnswerSheet
        data={data}
        act={act}
        onDone={() => onDone(t('异议已答复。', 'The objection is answered.'))}
      />
    )
  const others = data.next.filter(
    (one) => one.can && one.action !== act.action && !(one.objection === 'take' && data.waiting.length > 0),
  )
  return (
    <ActSheet
      key={`${act.action}:${data.version}`}
      data={data}
      act={act}
      chosen={chosen}
      others={others}
      onOther={onOther}
      onDone={onDone}
    />
  )
}

function NothingToDo({ data }: { data: Case }) {
  const say = useText()
  const words = data.endedOn
    ? t(`案件已于 ${say(dayWords(data.endedOn))}办结。`, `The case was closed on ${data.endedOn}.`)
    : t(
        '现在没有您能办的。下一步由谁办，看右边。',
        'Nothing for you to do now. Beside: who does the next step.',
      )
  return (
    <Sheet title={t('下一步', 'Next')}>
      <p>{say(words)}</p>
    </Sheet>
  )
}
