/** 个人专户年度计息: the rate by the policy, the sum as an allocation from bank interest, then the pool (LS-11, OF-06). */
import { parsePercent, t } from '#kernel'
import { defineRun, type RunFactory, runProblems } from '#procedure'
import { lacking } from './subject.ts'

const id = 'land-security.interest'

export const interestRun: RunFactory = ({ policy }) =>
  defineRun({
    kind: 'interest',
    id,
    label: t('个人账户年度计息', 'Yearly interest'),
    fund: 'land-security.protection',
    every: 'year',
    method: 'daily',
    from: ['interest', 'pooled'],
    ratePolicy: id,
    rate: async (ctx, { period, id: runId }) => {
      // Only the rate is asked of the policy: the sums of all accounts are the ledger's, each explained by the pinned rule.
      const facts = { balance: '0.00', years: 1, creditedOn: `${period}-12-31` }
      const asked = { policy: id, facts }
      const kept =
        runId === undefined
          ? undefined
          : await policy.decideFacts(ctx, { ...asked, subject: { register: 'run', id: runId } })
      const read = kept ?? (await policy.assessFacts(ctx, asked))
      const percent = read.result.rate
      const missing = lacking(policy, id, read).map((one) => one.zh)
      if (typeof percent !== 'string') throw runProblems.noRate({ period, missing: missing.join('、') })
      const reason = t(`${period} 年记账利率 ${percent}%`, `Rate of ${period}: ${percent}%`)
      const ruleId = kept && (await policy.pinRule(ctx, 'land-security.account-interest'))
      return { ...parsePercent(percent), decisionId: kept?.decisionId ?? null, ruleId, reason }
    },
  })
