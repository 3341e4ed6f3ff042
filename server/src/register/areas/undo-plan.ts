/** What undoing a merger would do: which rows go back where, what came meanwhile, what stands in the way. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx, HatMove } from '#platform'
import { hatsAt } from '#platform'
import type { Register } from '../define.ts'
import { pointingColumns } from '../duplicates/merge-store.ts'
import type { Registry } from '../registry.ts'
import { followers, ownHatIssues } from './merge.ts'
import type { Merger, Moved } from './merger-store.ts'
import { livingAreas, stopsOf } from './merger-store.ts'
import type { Fates } from './undo-store.ts'
import { areaIds, countFates, countPointing, hatMovesSince, laterMerger } from './undo-store.ts'

type Issue = { field: string; text: Text }

export type UndoPlan = {
  issues: readonly Issue[]
  rows: readonly ({ register: Register } & Fates)[]
  hats: { back: number; unclear: number }
  /** Among these old places somebody has to choose for what came since and cannot be told apart; empty where nothing is. */
  choices: readonly string[]
}

/** New places that the merger had entered: they go with it. */
export function freshOf(moves: readonly Moved[]): string[] {
  return [...new Set(moves.filter(({ fresh }) => fresh).map((move) => move.new))]
}

/** Where a hat of a new place goes: back; into the one old place; where it was said; null: it stays; undefined: nobody can tell. */
export function hatFate(
  merger: Pick<Merger, 'moves' | 'hatMoves'>,
  { rest, since }: { rest: string | null; since: readonly HatMove[] },
) {
  const was = new Map(merger.hatMoves.map(({ to, old }) => [to, old]))
  const replaced = new Map(since.map(({ to, from }) => [to, from]))
  const fresh = new Set(freshOf(merger.moves))
  const olds = Map.groupBy(merger.moves, (move) => move.new)
  return ({ id, area }: { id: number; area: string }): string | null | undefined => {
    // What later mergers and their undoing put on was, before them, the hat that this merger put on.
    for (let hat: number | undefined = id; hat !== undefined; hat = replaced.get(hat)) {
      const old = was.get(hat)
      if (old !== undefined) return old
    }
    if (!fresh.has(area)) return null
    const [only, second] = olds.get(area) ?? []
    return second === undefined ? only?.old : (rest ?? undefined)
  }
}

export async function planUndo(
  ctx: Ctx,
  registry: Registry,
  { merger, rest }: { merger: Merger; rest: string | null },
): Promise<UndoPlan> {
  const rows = []
  for (const register of followers(registry))
    rows.push({ register, ...(await countFates(ctx, { merger: merger.id, register, rest })) })
  const hats = await hatsAt(ctx, [...new Set(merger.moves.map((move) => move.new))])
  const fates = hats.map(hatFate(merger, { rest, since: await hatMovesSince(ctx, merger.id) }))
  const counted = {
    back: fates.filter((to) => typeof to === 'string').length,
    unclear: fates.filter((to) => to === undefined).length,
  }
  const issues = [
    ...(await laterIssues(ctx, merger)),
    ...(await openIssues(ctx, merger, rows)),
    ...(await placeIssues(ctx, registry, merger)),
    ...ownHatIssues(
      ctx,
      hats.filter((_, at) => typeof fates[at] === 'string'),
    ),
    ...restIssues(merger, { rows, hats: counted, rest }),
  ]
  const told = rows.filter(({ register: _, cases: __, ...counts }) =>
    Object.values(counts).some((n) => n > 0),
  )
  const torn =
    rows.some(({ unclear, rest: chosen }) => unclear + chosen > 0) || counted.unclear > 0 || rest !== null
  return { issues, rows: told, hats: counted, choices: torn ? choicesOf(merger) : [] }
}

/** The old places that became one new one together. */
function choicesOf({ moves }: Merger): string[] {
  const shared = [...Map.groupBy(moves, (move) => move.new).values()].filter((olds) => olds.length > 1)
  return shared.flat().map(({ old }) => old)
}

async function laterIssues(ctx: Ctx, { id, moves }: Merger): Promise<Issue[]> {
  const codes = [...new Set(moves.flatMap((move) => [move.old, move.new]))]
  const later = await laterMerger(ctx, { id, codes })
  if (!later) return []
  return [
    {
      field: '',
      text: t(
        `这些地方后来又办过合并：${later.validOn} 并成${later.intoName}。请先撤回那一次。`,
        `These places were merged again on ${later.validOn} into ${later.intoName}. Undo that first.`,
      ),
    },
  ]
}

async function openIssues(ctx: Ctx, { moves }: Merger, rows: readonly { cases: number }[]): Promise<Issue[]> {
  const stops = await stopsOf(ctx, freshOf(moves))
  const cases = Math.max(
    stops.cases,
    rows.reduce((sum, one) => sum + one.cases, 0),
  )
  const issues: Issue[] = []
  if (cases > 0)
    issues.push({
      field: '',
      text: t(
        `合并后的村组还有 ${cases} 件没办完的案件。请先办结，案件里的文书用的是现在的代码。`,
        `${cases} cases are open in the merged places. End them first; their papers carry the present codes.`,
      ),
    })
  if (stops.imports > 0)
    issues.push({
      field: '',
      text: t(
        `合并后的村组还有 ${stops.imports} 批没入册的导入。请先入册或放弃。`,
        `${stops.imports} imports are open in the merged places. Commit them or give them up first.`,
      ),
    })
  return issues
}

/** What was founded on the new places themselves: groups that somebody added, and what a village that never was said of itself. */
async function placeIssues(ctx: Ctx, registry: Registry, { moves, intoName }: Merger): Promise<Issue[]> {
  const fresh = freshOf(moves)
  const added = (await livingAreas(ctx)).filter(
    ({ code }) => !fresh.includes(code) && fresh.some((under) => code.startsWith(under)),
  )
  const issues: Issue[] = []
  if (added.length > 0) {
    const names = added.map(({ name, code }) => `${name}（${code}）`)
    issues.push({
      field: '',
      text: t(
        `合并后又设了${names.join('、')}。撤回后没有它的上级了，请先把里面的记录改到别的组，再删去它。`,
        `${added.map(({ name, code }) => `${name} (${code})`).join(', ')} was established since, inside a place that goes. Move its records and remove it first.`,
      ),
    })
  }
  for (const { register, count } of await ownedBy(ctx, registry, fresh))
    issues.push({
      field: '',
      text: t(
        `${intoName}已有“${register.label.zh}” ${count} ${register.counter.zh}。撤回后没有这个村组了，请先删去。`,
        `${count} ${register.counter.en} of "${register.label.en}" belong to ${intoName}, which goes. Remove them first.`,
      ),
    })
  return issues
}

async function ownedBy(ctx: Ctx, registry: Registry, codes: readonly string[]) {
  const found: { register: Register; count: number }[] = []
  const areas = await areaIds(ctx, codes)
  for (const { register, column } of pointingColumns(registry, registry.get('area'))) {
    let count = 0
    for (const { id } of areas) count += await countPointing(ctx, { register, column, id })
    if (count > 0) found.push({ register, count })
  }
  return found
}

type Torn = {
  rows: readonly ({ register: Register } & Fates)[]
  hats: { unclear: number }
  rest: string | null
}

function restIssues(merger: Merger, { rows, hats, rest }: Torn): Issue[] {
  if (rest !== null && !choicesOf(merger).includes(rest))
    return [
      {
        field: 'rest',
        text: t(
          `${rest} 不是合并前的村。请从原来的村里选。`,
          `${rest} is none of the old places. Choose one of them.`,
        ),
      },
    ]
  const torn = rows.filter(({ unclear }) => unclear > 0)
  if (torn.length === 0 && hats.unclear === 0) return []
  const zh = torn.map(({ register, unclear }) => `${register.label.zh} ${unclear} ${register.counter.zh}`)
  const en = torn.map(({ register, unclear }) => `${unclear} ${register.counter.en}`)
  if (hats.unclear > 0) {
    zh.push(`账号 ${hats.unclear} 个`)
    en.push(`${hats.unclear} accounts`)
  }
  return [
    {
      field: 'rest',
      text: t(
        `合并后新登记的${zh.join('、')}直接记在${merger.intoName}，分不清属于原来哪个村。请选由哪个村收下，或先把它们改到组。`,
        `${en.join(', ')} came since and stand in ${merger.intoName} itself: nobody can tell of which old place they are. Choose one, or put them into groups first.`,
      ),
    },
  ]
}
