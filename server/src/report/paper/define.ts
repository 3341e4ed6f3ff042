/** A paper (文书): what is printed of the county's rows, on A4, from a template and data. */
import type { z } from 'zod'
import { invariant, type Text } from '#kernel'
import type { Ctx } from '#platform'

/** Another door of the house, asked in the printer's own name: verb, scope and masks hold as they do on the page. */
export type Ask = (name: string, input: unknown) => Promise<unknown>

export type PaperPage = 'case' | 'notice' | 'item' | 'batch' | 'account' | 'project' | 'projection' | 'sample'

export type Paper<I extends z.ZodType = z.ZodType> = {
  /** `land-security.funding-sheet` */
  id: string
  label: Text
  /** The page that offers it, and of which procedure or fund; its `input` is what that page gives. */
  at: { page: PaperPage; of: string }
  /** The verb that lets somebody print it. */
  can: string
  input: I
  /** Typst text; it begins with the house style that `houseStyle` gives. */
  template: string
  /** What the template reads. Money comes as shown text, days as text. `title` and `name` head the page and the file. */
  data: (ctx: Ctx, input: z.output<I>, ask: Ask) => Promise<PaperData>
}

export type PaperData = { title: string; name: string } & Record<string, unknown>

export type AnyPaper = Omit<Paper, 'data'> & {
  data: (ctx: Ctx, input: never, ask: Ask) => Promise<PaperData>
}

/** Declares a paper; a template that does not read its data is a mistake. */
export function definePaper<I extends z.ZodType>(paper: Paper<I>): Paper<I> {
  invariant(/^[a-z-]+\.[a-z-]+$/.test(paper.id), `paper id ${paper.id} is system.name`)
  invariant(paper.template.includes('data'), `paper ${paper.id} reads its data`)
  return paper
}
