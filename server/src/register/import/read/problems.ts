/** Why a file cannot be read, and what the person can do about it. */
import { defineProblems, problem, t } from '#kernel'

type Named = { file: string }

export const readProblems = defineProblems('import', {
  wpsOwn: problem(422, (d: Named) =>
    t(
      `${d.file} 是 WPS 自己的格式（.et）。请在 WPS 里另存为 .xlsx 再传。`,
      `${d.file} is in the own format of WPS (.et). Save it as .xlsx in WPS and upload that.`,
    ),
  ),
  unknownKind: problem(422, (d: Named) =>
    t(
      `${d.file} 不是表格。可以传 .xlsx、.xls、.csv；Word 或图片里的表请先抄到 Excel。`,
      `${d.file} is not a sheet. Upload .xlsx, .xls or .csv; copy tables of Word or pictures into Excel first.`,
    ),
  ),
  locked: problem(422, (d: Named) =>
    t(
      `${d.file} 加了打开密码，读不了。请在 Excel 或 WPS 里去掉密码，另存后再传。`,
      `${d.file} needs a password to open. Take the password off in Excel or WPS, save it and upload it again.`,
    ),
  ),
  broken: problem(422, (d: Named & { why: string }) =>
    t(
      `${d.file} 打不开，可能没有传完整或已经损坏。请在 Excel 或 WPS 里打开它，另存为 .xlsx 再传。`,
      `${d.file} cannot be opened; it may be incomplete or damaged. Open it in Excel or WPS, save it as .xlsx and upload that.`,
    ),
  ),
  swollen: problem(422, (d: Named & { part: string }) =>
    t(
      `${d.file} 解开后大得不合常理（${d.part}），没有读。请只留要导入的表，另存为 .xlsx 再传。`,
      `${d.file} unpacks to an unreasonable size (${d.part}) and was not read. Keep only the sheets to import and save it again.`,
    ),
  ),
  empty: problem(422, (d: Named) =>
    t(
      `${d.file} 里没有内容。请核对是不是选错了文件。`,
      `${d.file} is empty. Check that it is the right file.`,
    ),
  ),
})
