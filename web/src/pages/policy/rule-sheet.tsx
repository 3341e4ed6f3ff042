// 规则: how it is computed, step by step, each beside its clause.
import { useMemo } from 'react'
import { t, useText } from '../../app/text.tsx'
import { ExplainTree } from '../../parts/explain-tree.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import type { Policy } from './policy-types.ts'
import { ruleNodes } from './rule-nodes.ts'

export function RuleSheet({ policy }: { policy: Policy }) {
  const say = useText()
  const roots = useMemo(() => ruleNodes(policy), [policy])
  return (
    <Sheet
      title={t('规则', 'Rule')}
      note={say(t('点依据看原文；参数是今天的值', 'A clause opens its wording; parameters as of today'))}
      flush
    >
      <ExplainTree roots={roots} label={t('规则', 'Rule')} rule={{ head: t('现行参数', 'Parameter now') }} />
    </Sheet>
  )
}
