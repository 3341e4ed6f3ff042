/** 征地调节资金: pays the living allowance of LS-14, kept apart from the protection fund (OF-05). */
import { t } from '#kernel'
import { defineFund } from '#ledger'

export const regulatingFund = defineFund({
  id: 'land-security.regulating',
  label: t('征地调节资金', 'Land-taking regulating fund'),
  basis: t('单独核算，只付生活补助', 'Accounted apart; pays the living allowance only'),
  purposes: [
    'initial',
    'contribution',
    'benefit',
    'interest',
    'refund',
    'appropriation',
    'deposit',
    'bounce',
    'recovery',
  ],
  accounts: ['special', 'deposit', 'expenditure', 'receivable', 'pooled', 'interest', 'payable', 'suspense'],
  parts: {},
  interestFrom: ['interest'],
})
