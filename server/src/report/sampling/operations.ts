/** The report of a sample as Word and Excel, from the same door that the page reads. */
import { z } from 'zod'
import { t } from '#kernel'
import { type AnyOperation, askOperation, type Ctx, operation, saveFile } from '#platform'
import { sampleReportShape } from '#verify'
import { wordFile } from '../laboratory/word-file.ts'
import { sampleBlocks, sampleTitle } from './blocks.ts'
import { sampleWorkbook } from './workbook.ts'

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** `doors`: all doors of the house, asked for when a report is taken. */
export function sampleReports({ doors }: { doors: () => readonly AnyOperation[] }) {
  return [
    operation({
      name: 'report.sample',
      text: t('取抽查报告', 'Take the report of a sample'),
      can: 'sample.read',
      audit: 'export',
      input: z.object({ sampleId: z.int().positive(), as: z.enum(['word', 'excel']) }),
      output: z.object({ fileId: z.number(), name: z.string() }),
      run: async (ctx, { sampleId, as }) => {
        const asked = { name: 'sample.report', input: { sampleId } }
        const report = sampleReportShape.parse(await askOperation(ctx, doors(), asked))
        const title = sampleTitle(report)
        ctx.note({ subject: `sample:${sampleId}`, after: { file: title } })
        if (as === 'excel')
          return kept(ctx, `${title}.xlsx`, {
            bytes: await sampleWorkbook(report, takenBy(ctx)),
            mime: EXCEL,
          })
        const bytes = await wordFile({ title, author: report.sample.maker, blocks: sampleBlocks(report) })
        return kept(ctx, `${title}.docx`, { bytes, mime: WORD })
      },
    }),
  ] as const
}

async function kept({ tx }: Ctx, name: string, { bytes, mime }: { bytes: Buffer; mime: string }) {
  const { id } = await saveFile(tx, { name, mime, bytes })
  return { fileId: id, name }
}

function takenBy({ actor, now }: Ctx): string {
  return `${actor.office} ${actor.name}　管辖 ${actor.area}　${now.slice(0, 16).replace('T', ' ')} 取数`
}
