/** Policies of community self-government. */
import type { Policy } from '#policy'
import { awardPlace } from './award-place.ts'
import { awardScore } from './award-score.ts'
import { ballotCount } from './ballot-count.ts'
import { ballotPaper } from './ballot-paper.ts'
import { candidatePolicy } from './candidate.ts'
import { candidateNumber } from './candidate-number.ts'
import { courierFee } from './courier-fee.ts'
import { deputyYear } from './deputy-year.ts'
import { electionValidity } from './election-validity.ts'
import { meetingVote } from './meeting-vote.ts'
import { tallyShare } from './tally-share.ts'

export const communityPolicies: readonly Policy[] = [
  electionValidity,
  ballotCount,
  ballotPaper,
  candidateNumber,
  candidatePolicy,
  meetingVote,
  awardScore,
  awardPlace,
  tallyShare,
  courierFee,
  deputyYear,
]
