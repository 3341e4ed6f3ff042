// Why a month comes to what it does, as known on a day: decided on the spot, nothing is stored.
import { useMemo } from 'react'
import { type Output, useCall } from '../../api.ts'
import { PageLink, useAddressValue, usePathValue } from '../../app/link.tsx'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { explainNodes } from '../../parts/explain-adapter.ts'
import { ExplainTree } from '../../parts/explain-tree.tsx'
import { Page as PageFrame } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { useRemedies } from './remedies.ts'
import './policy.css'

type Assessed = Output<'recompute.explain'>
type At = { run: string; subjectId: number; month: string; known: string | undefined }

export function Page() {
  const [known] = useAddressValue('known')
  const at: At = {
    run: usePathValue('run'),
    subjectId: Number(usePathValue('id')),
    month: usePathValue('month'),
    known,
  }
  const got = useCall('recompute.explain', at)
  if (got.error) return <ProblemNote problem={got.error} onRetry={() => void got.refetch()} />
  if (!got.data) return <WaitBars lines={12} />
  return <Why assessed={got.data} at={at} />
}

function Why({ assessed, at }: { assessed: Assessed; at: At }) {
  const say = useText()
  const { meta } = useSession()
  const { subject } = assessed
  const record = useCall('register.get', subject)
  const remedies = useRemedies(subject)
  // biome-ignore lint/correctness/useExhaustiveDependencies: remedies only go to places that the explanation names
  const roots = useMemo(() => explainNodes(assessed.trace, remedies), [assessed])
  const title = meta.policies.find(({ id }) => id === assessed.policy)?.label ?? t('待遇', 'Benefit')
  const moment = at.known ? t(`${at.known} 知道的`, `known on ${at.known}`) : t('现在知道的', 'known now')
  const name = record.data?.row.title
  return (
    <PageFrame
      crumb={[
        {
          label: t('重算对照', 'Paid and due'),
          to: `/contrast/${subject.register}/${subject.id}${at.known ? `?known=${at.known}` : ''}`,
        },
      ]}
      title={t(`${at.month} ${title.zh}`, `${title.en}, ${at.month}`)}
      aside={name}
      sentence={say(
        t(
          `按${moment.zh}事实和参数当场算出，不是决定，不记账。`,
          `Worked out on the spot by the facts and parameters ${moment.en}; it is no decision.`,
        ),
      )}
    >
      <Sheet flush>
        <ExplainTree
          roots={roots}
          label={title}
          onPrint={() => window.print()}
          ruleLink={
            <PageLink to={`/policy/${assessed.policy}`}>{say(t('看规则原文', 'See the rule'))}</PageLink>
          }
        />
      </Sheet>
    </PageFrame>
  )
}
