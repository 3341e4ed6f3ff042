/** The conclusion of a finding, and of many at once. */
import { z } from 'zod'
import type { Problem } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { operation } from '#platform'
import type { Finding } from '../finding-store.ts'
import { findingStates, settleFindings, takeFindings } from '../finding-store.ts'
import { verifyProblems } from '../problems.ts'
import type { VerifyRoom } from '../run.ts'
import { stillShown } from '../still-shown.ts'
import { hidden, reportedBy, text } from './show.ts'

const states = { explain: 'explained', correct: 'corrected', check: 'checking', reopen: 'open' } as const

/** `correct`: the register was put right, which is looked at again. `explain`: there is a reason. `check`: somebody goes and looks. */
const conclusion = {
  as: z.enum(['explain', 'correct', 'check', 'reopen']),
  note: z.string().trim().min(1).max(500),
}
type As = keyof typeof states

export function actDoor(room: VerifyRoom) {
  return operation({
    name: 'verify.act',
    text: t('结疑点', 'Settle a finding'),
    can: 'verify.act',
    audit: 'write',
    input: z.object({ findingId: z.int().positive(), ...conclusion }),
    output: z.object({ state: z.enum(findingStates) }),
    run: async (ctx, { findingId, as, note }) => {
      const [finding] = await takeFindings(ctx, [findingId])
      if (!finding) throw verifyProblems.notFound()
      const [refused] = await refusals(ctx, room, { findings: [finding], as })
      if (refused) throw refused.problem
      await settleFindings(ctx, { ids: [findingId], state: states[as], note })
      ctx.note({
        subject: `finding:${findingId}`,
        before: { state: finding.state },
        after: { state: states[as], note },
      })
      return { state: states[as] }
    },
  })
}

export function actManyDoor(room: VerifyRoom) {
  return operation({
    name: 'verify.actMany',
    text: t('成批结疑点', 'Settle many findings'),
    can: 'verify.act',
    audit: 'write',
    input: z.object({ findingIds: z.array(z.int().positive()).min(1).max(1000), ...conclusion }),
    /** Those that cannot be settled so are told, each with its reason; the others do not wait for them. */
    output: z.object({
      settled: z.array(z.number()),
      refused: z.array(z.object({ findingId: z.number(), code: z.string(), text })),
    }),
    run: async (ctx, { findingIds, as, note }) => {
      const taken = await takeFindings(ctx, findingIds)
      const seen = new Set(taken.map(({ id }) => id))
      const absent = [...new Set(findingIds)].filter((id) => !seen.has(id))
      const refused = [
        ...(await refusals(ctx, room, { findings: taken, as })),
        ...absent.map((id) => ({ id, problem: verifyProblems.notFound() })),
      ]
      const off = new Set(refused.map(({ id }) => id))
      const settled = [...seen].filter((id) => !off.has(id))
      await settleFindings(ctx, { ids: settled, state: states[as], note })
      ctx.note({ after: { state: states[as], note, findings: settled } })
      return {
        settled,
        refused: refused.map(({ id, problem }) => ({
          findingId: id,
          code: problem.code,
          text: problem.text,
        })),
      }
    },
  })
}

type Refusal = { id: number; problem: Problem }

/** Why some of them cannot be settled so. Corrected is what the check no longer finds. */
async function refusals(
  ctx: Ctx,
  room: VerifyRoom,
  { findings, as }: { findings: readonly Finding[]; as: As },
): Promise<Refusal[]> {
  const refused = new Map<number, Problem>()
  for (const finding of findings) {
    const why = refusalOf(ctx, finding, as)
    if (why) refused.set(finding.id, why)
  }
  const free = findings.filter(({ id }) => !refused.has(id))
  for (const finding of as === 'correct' ? await stillShown(ctx, room, free) : [])
    refused.set(finding.id, verifyProblems.stillThere({ stated: hidden(ctx, finding, finding.stated) }))
  return [...refused].map(([id, problem]) => ({ id, problem }))
}

function refusalOf(ctx: Ctx, finding: Finding, as: As): Problem | undefined {
  const open = finding.state === 'open' || finding.state === 'checking'
  if (as === 'reopen' && open) return verifyProblems.notClosed()
  if (as !== 'reopen' && !open) return verifyProblems.closed({ state: finding.state })
  const closes = as === 'explain' || as === 'correct'
  return closes && reportedBy(ctx, finding) ? verifyProblems.ownFigure() : undefined
}
