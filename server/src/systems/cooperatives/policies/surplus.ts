/** 盈余分配: one member's part by transactions and by equity (CQ-13, AMB-47). */
import { t } from '#kernel'
import type { ParameterTerms, TermsOf } from '#policy'
import {
  byChoice,
  check,
  choices,
  dated,
  definePolicy,
  fact,
  largest,
  money,
  percent,
  split,
  step,
  sumOf,
} from '#policy'
import { clause, lawSince } from './sources.ts'
import { surplusExamples } from './surplus.examples.ts'

const losses = choices({
  carried: t('结转以后年度', 'carried forward'),
  fromReserve: t('用公积金弥补', 'made good from the reserve'),
})

const yuan = (zh: string, en: string) => fact.money({ label: t(zh, en) })

const facts = {
  surplus: yuan('可分配盈余（亏损为负数）', 'Distributable surplus (a loss is negative)'),
  returnShare: fact.percent({ label: t('按交易量返还的比例', 'Share returned by transactions') }),
  memberTrade: yuan('本成员与本社交易额', "This member's transactions"),
  totalTrade: yuan('全体成员与本社交易额', 'Transactions of all members'),
  contribution: yuan('本成员出资额', "This member's contribution"),
  reserveShare: yuan('本成员公积金份额', "This member's share of the reserve"),
  quantified: yuan('本成员财政补助和捐赠量化份额', "This member's quantified subsidies and donations"),
  totalEquity: yuan('全体成员出资、公积金和量化份额', 'Contributions, reserve and quantified shares of all'),
  decidedOn: fact.day({ label: t('分配决议日', 'Day of the resolution') }),
}

const parameters = {
  leastReturn: dated(percent(60), {
    label: t('返还比例下限', 'Least share returned'),
    from: lawSince,
    cite: clause.surplus,
  }),
  loss: dated(losses.carried, {
    label: t('亏损的处理', 'What becomes of a loss'),
    from: lawSince,
    cite: clause.surplus,
    question: 'AMB-47',
  }),
}

type Facts = TermsOf<typeof facts>
type Parameters = ParameterTerms<typeof parameters>

export const surplus = definePolicy({
  id: 'cooperatives.surplus',
  label: t('成员盈余分配', "A member's part of the surplus"),
  source: clause.surplus,
  summary: {
    who: t('合作社成员。', 'Members of the cooperative.'),
    amount: t(
      '按交易量返还的部分，加上按出资、公积金和量化份额分得的部分。',
      'A part by transactions and a part by equity.',
    ),
    how: t(
      '可分配盈余先按决议比例提出返还额，按各成员交易额占比返还；其余按各成员权益占比分配。',
      'The share that the meeting decided is returned by transactions, the rest is shared by equity.',
    ),
    paidFrom: t('合作社当年可分配盈余。', 'The distributable surplus of the year.'),
  },
  effective: { from: lawSince },
  facts,
  parameters,
  on: (f) => f.decidedOn,
  decide: (f, p) => {
    const shared = step(
      'shared',
      t('参与分配的盈余', 'Surplus that is shared'),
      largest(f.surplus, money('0.00')),
    )
    const pools = split(shared, [
      ['trade', f.returnShare],
      ['equity', 'rest'],
    ])
    const returned = step('returned', t('返还总额', 'Returned in all'), pools.trade, clause.surplus)
    const rest = step('rest', t('按权益分配总额', 'Shared by equity in all'), pools.equity, clause.surplus)
    const byTrade = returned.times(f.memberTrade.ratioTo(f.totalTrade))
    const own = step(
      'ownEquity',
      t('本成员权益', "This member's equity"),
      sumOf(f.contribution, f.reserveShare, f.quantified),
    )
    const byEquity = rest.times(own.ratioTo(f.totalEquity))
    const parts = {
      byTrade: step('byTrade', t('按交易量返还', 'By transactions'), byTrade, clause.surplus),
      byEquity: step('byEquity', t('按权益分配', 'By equity'), byEquity, clause.surplus),
    }
    const amount = step('amount', t('本成员分得', "This member's part"), sumOf(parts.byTrade, parts.byEquity))
    return { amount, ...parts, returned, rest, ...lossOf(f, p), ...checksOf(f, p) }
  },
  examples: surplusExamples,
})

function lossOf(f: Facts, p: Parameters) {
  const nothing = money('0.00')
  const loss = step('loss', t('亏损', 'Loss'), largest(nothing.minus(f.surplus), nothing))
  const carried = byChoice(p.loss, { carried: loss, fromReserve: nothing })
  const covered = byChoice(p.loss, { carried: nothing, fromReserve: loss })
  return {
    carriedLoss: step('carriedLoss', t('结转亏损', 'Loss carried forward'), carried),
    fromReserve: step('fromReserve', t('公积金弥补', 'From the reserve'), covered),
  }
}

function checksOf(f: Facts, p: Parameters) {
  const own = sumOf(f.contribution, f.reserveShare, f.quantified)
  return {
    returnEnough: check(
      'returnEnough',
      t('核对：返还比例不低于下限', 'Check: the share returned reaches its floor'),
      f.returnShare.isAtLeast(p.leastReturn),
      {
        severity: 'refusal',
        message: t(
          '按交易量返还的比例低于下限。请提高返还比例。',
          'The share returned is below its floor. Raise it.',
        ),
        cite: clause.surplus,
      },
    ),
    fits: check(
      'fits',
      t('核对：本成员的数不多于全体', 'Check: one member has no more than all'),
      f.memberTrade.isAtMost(f.totalTrade).and(own.isAtMost(f.totalEquity)),
      {
        severity: 'refusal',
        message: t(
          '本成员的交易额或权益多于全体成员。请核对成员账户。',
          "This member's figures exceed those of all. Check the member account.",
        ),
        cite: clause.surplus,
      },
    ),
  }
}
