/** Every operation of the ledger. */
import type { LedgerRoom } from '../room.ts'
import { batchActOperations } from './batch-acts.ts'
import { batchLinePages } from './batch-line-pages.ts'
import { batchPages } from './batch-pages.ts'
import { bookActs } from './book-acts.ts'
import { bookPages } from './book-pages.ts'
import { fundActs } from './fund-acts.ts'
import { fundPages } from './fund-pages.ts'
import { statementPages } from './statement-pages.ts'

export function ledgerOperations(room: LedgerRoom) {
  return [
    ...fundPages(room),
    ...fundActs(room),
    ...bookPages(),
    ...statementPages(),
    ...bookActs(room),
    ...batchPages(),
    ...batchLinePages(),
    ...batchActOperations(),
  ] as const
}
