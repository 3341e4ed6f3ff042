/** Who may claim the living allowance, and what the registers suggest for the claim (LS-14). */
import { type Day, isDay, type Text, t } from '#kernel'
import { findHolders, type Holder } from '#ledger'
import type { Ctx } from '#platform'
import type { Claimant, RunPorts } from '#procedure'
import { findRow, ownedRows } from '#register'
import { workOptions } from '../policies/words.ts'
import { employmentSpell } from '../registers/index.ts'
import { protectionFundId } from './holders.ts'
import { personOf } from './subject.ts'

const MOST = 500
const FOUND = 20

/** Stated in the act of claiming; the run's input lists them. `id`: of the person's row on the list of the taking. */
export type Claim = { id: number; unemployedFrom: string; paidBefore?: number; meetsDibao?: boolean }

/** Found by name, or those of an earlier run with what was stated then. */
export async function claimantsOf(
  ports: RunPorts,
  ctx: Ctx,
  by: { search: string } | { claimed: readonly Record<string, unknown>[] },
): Promise<Claimant[]> {
  const claims = 'claimed' in by ? (by.claimed as readonly Claim[]) : []
  if ('claimed' in by && claims.length === 0) return []
  const holders =
    'search' in by
      ? await findHolders(ctx, { fund: protectionFundId, label: by.search, limit: FOUND })
      : await findHolders(ctx, {
          fund: protectionFundId,
          subjects: { register: 'protectedPerson', ids: claims.map((one) => one.id) },
          limit: MOST,
        })
  const listed: Claimant[] = []
  for (const holder of holders) {
    const claim = claims.find((one) => one.id === holder.subject.id)
    listed.push(await claimantOf(ports, ctx, { holder, claim }))
  }
  return listed
}

async function claimantOf(
  ports: RunPorts,
  ctx: Ctx,
  { holder, claim }: { holder: Holder; claim: Claim | undefined },
): Promise<Claimant> {
  const takenOn = await takenOnOf(ports, ctx, holder)
  const jobs = await jobsOf(ports, ctx, holder)
  return {
    subject: holder.subject,
    name: holder.label,
    area: holder.area,
    stated: {
      unemployedFrom: claim && isDay(claim.unemployedFrom) ? claim.unemployedFrom : takenOn,
      paidBefore: claim?.paidBefore ?? 0,
      meetsDibao: claim?.meetsDibao ?? null,
    },
    source: sourceOf(claim, takenOn, jobs),
  }
}

function sourceOf(claim: Claim | undefined, takenOn: Day | null, jobs: Text): Text {
  const stated = claim
    ? t('上次申领时填写', 'as stated in the last claim')
    : takenOn
      ? t(`征地日 ${takenOn}`, `day of the taking ${takenOn}`)
      : t('征地日未登记', 'the day of the taking is not registered')
  return t(`${stated.zh}；${jobs.zh}`, `${stated.en}; ${jobs.en}`)
}

async function takenOnOf({ registers }: RunPorts, ctx: Ctx, { context }: Holder): Promise<Day | null> {
  if (context.register !== 'landTake') return null
  const row = (await findRow(ctx, registers.get('landTake'), context.id)) as
    | Record<string, unknown>
    | undefined
  return typeof row?.takenOn === 'string' && isDay(row.takenOn) ? row.takenOn : null
}

/** 就业经历：2022-07-11 起单位就业. */
async function jobsOf({ registers }: RunPorts, ctx: Ctx, { subject }: Holder): Promise<Text> {
  const person = await personOf(registers, ctx, subject)
  const spells = person === undefined ? [] : await ownedRows(ctx, employmentSpell, person)
  const last = spells.at(-1)
  if (!last) return t('没有登记就业经历', 'no spell of work registered')
  const words: Readonly<Record<string, Text>> = workOptions
  const kind = words[last.kind ?? ''] ?? t('就业', 'work')
  return t(
    `登记了 ${spells.length} 段就业，最近 ${last.validFrom} 起${kind.zh}`,
    `${spells.length} spells of work, last ${kind.en} from ${last.validFrom}`,
  )
}
