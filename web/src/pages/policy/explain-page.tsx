// 说明单: one decision done again, beside what was booked for it.
import { useMemo } from 'react'
import { useCall } from '../../api.ts'
import { PageLink, usePathValue } from '../../app/link.tsx'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { explainNodes } from '../../parts/explain-adapter.ts'
import { ExplainTree } from '../../parts/explain-tree.tsx'
import { Page as PageFrame } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import type { Booked, Explained } from './policy-types.ts'
import { useRemedies } from './remedies.ts'
import { amountsOf, BookedWords, isDifferent, Versions } from './verdict.tsx'
import './policy.css'

/** A rate is decided for a run, which stands in no register. */
const RUN = 'run'

export function Page() {
  const id = Number(usePathValue('id'))
  const isId = Number.isSafeInteger(id) && id > 0
  const got = useCall('policy.explain', { decisionId: id }, { enabled: isId })
  if (!isId)
    return (
      <EmptyNote
        text={t(
          '没有这项决定，或不在您的管辖范围。',
          'There is no such decision, or it is outside your area.',
        )}
      />
    )
  if (got.error) return <ProblemNote problem={got.error} onRetry={() => void got.refetch()} />
  if (!got.data) return <WaitBars lines={12} />
  return <Explanation key={id} explained={got.data} />
}

function Explanation({ explained }: { explained: Explained }) {
  const say = useText()
  const { decision, title } = explained
  const { subjectRegister: register, subjectId: id } = decision
  const subject = useCall('register.get', { register, id }, { enabled: register !== RUN })
  const entries = useBooked(explained)
  const remedies = useRemedies({ register, id })
  // biome-ignore lint/correctness/useExhaustiveDependencies: remedies only go to places that the explanation names
  const roots = useMemo(() => explainNodes(explained.trace, remedies), [explained])
  const name = register === RUN ? say(t(`${id} 号批量`, `run ${id}`)) : subject.data?.row.title
  return (
    <PageFrame
      crumb={[
        { label: t('政策', 'Policies'), to: '/policy' },
        { label: title, to: `/policy/${decision.policy}` },
        {
          label: name ?? t(`${id} 号记录`, `record ${id}`),
          to: register === RUN ? `/run/${id}` : `/r/${register}/${id}`,
        },
      ]}
      title={t(`${title.zh}说明单`, `Why: ${title.en}`)}
      aside={name}
      sentence={say(
        t(
          `${decision.decidedAt.slice(0, 10)} 的决定（${decision.id} 号），按 ${decision.onDay ?? decision.valid} 的参数、${decision.valid} 的事实。`,
          `Decision ${decision.id} of ${decision.decidedAt.slice(0, 10)}, by the parameters of ${decision.onDay ?? decision.valid} and the facts of ${decision.valid}.`,
        ),
      )}
    >
      <Notes explained={explained} />
      <Sheet flush>
        <ExplainTree
          roots={roots}
          label={title}
          verdict={verdictOf(explained, entries)}
          onPrint={() => window.print()}
          ruleLink={
            <PageLink to={`/policy/${decision.policy}`}>{say(t('看规则原文', 'See the rule'))}</PageLink>
          }
        />
      </Sheet>
    </PageFrame>
  )
}

/** What the decision led to in the books; undefined for those who do not read them. */
function useBooked({ decision, trace }: Explained): readonly Booked[] | undefined {
  const mayRead = useMay()('ledger.read')
  const subject = { register: decision.subjectRegister, id: decision.subjectId }
  const { data } = useCall(
    'ledger.ofDecisions',
    { decisions: [{ id: decision.id, subject, amounts: amountsOf(trace) }] },
    { enabled: mayRead && decision.subjectRegister !== RUN },
  )
  return data?.entries
}

function verdictOf(explained: Explained, entries: readonly Booked[] | undefined) {
  const { decision, ruleHash, reproduced } = explained
  const shown = entries?.find(isDifferent) ?? entries?.[0]
  return {
    differs: !reproduced || (shown !== undefined && isDifferent(shown)),
    words: !reproduced ? (
      <Differences explained={explained} />
    ) : (
      <Same entry={shown} known={entries !== undefined} />
    ),
    versions: (
      <Versions hash={ruleHash} parameters={decision.parameterVersion} facts={decision.known.slice(0, 10)} />
    ),
  }
}

function Same({ entry, known }: { entry: Booked | undefined; known: boolean }) {
  const say = useText()
  if (entry) return <BookedWords entry={entry} />
  return say(
    known
      ? t(
          '重算与当时的决定一致，这项决定还没有记账。',
          'Recomputed as decided; nothing has been booked for it yet.',
        )
      : t('重算与当时的决定一致。', 'Recomputed as decided.'),
  )
}

function Differences({ explained }: { explained: Explained }) {
  const say = useText()
  const names = explained.differences.map(({ name, stored, computed }) => {
    const label = explained.trace.find(({ id }) => id === name)?.label ?? t(name, name)
    return t(
      `${label.zh}当时 ${shown(stored)}，重算 ${shown(computed)}`,
      `${label.en} was ${shown(stored)}, recomputed ${shown(computed)}`,
    )
  })
  return say(
    t(
      `重算与当时的决定不同：${names.map((one) => one.zh).join('；')}。`,
      `Not as decided: ${names.map((one) => one.en).join('; ')}.`,
    ),
  )
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null)
}

function Notes({ explained }: { explained: Explained }) {
  const say = useText()
  const failing = explained.checks.filter(({ holds }) => holds === false)
  if (!explained.factsChanged && failing.length === 0) return null
  return (
    <Sheet>
      {explained.factsChanged && (
        <p>
          <StateMark mark="doubt" word={t('事实有改动', 'Facts changed')} />{' '}
          {say(
            t(
              '同一天的事实，名册现在给出的与决定时不同。',
              'For the same day the registers now give other facts than when it was decided.',
            ),
          )}
        </p>
      )}
      {failing.map(({ id, label, message }) => (
        <p key={id}>
          <StateMark mark="doubt" word={label} /> {say(message)}
        </p>
      ))}
    </Sheet>
  )
}
