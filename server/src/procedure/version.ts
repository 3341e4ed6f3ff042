/** Whoever acts names the version that he saw; a later one is refused with the name of who was first. */
import { actLabel } from './built-in.ts'
import type { Loaded } from './load.ts'
import { procedureProblems } from './problems.ts'

/** Gives the case back, or throws `procedure.moved` (409). */
export function requireVersion(loaded: Loaded, version: number): Loaded {
  const last = loaded.state.acts.at(-1)
  if (version === loaded.state.version || !last) return loaded
  throw procedureProblems.moved({
    by: last.actorName,
    at: officeTime(last.at),
    did: actLabel(loaded.procedure, last.action),
    version: loaded.state.version,
  })
}

/** 10:41 on the office's clock (UTC + 8, no summer time). */
function officeTime(at: string): string {
  const minutes = (Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16)) + 480) % 1440
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
