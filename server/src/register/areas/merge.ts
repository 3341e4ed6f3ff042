/** A merger: what it would do, its beginning (the places), and the long rest of it (the rows and the hats). */
import type { Day } from '#kernel'
import { areaContains, isAreaCode, parentArea, t } from '#kernel'
import type { Ctx } from '#platform'
import { hatsAt } from '#platform'
import type { Register } from '../define.ts'
import type { Registry } from '../registry.ts'
import { insertRow } from '../write-store.ts'
import {
  changeMerger,
  countRowsIn,
  endArea,
  insertMerger,
  livingAreas,
  mergersOf,
  stopsOf,
} from './merger-store.ts'
import type { Move } from './plan.ts'
import { planMoves } from './plan.ts'
import { mergerProblems } from './problems.ts'

export type MergerAsk = { from: readonly string[]; into: { code: string; name: string }; on: Day }

type Issue = { field: string; text: { zh: string; en: string } }

export type MergerPlan = {
  issues: readonly Issue[]
  moves: readonly Move[]
  rows: readonly { register: string; count: number }[]
}

/** What the merger would move; where it cannot be, why. */
export async function planMerger(ctx: Ctx, registry: Registry, ask: MergerAsk): Promise<MergerPlan> {
  const areas = await livingAreas(ctx)
  const known = new Map(areas.map((one) => [one.code, one]))
  const issues = [...fromIssues(ctx, ask, known), ...intoIssues(ctx, ask, known)]
  if (issues.length > 0) return { issues, moves: [], rows: [] }
  const moves = planMoves(areas, ask.from, {
    ...ask.into,
    name: known.get(ask.into.code)?.name ?? ask.into.name,
  })
  const codes = moves.map(({ old }) => old)
  const rows = []
  for (const register of followers(registry))
    rows.push({ register: register.name, count: await countRowsIn(ctx, register.table, codes) })
  const stops = [...(await openIssues(ctx, codes)), ...ownHatIssues(ctx, await hatsAt(ctx, codes))]
  return { issues: stops, moves, rows: rows.filter(({ count }) => count > 0) }
}

/** Registers whose rows stand in a place now. Places themselves, and what villages said of themselves, stay. */
export function followers(registry: Registry): readonly Register[] {
  return registry.all.filter(({ name, owner }) => name !== 'area' && owner !== 'area')
}

type Known = ReadonlyMap<string, { name: string; since: Day | null }>

function fromIssues({ actor, today }: Ctx, { from, on }: MergerAsk, known: Known): Issue[] {
  const at = (zh: string, en: string): Issue => ({ field: 'from', text: t(zh, en) })
  const issues: Issue[] = []
  for (const code of from) {
    if (!known.has(code) || !areaContains(actor.area, code))
      issues.push(
        at(
          `没有 ${code} 这个地方，或它已经撤销，或不在您的管辖范围。`,
          `There is no area ${code} in use in your area.`,
        ),
      )
    const since = known.get(code)?.since
    if (since && on <= since)
      issues.push({
        field: 'on',
        text: t(
          `${known.get(code)?.name} ${since} 才设立。日期请填在那之后。`,
          `${known.get(code)?.name} was established on ${since}. Give a later day.`,
        ),
      })
  }
  if (new Set(from.map((code) => code.length)).size > 1)
    issues.push(
      at('撤销的要同一级：都是村，或都是乡镇。', 'Villages with villages, townships with townships.'),
    )
  if (from.some((code) => code.length !== 9 && code.length !== 12))
    issues.push(at('只能合并村或乡镇。', 'Only villages and townships are merged.'))
  if (on > today)
    issues.push({
      field: 'on',
      text: t(`${on} 还没到。到那天再办。`, `${on} has not come yet. Do it on that day.`),
    })
  return issues
}

function intoIssues({ actor }: Ctx, { from, into }: MergerAsk, known: Known): Issue[] {
  const at = (field: string, zh: string, en: string): Issue[] => [{ field, text: t(zh, en) }]
  if (!isAreaCode(into.code) || into.code.length !== (from[0]?.length ?? 0))
    return at(
      'code',
      `新代码要和撤销的同一级，${from[0]?.length ?? 12} 位数字。`,
      `The new code has ${from[0]?.length ?? 12} digits, as the old ones.`,
    )
  if (from.includes(into.code))
    return at(
      'code',
      '新代码不能是要撤销的代码。村名不变也要用新代码，或者并入另一个保留的村。',
      'The new code cannot be one that ends.',
    )
  const parent = parentArea(into.code) ?? ''
  if (!areaContains(actor.area, into.code) || !known.has(parent))
    return at(
      'code',
      `代码的前 ${parent.length} 位 ${parent} 不是现有的上级。请核对。`,
      `The first ${parent.length} digits ${parent} are no area in use. Check them.`,
    )
  if (!known.has(into.code) && into.name.trim() === '')
    return at('name', '新设的地方还没有名称。', 'The new place has no name yet.')
  return []
}

async function openIssues(ctx: Ctx, codes: readonly string[]): Promise<Issue[]> {
  const { cases, imports } = await stopsOf(ctx, codes)
  const issues: Issue[] = []
  if (cases > 0)
    issues.push({
      field: '',
      text: t(
        `这些地方还有 ${cases} 件没办完的案件。请先办结，案件里的文书用的是原来的代码。`,
        `${cases} cases are open there. End them first; their papers carry the old codes.`,
      ),
    })
  if (imports > 0)
    issues.push({
      field: '',
      text: t(
        `这些地方还有 ${imports} 批没入册的导入。请先入册或放弃。`,
        `${imports} imports are open there. Commit them or give them up first.`,
      ),
    })
  return issues
}

/** Nobody gives himself a role, not even the one that he has of the old place. */
export function ownHatIssues({ actor }: Ctx, hats: readonly { accountId: number }[]): Issue[] {
  if (!hats.some(({ accountId }) => accountId === actor.accountId)) return []
  return [
    {
      field: '',
      text: t(
        '您自己在这些地方有身份，移动身份等于给自己授权。请由另一位能合并村组的人办。',
        'You have a role there yourself, and nobody grants a role to himself. Let somebody else do it who may merge places.',
      ),
    },
  ]
}

/** Enters the new places, ends the old ones and starts the job that moves the rest; the merger's id. */
export async function startMerger(
  ctx: Ctx,
  registry: Registry,
  ask: MergerAsk & { paper: string },
): Promise<number> {
  if ((await mergersOf(ctx)).some(({ state }) => state === 'moving' || state === 'undoing'))
    throw mergerProblems.moving()
  const plan = await planMerger(ctx, registry, ask)
  if (plan.issues.length > 0) throw mergerProblems.refused({ issues: plan.issues })
  const into = { code: ask.into.code, name: plan.moves[0]?.name ?? ask.into.name }
  const reason = `并入${into.name}（${ask.on}，${ask.paper}）`
  for (const move of plan.moves) {
    if (move.fresh) await enterArea(ctx, registry.get('area'), move, ask.on)
    await endArea(ctx, move, { on: ask.on, reason })
  }
  const id = await insertMerger(ctx, {
    area: ctx.actor.area,
    into,
    on: ask.on,
    paper: ask.paper,
    moves: plan.moves,
  })
  const jobId = await ctx.enqueue({ kind: 'area.move', input: { id, reason }, key: `area.merger:${id}` })
  await changeMerger(ctx, id, { jobId })
  ctx.note({
    subject: `area:${into.code}`,
    after: { ...into, on: ask.on, from: ask.from.join('、') },
    text: t(ask.paper, ask.paper),
  })
  return id
}

async function enterArea(ctx: Ctx, area: Register, move: Move, on: Day): Promise<void> {
  const { new: code, name, level, kind } = move
  const values = { code, name, level, kind, parent: parentArea(code), since: on }
  await insertRow(ctx, area, values as never)
}
