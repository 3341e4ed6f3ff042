/** Prints a paper into the archive: data under the actor's scope, template, PDF, file number. */
import type { Ctx } from '#platform'
import { type AnyOperation, askOperation, dayAt, saveFile } from '#platform'
import { reportProblems } from '../problems.ts'
import type { AnyPaper, Ask } from './define.ts'
import { renderTypst } from './typst.ts'

/** Returns the file of the printed paper. The foot of each page says who printed it and when. */
export async function printPaper(
  ctx: Ctx,
  { paper, input, doors }: { paper: AnyPaper; input: unknown; doors: () => readonly AnyOperation[] },
): Promise<{ fileId: number; name: string }> {
  const ask: Ask = (name, asked) => askOperation(ctx, doors(), { name, input: asked })
  const values = await paper.data(ctx, paper.input.parse(input) as never, ask)
  const printed = `${ctx.actor.office} ${ctx.actor.name}　${dayAt(ctx.now)} 打印`
  const bytes = renderTypst(paper.template, { ...values, printed })
  const name = `${values.name}.pdf`
  const { id } = await saveFile(ctx.tx, { name, mime: 'application/pdf', bytes })
  ctx.note({ subject: `paper:${paper.id}`, after: { input, name } })
  return { fileId: id, name }
}

/** The paper of this id; throws `report.unknownPaper`. */
export function getPaper(papers: readonly AnyPaper[], id: string): AnyPaper {
  const paper = papers.find((one) => one.id === id)
  if (!paper) throw reportProblems.unknownPaper({ paper: id })
  return paper
}
