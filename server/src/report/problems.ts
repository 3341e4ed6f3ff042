import { defineProblems, problem, t } from '#kernel'

export const reportProblems = defineProblems('report', {
  typst: problem(500, ({ message }: { message: string }) =>
    t(
      `打印模板有错，没有排成 PDF：${message}。请报给系统管理员。`,
      `The print template has a fault, no PDF was made: ${message}. Tell the administrator.`,
    ),
  ),
  unknownPaper: problem(404, ({ paper }: { paper: string }) =>
    t(`没有“${paper}”这种文书。`, `There is no document named “${paper}”.`),
  ),
  notDecided: problem(409, ({ name }: { name: string }) =>
    t(
      `${name || '这个人'}还没有认定，印不出告知书。审定以后再印。`,
      `${name || 'This person'} is not decided yet; the letter can be printed after the decision.`,
    ),
  ),
  nothingToFreeze: problem(409, ({ report }: { report: { zh: string; en: string } }) =>
    t(
      `“${report.zh}”现在一行也没有，不能定稿。等有了数再定。`,
      `"${report.en}" has no row now and cannot be frozen. Freeze it when there are figures.`,
    ),
  ),
  tooManyRows: problem(422, ({ count, most }: { count: number; most: number }) =>
    t(
      `受影响的有 ${count} 人，一张表最多 ${most} 人。请选一个乡镇再导出。`,
      `${count} persons change; one workbook holds ${most}. Choose a township and export again.`,
    ),
  ),
  unknownFrozen: problem(404, (_: { id: number }) =>
    t('没有这份定稿，或不在您的管辖范围。', 'There is no such frozen report, or it is outside your area.'),
  ),
  unknownReport: problem(404, ({ report }: { report: string }) =>
    t(`没有“${report}”这张报表。`, `There is no report named “${report}”.`),
  ),
  unknownPart: problem(400, ({ report, part }: { report: string; part: string }) =>
    t(
      `报表“${report}”里没有“${part}”。请从列出的维度和指标里选。`,
      `Report “${report}” has no “${part}”. Choose from its dimensions and measures.`,
    ),
  ),
})
