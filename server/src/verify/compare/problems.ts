/** What can stop a comparison or the adoption of what it found. */
import type { Text } from '#kernel'
import { defineProblems, problem, t } from '#kernel'
import type { EventIssue } from '#register'

export const compareProblems = defineProblems('compare', {
  notFound: problem(404, () =>
    t('没有这次比对，或不在您的管辖范围。', 'There is no such comparison, or it is outside your area.'),
  ),
  noKind: problem(404, (d: { kind: string; known: readonly string[] }) =>
    t(
      `没有“${d.kind}”这种比对。现有：${d.known.join('、')}。`,
      `There is no comparison "${d.kind}". There are: ${d.known.join(', ')}.`,
    ),
  ),
  notSeen: problem(403, (d: { label: Text }) =>
    t(
      `“${d.label.zh}”要对的名册不全在您的权限内，没有比。请由看得到的单位来比。`,
      `Not all registers that "${d.label.en}" looks into are open to you, so it was not run. Let an office that sees them run it.`,
    ),
  ),
  noFile: problem(404, (d: { path: string }) =>
    t(
      `没有 ${d.path} 这个文件，或读不到。请核对路径。`,
      `There is no file ${d.path}, or it cannot be read. Check the path.`,
    ),
  ),
  noTable: problem(422, (d: { file: string }) =>
    t(
      `${d.file} 里没有找到表头。请在第 40 行以内写一行栏目名，如姓名、身份证号。`,
      `No heading was found in ${d.file}. Write a row of column names within the first 40 rows.`,
    ),
  ),
  noColumn: problem(422, (d: { column: string }) =>
    t(
      `名单里没有“${d.column}”这一栏可对。请从列出的栏里选。`,
      `The list has no column "${d.column}" to map to.`,
    ),
  ),
  twoColumns: problem(422, (d: { label: Text; columns: readonly string[] }) =>
    t(
      `${d.columns.join('、')} 列都对到“${d.label.zh}”。请只留一列。`,
      `Columns ${d.columns.join(', ')} all mean "${d.label.en}". Keep one.`,
    ),
  ),
  noKey: problem(422, (d: { labels: readonly Text[] }) =>
    t(
      `没有一列对到${d.labels.map(({ zh }) => `“${zh}”`).join('、')}，认不出是谁。请先对好，或换一种对法。`,
      `No column means ${d.labels.map(({ en }) => `"${en}"`).join(', ')}, so rows cannot be matched. Map it, or match by something else.`,
    ),
  ),
  notNow: problem(409, (d: { state: string }) =>
    t(
      d.state === 'running' ? '这份名单正在比，比完再改。' : '这份名单还没有比完，先比完再办。',
      d.state === 'running'
        ? 'This list is being compared; wait for it.'
        : 'This list has not been compared yet.',
    ),
  ),
  noReason: problem(422, () =>
    t(
      '不采信的理由还没有写。请写明，提出的人看得到。',
      'The reason for refusing is missing. Write it; whoever proposed it reads it.',
    ),
  ),
  noCandidate: problem(422, () =>
    t(
      '这一条不在这一行的可能对象里。请从列出的里面选。',
      'This record is not among the candidates of the row.',
    ),
  ),
  nothingToAdopt: problem(422, (d: { row: number }) =>
    t(
      `第 ${d.row} 行没有可采信的：没有对上人，或名册里已是这样。请取消这一行再提。`,
      `Row ${d.row} has nothing to adopt: it is matched to nobody, or the register says so already.`,
    ),
  ),
  sayFirst: problem(422, (d: { row: number; label: Text; issues: readonly EventIssue[] }) =>
    t(
      `第 ${d.row} 行采信要按“${d.label.zh}”办：${d.issues.map(({ text }) => text.zh).join('')}请打开这一行，写明后单独提出。`,
      `Row ${d.row} is adopted by the event "${d.label.en}": ${d.issues.map(({ text }) => text.en).join(' ')} Open the row, say it there, and propose it alone.`,
    ),
  ),
  saidOfMany: problem(422, () =>
    t(
      '写明的事项只对一行有效。请打开那一行单独提出。',
      'What is said holds for one row. Open the row and propose it alone.',
    ),
  ),
  otherNow: problem(409, (d: { title: string; label: Text }) =>
    t(
      `${d.title}按“${d.label.zh}”要改的，与提出时看到的已经不同。请不予采信，由提出人看过现在的登记再提。`,
      `What "${d.label.en}" changes for ${d.title} is other than when it was proposed. Refuse it, and let it be proposed anew.`,
    ),
  ),
  otherRegister: problem(404, () =>
    t('没有这条采信，或不在您的管辖范围。', 'There is no such proposal, or it is outside your area.'),
  ),
  decided: problem(409, () => t('这条采信已经办过。', 'This proposal has been decided.')),
  samePerson: problem(403, (d: { proposer: string }) =>
    t(
      `这条采信是${d.proposer}提出的，请由另一人确认。`,
      `${d.proposer} proposed this; another person has to confirm it.`,
    ),
  ),
  moved: problem(409, (d: { title: string; labels: readonly Text[] }) =>
    t(
      `${d.title}的${d.labels.map(({ zh }) => zh).join('、')}在提出之后被改过。请不予采信，重新比对后再提。`,
      `${d.labels.map(({ en }) => en).join(', ')} of ${d.title} was changed since the proposal. Refuse it, compare again and propose anew.`,
    ),
  ),
})
