/** 账: funds, accounts, vouchers, runs' postings, payment batches. */
export {
  balance,
  balances,
  findHolders,
  getAccount,
  type Holder,
  individualAccounts,
  openAccount,
} from './account.ts'
export {
  addBatchLines,
  type BatchDraft,
  type Component,
  finishFilling,
  type LineDraft,
  openBatch,
} from './batch/fill.ts'
export { batchStates } from './batch/states.ts'
export { exportChain, verifyExport } from './chain/export.ts'
export type { ChainReport } from './chain/faults.ts'
export { openPostingRun, sealPostingRun } from './chain/posting-run-store.ts'
export { verifyChain } from './chain/verify.ts'
export {
  textDigest,
  type VoucherFault,
  type VoucherProof,
  voucherFaults,
  voucherProof,
} from './chain/voucher-proof.ts'
export { ledgerCommands } from './commands.ts'
export type { Account, AccountOf, AccountRef, Line, Posted, Ref, VoucherDraft } from './draft.ts'
export {
  bookedByDecision,
  decidedBeside,
  type Entry,
  getEntry,
  interestFacts,
  originalEntry,
  type Signer,
  signersOf,
} from './entry.ts'
export { defineFund, type Fund, type FundingPart, type PostingRule, postingRules, usesOf } from './fund.ts'
export { fundSums } from './fund-sums.ts'
export { type Claim, claim, type NewReceipt, receive } from './funding/receipt.ts'
export {
  exceptFunding,
  type FundingSheet,
  fundingSheet,
  reasonsNotToOpen,
  type SheetPart,
  setFundingDue,
} from './funding/sheet.ts'
export { accountsHeld } from './held-store.ts'
export {
  creditInterest,
  type InterestMethod,
  type InterestSource,
  individualSpan,
  interestMethods,
  planInterest,
} from './interest.ts'
export { type Span, spansOf, type YearMoves } from './interest-spans.ts'
export { type AccountKind, accountKinds, type BookEntity, bookEntities, type Side } from './kinds.ts'
export { ledgerMeta } from './meta.ts'
export { ledgerOperations } from './operations/index.ts'
export { postVoucher } from './post.ts'
export { ledgerProblems } from './problems.ts'
export { isPurpose, type PurposeId, purposes, refusedUses } from './purposes.ts'
export { type RecoveryCause, recordReceivable, recover, recoveryCauses } from './recovery.ts'
export { type Funds, fundsOf } from './registry.ts'
export { reverseVoucher } from './reverse.ts'
export type { LedgerRoom } from './room.ts'
export { ledgerSearches } from './search-source.ts'
export { type Statement, statement } from './statement.ts'
