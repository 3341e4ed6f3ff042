/** What a system of the sources is: a folder of declarations. No room knows a system's name. */
import type { Text } from '#kernel'
import type { Fund } from '#ledger'
import type { Binding, Policy, PublicInquiry } from '#policy'
import type { Procedure, RunFactory } from '#procedure'
import type { EventDeclaration, ImportDeclaration, Register, SpellDeclaration } from '#register'
import type { AnyPaper, Projection, Report } from '#report'
import type { Check, CheckSet, Comparison, RegisterFigure, SampleDesign } from '#verify'

/** Every list holds what the room's `define*` returns. A room that is not built yet narrows its list here when it is. */
export type System = {
  id: string
  label: Text
  registers?: readonly Register[]
  /** What can happen to its rows on a day, and what that says from when to when. */
  events?: readonly EventDeclaration[]
  spells?: readonly SpellDeclaration[]
  imports?: readonly ImportDeclaration[]
  policies?: readonly Policy[]
  bindings?: readonly Binding[]
  inquiries?: readonly PublicInquiry[]
  procedures?: readonly Procedure[]
  checks?: readonly Check[]
  /** Declared figures of its documents. */
  figures?: readonly CheckSet[]
  /** Figures that are counted in its registers. */
  registerFigures?: readonly RegisterFigure[]
  /** Lists of other offices that are laid beside its registers. */
  comparisons?: readonly Comparison[]
  /** Which records are looked at again in the field. */
  samples?: readonly SampleDesign[]
  funds?: readonly Fund[]
  runs?: readonly RunFactory[]
  reports?: readonly Report[]
  papers?: readonly AnyPaper[]
  projections?: readonly Projection[]
}
