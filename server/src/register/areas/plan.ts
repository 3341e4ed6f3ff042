/** What every area below the old ones becomes: codes keep their last digits where these are free, names say whence they came. Pure. */
import type { AreaLevel } from '#kernel'
import { areaLevel, parentArea } from '#kernel'

export type Place = { code: string; name: string; shortName: string | null; kind: string | null }

/** An old area and what it becomes; `fresh` where the new one is to be entered. */
export type Move = {
  old: string
  oldName: string
  new: string
  name: string
  kind: string | null
  level: AreaLevel
  fresh: boolean
}

export type Into = { code: string; name: string }

/** The moves of the old areas and all that lies in them, the wider before the narrower. */
export function planMoves(areas: readonly Place[], from: readonly string[], into: Into): Move[] {
  const taken = new Map(areas.map(({ code, name }) => [code, name]))
  const moves: Move[] = []
  for (const code of from) {
    const root = areas.find((one) => one.code === code)
    if (!root) continue
    const fresh = !taken.has(into.code)
    taken.set(into.code, taken.get(into.code) ?? into.name)
    moves.push({ ...moveOf(root, into.code, taken.get(into.code) ?? into.name), fresh })
    below(root, into.code)
  }
  return moves

  function below(parent: Place, under: string): void {
    for (const child of childrenOf(areas, parent.code)) {
      const code = freeCode(taken, under, child.code.slice(-3))
      const name = freeName(taken, { under, name: child.name, parent })
      taken.set(code, name)
      moves.push({ ...moveOf(child, code, name), fresh: true })
      below(child, code)
    }
  }
}

function moveOf({ code, name: oldName, kind }: Place, next: string, name: string): Omit<Move, 'fresh'> {
  return { old: code, oldName, new: next, name, kind, level: areaLevel(next) }
}

function childrenOf(areas: readonly Place[], code: string): Place[] {
  return areas
    .filter((one) => one.code !== code && parentArea(one.code) === code)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** The same last three digits, or the next that nobody has. */
function freeCode(taken: ReadonlyMap<string, string>, under: string, suffix: string): string {
  for (let n = Number(suffix); n <= 999; n++) {
    const code = under + String(n).padStart(3, '0')
    if (!taken.has(code)) return code
  }
  return freeCode(taken, under, '001')
}

/** Two groups of one name in the new village: the later one says which village it was of. */
function freeName(
  taken: ReadonlyMap<string, string>,
  { under, name, parent }: { under: string; name: string; parent: Place },
): string {
  const there = [...taken].some(
    ([code, other]) => code.length === under.length + 3 && code.startsWith(under) && other === name,
  )
  return there ? (parent.shortName ?? parent.name.replace(/(?<=..)(?:村|社区|镇|乡|街道)$/, '')) + name : name
}
