/** What can stop an import, said with its remedy. What is wrong in single rows is no Problem: it stands with the row. */
import type { Text } from '#kernel'
import { defineProblems, problem, t } from '#kernel'

export const importProblems = defineProblems('import', {
  notFound: problem(404, () =>
    t('没有这次导入，或不在您的管辖范围。', 'There is no such import, or it is outside your area.'),
  ),
  noFile: problem(404, (d: { path: string }) =>
    t(
      `没有 ${d.path} 这个文件，或读不到。请核对路径。`,
      `There is no file ${d.path}, or it cannot be read. Check the path.`,
    ),
  ),
  noTable: problem(422, (d: { file: string; label: Text }) =>
    t(
      `${d.file} 里没有找到表头。请在第 40 行以内写一行栏目名，如${d.label.zh}模板里的那样。`,
      `No heading was found in ${d.file}. Write a row of column names within the first 40 rows, as in the template of ${d.label.en}.`,
    ),
  ),
  noSheet: problem(404, (d: { sheet: string }) =>
    t(`文件里没有“${d.sheet}”这张表。`, `The file has no sheet "${d.sheet}".`),
  ),
  noHead: problem(422, (d: { sheet: string; top: number }) =>
    t(
      `“${d.sheet}”第 ${d.top} 行起没有写栏名。请选写着栏名的那一行。`,
      `Nothing is written from row ${d.top} of "${d.sheet}" on. Choose the row with the names of the columns.`,
    ),
  ),
  noLayout: problem(404, () =>
    t('没有这种报表格式，可能已经去掉了。', 'There is no such layout; it may have been removed.'),
  ),
  notNow: problem(409, (d: { state: string }) =>
    t(
      `这次导入${stateZh(d.state)}，现在不能改。请另传一份文件。`,
      `This import is ${d.state} and cannot be changed now. Upload the file again.`,
    ),
  ),
  noTarget: problem(422, (d: { target: string }) =>
    t(
      `名册里没有“${d.target}”这一栏。请从栏目里选。`,
      `The register has no field "${d.target}". Choose one of its fields.`,
    ),
  ),
  noWord: problem(422, () =>
    t(
      '这个写法去掉空格和括号后没有内容。请写出栏名本身。',
      'Nothing is left of the word without blanks and brackets. Write the heading itself.',
    ),
  ),
  noSuchWord: problem(404, () =>
    t('没有这个写法，可能已经去掉了。', 'There is no such word; it may have been removed.'),
  ),
  notCounty: problem(403, () =>
    t(
      '全县通用由县级部门来定。请报县里改。',
      'Only an office of the county level makes a word general. Ask it.',
    ),
  ),
  twoColumns: problem(422, (d: { label: Text; columns: readonly string[] }) =>
    t(
      `${d.columns.join('、')} 列都对到“${d.label.zh}”。请只留一列，别的改作附注。`,
      `Columns ${d.columns.join(', ')} all mean "${d.label.en}". Keep one and make the others remarks.`,
    ),
  ),
  noIdentity: problem(422, (d: { labels: readonly Text[] }) =>
    t(
      `还没有哪一列对到${d.labels.map((l) => `“${l.zh}”`).join('、')}，认不出是谁。请先对好这一列。`,
      `No column means ${d.labels.map((l) => `"${l.en}"`).join(', ')}, so nobody can be told apart. Map it first.`,
    ),
  ),
  noStep: problem(409, () =>
    t(
      '没有可以撤销的一步：这次导入里您还没有改过，或已经重新读过表。',
      'There is no step to take back: you have mended nothing in this import, or it was read anew.',
    ),
  ),
  steppedOver: problem(409, (d: { row: number; by: string }) =>
    t(
      `第 ${d.row} 行后来由${d.by}改过，这一步撤不回来。请直接改那一行。`,
      `Row ${d.row} was changed by ${d.by} since, so this step cannot be taken back. Mend the row itself.`,
    ),
  ),
  nothingToMerge: problem(409, () =>
    t(
      '没有可以入册的行。请先改好“待改”的行，或另传文件。',
      'There is no row to commit. Mend the rows first, or upload another file.',
    ),
  ),
  same: problem(409, (d: { day: string; id: number }) =>
    t(
      `这份文件 ${dayZh(d.day)}已入册，没有变化，不用再导。`,
      `This file was committed on ${d.day} and has not changed; there is no need to import it again.`,
    ),
  ),
  inUse: problem(409, (d: InUse) =>
    t(
      `这批里有 ${d.count} 行入册后又被改过或用到了${rowsText(d.rows, (rows) => `（第 ${rows.join('、')} 行${more(d) ? '等' : ''}）`)}，不能整批撤回。${remedy(d).zh}`,
      `${d.count} rows of this import were changed or used since${rowsText(d.rows, (rows) => ` (row ${rows.join(', ')}${more(d) ? ' and others' : ''})`)}; it cannot be taken back as a whole. ${remedy(d).en}`,
    ),
  ),
  looksOnly: problem(403, () =>
    t(
      '您的身份只看导入，不能上传，也不能改。要导入时请交给登记员。',
      'Your role looks at imports and neither uploads nor changes them. Give the file to the registrar.',
    ),
  ),
  waits: problem(403, (d: { label: Text }) =>
    t(
      `${d.label.zh}由登记员入册，您可以上传、对表头、改问题，改好后由登记员接着办。`,
      `${d.label.en} are committed by the registrar. You may upload, map and mend; the registrar goes on from there.`,
    ),
  ),
})

/** An import that went in later; `rows` of its rows change or use what this one brought. */
export type LaterImport = { id: number; file: string; day: string; rows: number }

/** `rows` of another register that use what the import made. */
export type UsingRows = { label: Text; counter: Text; rows: number }

type InUse = {
  count: number
  rows?: readonly number[]
  later?: readonly LaterImport[]
  users?: readonly UsingRows[]
}

function remedy(d: InUse): Text {
  const said = [...laterText(d), ...usersText(d)]
  const otherwise = t('请逐条改。', 'Change them one by one.')
  const parts = said.length > 0 ? said : [otherwise]
  return t(parts.map(({ zh }) => zh).join(''), parts.map(({ en }) => en).join(' '))
}

/** The latest goes back first. */
function laterText({ later: [last, ...others] = [] }: InUse): Text[] {
  if (!last) return []
  const more = t(
    `另有 ${others.length} 批也要先撤回，从后往前。`,
    `${others.length} more imports go back before it; the latest first.`,
  )
  const first = t(
    `后来的“${last.file}”（${dayZh(last.day)}入册）有 ${last.rows} 行改到或用到这批。请先撤回那一批，再撤回这一批。`,
    `${last.rows} rows of the later import "${last.file}" (committed ${last.day}) change or use it. Take that one back first, then this one.`,
  )
  return others.length > 0 ? [first, more] : [first]
}

function usersText({ users = [] }: InUse): Text[] {
  if (users.length === 0) return []
  const zh = users.map(({ label, counter, rows }) => `${label.zh} ${rows} ${counter.zh}`).join('、')
  const en = users.map(({ label, counter, rows }) => `${label.en} (${rows} ${counter.en})`).join(', ')
  return [t(`用到这批的还有：${zh}。请先改掉这些。`, `They are used by: ${en}. Change these first.`)]
}

function stateZh(state: string): string {
  return (
    { staging: '正在读', merging: '正在入册', done: '已经入册', undone: '已经撤回', dropped: '已经放弃' }[
      state
    ] ?? '还没有读完'
  )
}

function dayZh(day: string): string {
  return `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`
}

const NAMED = 5

/** The first rows of the file, where they are known. */
function rowsText(rows: readonly number[] = [], say: (rows: readonly number[]) => string): string {
  return rows.length === 0 ? '' : say(rows.slice(0, NAMED))
}

function more({ count, rows = [] }: InUse): boolean {
  return count > Math.min(rows.length, NAMED)
}
