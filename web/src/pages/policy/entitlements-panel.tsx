// 待遇: every policy that concerns this record, what comes out, and why; what does not apply stays listed with its clause.
import { Button, Popover } from 'antd'
import { useMemo, useState } from 'react'
import { citationName } from 'xiangce/kernel'
import { PageLink, useAddressValue } from '../../app/link.tsx'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { explainNodes } from '../../parts/explain-adapter.ts'
import { ExplainTree } from '../../parts/explain-tree.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import type { PanelProps } from '../register/panels.ts'
import { graft, sharesOf, treeOf, whereMissing } from './entitlement.ts'
import { type Line, useEntitlementLines } from './entitlement-lines.tsx'
import type { Entitlement } from './policy-types.ts'
import { useRemedies } from './remedies.ts'
import { BookedWords, isDifferent, Versions } from './verdict.tsx'
import './policy.css'

export function EntitlementsPanel({ register, id, on }: PanelProps) {
  const say = useText()
  const { meta } = useSession()
  const day = on ?? meta.today
  const { got, lines } = useEntitlementLines({ register, id, day })
  return (
    <Sheet
      title={t('待遇', 'Entitlements')}
      note={say(t(`按 ${day} 的事实和参数`, `by the facts and parameters of ${day}`))}
      actions={<DayChoice />}
      flush
    >
      {got.error && <ProblemNote problem={got.error} onRetry={() => void got.refetch()} />}
      {!got.data && !got.error && <WaitBars lines={4} />}
      {lines.map((line, index) => (
        <EntitlementLine
          key={`${line.entitlement.policy} ${day}`}
          line={line}
          subject={{ register, id }}
          day={day}
          others={got.data?.entitlements ?? none}
          opened={index === 0 && line.standing.order < 2}
        />
      ))}
    </Sheet>
  )
}

const none: readonly Entitlement[] = []

type LineProps = {
  line: Line
  subject: { register: string; id: number }
  day: string
  others: readonly Entitlement[]
  opened: boolean
}

function EntitlementLine({ line, subject, day, others, opened }: LineProps) {
  const say = useText()
  const [chosen, setOpen] = useState<boolean>()
  const open = chosen ?? opened
  const { entitlement, standing } = line
  const { headline } = standing
  const tone = open ? 'entitlement-open' : standing.order < 1 ? 'entitlement-drawn' : ''
  return (
    <section className={`entitlement ${tone}`}>
      <div className="entitlement-line">
        <StateMark mark={standing.mark} word={standing.word} strong={standing.order < 2} />
        <b>{say(entitlement.title)}</b>
        <span className="entitlement-why">
          {say(standing.why ?? (standing.order < 3 ? headline?.label : undefined))}
          {standing.order < 1 && headline && <Shares trace={entitlement.trace} headline={headline} />}
          {standing.clause && (
            <span className="note entitlement-clause">{say(citationName(standing.clause))}</span>
          )}
        </span>
        <span className="entitlement-amount">{standing.order < 3 && headline && say(headline.text)}</span>
        <span className="entitlement-acts">
          {standing.mark === 'unknown' && <FillIn trace={entitlement.trace} subject={subject} />}
          <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {say(open ? t('收起', 'Close') : t('为什么', 'Why'))}
          </Button>
        </span>
      </div>
      {open && <Why line={line} subject={subject} day={day} others={others} />}
    </section>
  )
}

/** 补事实: to the record that lacks it. */
function FillIn({ trace, subject }: { trace: Entitlement['trace']; subject: LineProps['subject'] }) {
  const say = useText()
  const where = whereMissing(trace)
  const id = where?.id ?? (where?.register === subject.register ? subject.id : undefined)
  if (!where || id === undefined) return null
  return <PageLink to={`/r/${where.register}/${id}?tab=facts`}>{say(t('补事实', 'Fill in'))}</PageLink>
}

/** （本基金发放 240.00 元，由农保发放 80.00 元） */
function Shares({
  trace,
  headline,
}: {
  trace: Entitlement['trace']
  headline: Entitlement['trace'][number]
}) {
  const say = useText()
  const shares = sharesOf(trace, headline)
  if (shares.length === 0) return null
  const words = shares.map(({ label, text }) => `${say(label)} ${say(text)}`).join(say(t('，', ', ')))
  return <>{say(t(`（${words}）`, ` (${words})`))}</>
}

function Why({ line, subject, day, others }: Omit<LineProps, 'opened'>) {
  const say = useText()
  const { entitlement, standing, decision } = line
  const remedies = useRemedies(subject)
  const { headline } = standing
  // biome-ignore lint/correctness/useExhaustiveDependencies: remedies only go to places that the explanation names
  const roots = useMemo(
    () => (headline ? explainNodes(graft(treeOf(entitlement.trace, headline), others), remedies) : []),
    [entitlement, headline, others],
  )
  return (
    <ExplainTree
      roots={roots}
      label={entitlement.title}
      verdict={verdictOf(line, day)}
      ruleLink={
        <>
          <PageLink to={`/policy/${entitlement.policy}`}>{say(t('看规则原文', 'See the rule'))}</PageLink>
          {decision && (
            <PageLink to={`/explain/${decision.id}`}>
              {say(t(`看 ${decision.valid} 的决定`, `See the decision for ${decision.valid}`))}
            </PageLink>
          )}
        </>
      }
    />
  )
}

/** A later change of facts is no fault of the voucher: only what agrees is said here, the rest on the sheet of its decision. */
function verdictOf({ booked, entitlement }: Line, day: string) {
  if (!booked || isDifferent(booked)) return undefined
  return {
    differs: false,
    words: <BookedWords entry={booked} />,
    versions: <Versions hash={entitlement.ruleHash} parameters={entitlement.parameterVersion} facts={day} />,
  }
}

/** 换个日期看: the whole page turns with it. */
function DayChoice() {
  const say = useText()
  const [on, setOn] = useAddressValue('on')
  const [day, setDay] = useState<string | undefined>(on)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="condition-form">
          <DayField value={day} onChange={setDay} label={say(t('哪一天', 'Which day'))} />
          <Button disabled={!day} onClick={() => setOn(day)}>
            {say(t('看这一天', 'Show that day'))}
          </Button>
        </div>
      }
    >
      <button type="button" className="link-button">
        {say(t('换个日期看', 'Another day'))}
      </button>
    </Popover>
  )
}
