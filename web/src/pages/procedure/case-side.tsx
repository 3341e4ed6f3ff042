// Beside the act: why it is not possible yet, the clocks, whose hands were in it, the notices.
import { type Text, t, useText } from '../../app/text.tsx'
import { ClockStrip } from '../../parts/clock-strip.tsx'
import { dayWords } from '../../parts/day-words.ts'
import { PrintButtons } from '../../parts/print-button.tsx'
import { type Reason, ReasonList } from '../../parts/reason-list.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { AfterSheet } from './after-sheet.tsx'
import { type Case, type CaseNotice, isStep, type NextAct } from './case-types.ts'

export function CaseSide({ data }: { data: Case }) {
  return (
    <>
      <WhyNot data={data} />
      {data.clocks.length > 0 && (
        <Sheet title={t('时钟', 'Clocks')} flush>
          <ClockStrip
            clocks={data.clocks.map((one) => ({
              key: one.id,
              label: one.label,
              days: one.days,
              counts: one.count,
              start: one.start,
              due: one.due,
              daysLeft: one.left,
              state: one.status === 'stopped' ? 'paused' : 'running',
              waits: one.id === 'notice',
            }))}
          />
        </Sheet>
      )}
      <Hands data={data} />
      <AfterSheet data={data} />
      {data.notices.length > 0 && <Notices data={data} />}
    </>
  )
}

/** The acts that are not possible for me now, each with its reasons; a list that shrinks. */
function WhyNot({ data }: { data: Case }) {
  const say = useText()
  const blocked = data.next.filter((one) => !one.can && isStep(one) && (one.front || one.mine))
  return (
    <>
      {blocked.map((one) => (
        <Sheet key={one.action} title={t(`为什么现在不能${one.label.zh}`, `Why not "${one.label.en}" yet`)}>
          <ReasonList reasons={reasonsOf(one)} />
          {one.mine && one.eligible.length > 0 && (
            <p className="note">
              {say(t(`${one.eligible.length} 人已经具备条件。`, `${one.eligible.length} are ready.`))}
            </p>
          )}
        </Sheet>
      ))}
    </>
  )
}

function reasonsOf(one: NextAct): Reason[] {
  return one.reasons.map((reason, i) => ({
    key: String(i),
    state: reason.kind === 'wait' ? 'waiting' : 'missing',
    text: reason.text,
  }))
}

/** Separation is shown before it bites. */
function Hands({ data }: { data: Case }) {
  const say = useText()
  return (
    <Sheet title={t('谁办过，谁就不能再办', 'Whose hands were in it')} flush>
      <ul className="hands">
        {data.acted.map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list only ever grows at its end
          <li key={i}>
            <span>{say(one.label)}</span>
            <b>
              {one.actorName}
              {one.you && say(t('（您）', ' (you)'))}
            </b>
            <span>{one.office}</span>
          </li>
        ))}
      </ul>
      <p className="note hands-note">
        {data.relatives === null
          ? say(
              t('您在这件案件里还没有申报近亲属关系。', 'You have not declared near relatives in this case.'),
            )
          : relativesWords(say, data)}
      </p>
    </Sheet>
  )
}

function relativesWords(say: ReturnType<typeof useText>, data: Case): string {
  const names = data.itemRows.filter((row) => data.relatives?.includes(row.id)).map((row) => row.name)
  if (names.length === 0)
    return say(t('您申报过：与名单中的人没有近亲属关系。', 'You declared no near relatives.'))
  return say(
    t(
      `您申报过的亲属：${names.join('、')}，由别人办。`,
      `You declared: ${names.join(', ')}; left to others.`,
    ),
  )
}

function Notices({ data }: { data: Case }) {
  const say = useText()
  return (
    <Sheet title={t('公示', 'Public notices')} flush>
      <ul className="hands hands-notices">
        {data.notices.map((one) => (
          <li key={one.id}>
            <a href={one.path} target="_blank" rel="noreferrer">
              {one.number}
            </a>
            <span>
              {say(dayWords(one.postedOn))} → {say(dayWords(one.until))}
            </span>
            <span>{say(leftWords(one))}</span>
            <PrintButtons page="notice" of={data.procedure} input={{ noticeId: one.id }} />
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function leftWords(one: CaseNotice): Text {
  if (one.withdrawnOn) return t('已撤回', 'withdrawn')
  if (one.left < 0) return t('已结束', 'ended')
  return one.left === 0 ? t('今天最后一天', 'last day') : t(`还有 ${one.left} 天`, `${one.left} days left`)
}
