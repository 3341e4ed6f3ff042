/** What a system of the sources is: a folder of declarations. No room knows a system's name. */
import type { Text } from '#kernel'
import type { Register } from '#register'
import type { AnyPaper, Report } from '#report'

/** Every list holds what the room's `define*` returns. A room that is not built yet narrows its list here when it is. */
export type System = {
  id: string
  label: Text
  registers?: readonly Register[]
  policies?: readonly unknown[]
  bindings?: readonly unknown[]
  procedures?: readonly unknown[]
  checks?: readonly unknown[]
  funds?: readonly unknown[]
  runs?: readonly unknown[]
  reports?: readonly Report[]
  papers?: readonly AnyPaper[]
}
