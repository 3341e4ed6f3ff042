/** All runs of a county's systems, by id. */
import type { Run } from './run-define.ts'
import { runProblems } from './run-problems.ts'

export type Runs = { readonly all: readonly Run[]; get(id: string): Run }

export function runsOf(all: readonly Run[]): Runs {
  const byId = new Map(all.map((run) => [run.id, run]))
  const get = (id: string): Run => {
    const run = byId.get(id)
    if (!run) throw runProblems.unknown({ run: id })
    return run
  }
  return { all, get }
}
