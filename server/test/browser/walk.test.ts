// The main job, from the village's list to the money on the card and back from the bank, every step by clicking, every
// hand another's (LS-01 to LS-13, OF-01, OF-02, OF-08, GEN-13, GEN-14). Sums are computed by the test, not copied from the program.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { beginWalk, now } from './walk-desk.kit.ts'
import {
  bringsCards,
  confirmsInTwoBatches,
  hearsObjection,
  receivesTransfers,
  setsParameters,
} from './walk-notice.kit.ts'
import { creditsInterest, paysAgain, paysBatch, readsStatement, runsPension } from './walk-paying.kit.ts'
import { cannotApproveOwnRun, cannotConfirmOwnDecision } from './walk-separation.kit.ts'
import {
  bringsList,
  checksList,
  decides,
  registersTaking,
  seesFindings,
  sendsList,
} from './walk-village.kit.ts'

let end: (() => Promise<void>) | undefined
/** The step that went wrong; those after it stand on it. */
let broken = ''

beforeAll(async () => {
  end = await beginWalk()
})
afterAll(() => end?.())
beforeEach(() => {
  if (broken) throw new Error(`the walk ended at: ${broken}`)
})
afterEach(({ task }) => {
  if (task.result?.state === 'fail') broken ||= task.name
  expect(now.people.complaints()).toEqual([])
})

const patient = { timeout: 120_000 }

describe('from the list to the money', () => {
  it('自然资源 registers the taking', patient, registersTaking)
  it(
    '村 brings its list: one row with a wrong number stays out, with its cell and its reason',
    patient,
    bringsList,
  )
  it('findings are there to be seen', patient, seesFindings)
  it('村 opens the case, sends the list and records the meeting with its two resolutions', patient, sendsList)
  it('乡镇 checks; whoever sent the list cannot', patient, checksList)
  it(
    '县人社局 decides: categories and amounts by the policy, each opened down to its clause',
    patient,
    decides,
  )
  it(
    'the notice is posted; the public objects to one, without log-in and without script',
    patient,
    hearsObjection,
  )
  it(
    'after day 7 another confirms: 29 go on, the one objected to is held and follows after the answer',
    patient,
    confirmsInTwoBatches,
  )
  it(
    'the four transfers arrive, each received by one office and claimed by another; accounts are opened',
    patient,
    receivesTransfers,
  )
  it('the county decides standard and rates: one proposes, another approves', patient, setsParameters)
  it('人社局 brings the cards of those who will be paid', patient, bringsCards)
  it(
    'the pension of December: proposed by one who cannot approve it, approved by another, posted by a third',
    patient,
    runsPension,
  )
  it(
    'OF-02, GEN-13: the batch goes its whole way through four offices; nobody takes two of the steps that differ',
    patient,
    paysBatch,
  )
  it(
    'OF-08: the card is corrected by one, approved by another, and the payment goes out once more',
    patient,
    paysAgain,
  )
  it('LS-11: the interest of the year, day by day, on what stood in each account', patient, creditsInterest)
  it(
    'the statement of one account adds up; the auditor reads all and acts on nothing',
    patient,
    readsStatement,
  )
})

describe('GEN-13: one person in all chairs of the bureau', () => {
  it('decides a case and is told by name that she cannot confirm it', patient, cannotConfirmOwnDecision)
  it('proposes a run and cannot approve it, nor review its batch', patient, cannotApproveOwnRun)
})
