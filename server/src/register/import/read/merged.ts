/** Merged areas: only their first cell holds a value in the file; here the others repeat it and say so. */
import type { Merge, SheetCell, SheetRow } from './workbook.ts'

/** A title over all columns of a million rows is no reason to hold them: an area's value is kept while its rows pass. */
export async function* withMerges(
  batches: AsyncIterable<readonly SheetRow[]>,
  merges: readonly Merge[],
): AsyncIterable<readonly SheetRow[]> {
  if (merges.length === 0) return yield* batches
  const filler = mergeFiller(merges)
  for await (const batch of batches) yield batch.map(filler)
}

/** Rows must come in their order. */
function mergeFiller(merges: readonly Merge[]): (row: SheetRow) => SheetRow {
  const waiting = [...merges].sort((a, b) => a.top - b.top)
  let open: { merge: Merge; first: SheetCell | undefined }[] = []
  let next = 0
  return (row) => {
    open = open.filter(({ merge }) => merge.bottom >= row.number)
    for (let merge = waiting[next]; merge && merge.top <= row.number; merge = waiting[++next])
      open.push({ merge, first: merge.top === row.number ? row.cells[merge.left] : undefined })
    return open.length === 0 ? row : { ...row, cells: fill(row, open) }
  }
}

function fill(row: SheetRow, open: readonly { merge: Merge; first: SheetCell | undefined }[]) {
  const cells = [...row.cells]
  for (const { merge, first } of open) {
    if (!first) continue
    for (let at = merge.left; at <= Math.min(merge.right, 16_383); at++) {
      const isFirst = row.number === merge.top && at === merge.left
      cells[at] = { ...first, merged: isFirst ? 'first' : 'rest' }
    }
  }
  return cells
}
