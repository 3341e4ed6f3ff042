/** An explanation as a page of text, for the machine room and for a file. */
import type { Locale, Text } from '#kernel'
import { t } from '#kernel'
import { dayAt } from '#platform'
import type { DecisionExplanation } from '#policy'
import type { EntryExplanation, ReasonHead } from './entry.ts'
import { explanationLines } from './lines.ts'

/** Head, verdict, the tree, and which rule and parameters were run. */
export function entryText(explained: EntryExplanation, locale: Locale): string {
  const { entry, words, trace, reasons } = explained
  const { voucher } = entry
  const head = t(
    `分录 ${entry.id}　${entry.day}　${voucher.period} ${voucher.number}　${entry.account}　${entry.side === 'C' ? '贷' : '借'} ${entry.amount} 元`,
    `Entry ${entry.id}, ${entry.day}, ${voucher.period} ${voucher.number}, ${entry.account}, ${entry.side === 'C' ? 'credit' : 'debit'} ${entry.amount} yuan`,
  )
  return [
    head[locale],
    words[locale],
    ...(explained.booked === null ? [] : [verdict(explained)[locale]]),
    ...explanationLines(trace, locale),
    ...reasons.flatMap((one) => [...reasonLines(one, locale)]),
  ].join('\n')
}

function verdict({ booked, recomputed, difference, reproduced }: EntryExplanation): Text {
  return t(
    `重算 ${recomputed ?? '—'} 元，记账 ${booked} 元，相差 ${difference ?? '—'} 元${reproduced ? '' : '：与当时的不同'}。`,
    `Recomputed ${recomputed ?? '—'} yuan, booked ${booked} yuan, difference ${difference ?? '—'}${reproduced ? '' : ': not as it was'}.`,
  )
}

export function decisionText(explained: DecisionExplanation, locale: Locale): string {
  const { decision, title, trace, ruleHash, differences, reproduced } = explained
  const head = t(
    `决定 ${decision.id}　${title.zh}　${dayAt(decision.decidedAt)}`,
    `Decision ${decision.id}, ${title.en}, ${dayAt(decision.decidedAt)}`,
  )
  const same = reproduced
    ? t('重算与当时的决定一致。', 'Recomputed as decided.')
    : t('重算与当时的决定不同。', 'Not as decided.')
  const subject = { register: decision.subjectRegister, id: decision.subjectId }
  const reason = { policy: decision.policy, title, ruleHash, on: decision.onDay, subject, differences }
  return [
    head[locale],
    same[locale],
    ...explanationLines(trace, locale),
    ...reasonLines(
      { ...reason, parameterVersion: decision.parameterVersion, decisionId: decision.id },
      locale,
    ),
  ].join('\n')
}

function reasonLines(reason: ReasonHead, locale: Locale): string[] {
  const { policy, title, ruleHash, parameterVersion, on, differences } = reason
  const words = t(
    `规则 ${title.zh}（${policy}）${ruleHash.slice(0, 8)}　参数 ${parameterVersion}　按 ${on ?? '—'} 的参数`,
    `Rule ${title.en} (${policy}) ${ruleHash.slice(0, 8)}, parameters ${parameterVersion} of ${on ?? '—'}`,
  )
  const off = differences.map(({ name, stored, computed }) =>
    t(
      `  ${name} 当时 ${JSON.stringify(stored)}，重算 ${JSON.stringify(computed)}`,
      `  ${name} was ${JSON.stringify(stored)}, recomputed ${JSON.stringify(computed)}`,
    ),
  )
  return [words[locale], ...off.map((one) => one[locale])]
}
