/** 账: funds, accounts, vouchers, runs' postings, payment batches. */
export { balance, getAccount, openAccount } from './account.ts'
export type { Account, AccountOf, AccountRef, Line, Posted, Ref, VoucherDraft } from './draft.ts'
export { defineFund, type Fund, type FundingPart, type PostingRule, postingRules, usesOf } from './fund.ts'
export { type AccountKind, accountKinds, type BookEntity, bookEntities, type Side } from './kinds.ts'
export { postVoucher } from './post.ts'
export { ledgerProblems } from './problems.ts'
export { isPurpose, type PurposeId, purposes, refusedUses } from './purposes.ts'
export { reverseVoucher } from './reverse.ts'
