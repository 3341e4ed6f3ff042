/** 征地社保资金: the protection fund with its risk reserve (LS-07, LS-08, LS-18, OF-05). */
import { t } from '#kernel'
import { defineFund } from '#ledger'

export const protectionFund = defineFund({
  id: 'land-security.protection',
  label: t('征地社保资金', 'Land-taking protection fund'),
  basis: t('专户管理，单独记账，专款专用', 'Special account, separate books, for its purpose only'),
  purposes: [
    'initial',
    'contribution',
    'opening',
    'benefit',
    'interest',
    'transfer',
    'inheritance',
    'refund',
    'appropriation',
    'deposit',
    'bounce',
    'recovery',
  ],
  accounts: [
    'special',
    'deposit',
    'expenditure',
    'receivable',
    'individual',
    'pooled',
    'reserve',
    'raised',
    'interest',
    'payable',
    'suspense',
  ],
  parts: {
    government: {
      label: t('政府出资', 'Government'),
      from: t('土地出让收入，不低于 30%', 'land-transfer revenue, at least 30%'),
      into: 'raised',
    },
    collective: {
      label: t('集体出资', 'Collective'),
      from: t('土地补偿费，不低于 40%', 'land compensation, at least 40%'),
      into: 'raised',
    },
    individual: {
      label: t('个人出资', 'Individual'),
      from: t('安置补助费抵交', 'offset from the resettlement subsidy'),
      into: 'raised',
    },
    reserve: {
      label: t('风险准备金', 'Risk reserve'),
      from: t('土地出让收入，另提 5%', 'land-transfer revenue, 5% on top'),
      into: 'reserve',
    },
  },
})
