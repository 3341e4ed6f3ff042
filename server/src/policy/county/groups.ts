/** Subjects with the same cells are one group: what they share is written once. */

/** `of`: the group of each subject. `first`: a subject of each group. */
export type Groups = { readonly of: Int32Array; readonly first: readonly number[] }

/** A cell of each subject; cells that are the same value (`Map`) are the same. */
export type Cells = (i: number) => unknown

/** Column after column; one that says nothing new about the groups so far costs a comparison a subject. */
export function groupsOf(count: number, columns: readonly Cells[]): Groups {
  let groups: Groups = { of: new Int32Array(count), first: count === 0 ? [] : [0] }
  for (const cells of columns) if (!agrees(groups, cells)) groups = parted(groups, cells)
  return groups
}

function agrees({ of, first }: Groups, cells: Cells): boolean {
  const expected = first.map(cells)
  for (let i = 0; i < of.length; i++) if (!Object.is(cells(i), expected[of[i] as number])) return false
  return true
}

/** Above any number of different cells of a page. */
const SHIFT = 2 ** 26

function parted({ of: before }: Groups, cells: Cells): Groups {
  const [codes, found] = [new Map<unknown, number>(), new Map<number, number>()]
  const of = new Int32Array(before.length)
  const first: number[] = []
  for (let i = 0; i < of.length; i++) {
    const key = (before[i] as number) * SHIFT + codeOf(codes, cells(i))
    let group = found.get(key)
    if (group === undefined) {
      group = first.push(i) - 1
      found.set(key, group)
    }
    of[i] = group
  }
  return { of, first }
}

function codeOf(codes: Map<unknown, number>, cell: unknown): number {
  const known = codes.get(cell)
  if (known !== undefined) return known
  codes.set(cell, codes.size)
  return codes.size - 1
}
