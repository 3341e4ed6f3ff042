/** What can stop an act on a finding. */
import type { Text } from '#kernel'
import { defineProblems, problem, t } from '#kernel'

export const verifyProblems = defineProblems('verify', {
  notFound: problem(404, () =>
    t('没有这条疑点，或不在您的管辖范围。', 'There is no such finding, or it is outside your area.'),
  ),
  noCheck: problem(404, (d: { check: string }) =>
    t(`没有“${d.check}”这条核查规则。`, `There is no check "${d.check}".`),
  ),
  noFigure: problem(422, (d: { figure: string }) =>
    t(
      `核对关系里的“${d.figure}”不在表里。请改关系，或补上这一行。`,
      `A relation names the figure "${d.figure}", which is not on the sheet. Change the relation or add the row.`,
    ),
  ),
  noRegisterFigure: problem(422, (d: { figure: string }) =>
    t(
      `没有“${d.figure}”这个名册数。请从列出的名册数里选。`,
      `There is no register figure "${d.figure}". Choose one of those listed.`,
    ),
  ),
  unread: problem(422, (d: { places: readonly string[] }) =>
    t(
      `这几处读不出数：${d.places.join('；')}。请写成一个数，可加“以上”“不足”“约”；不知道的填“不详”。`,
      `No number can be read at: ${d.places.join('; ')}. Write one number, with 以上, 不足 or 约 where it is a bound; 不详 if it is not known.`,
    ),
  ),
  noHead: problem(422, (d: { file: string }) =>
    t(
      `“${d.file}”里没有找到“名称”和“数值”两列。请补上表头，一行一个数。`,
      `"${d.file}" has no columns 名称 and 数值. Add the head; one figure a row.`,
    ),
  ),
  noWords: problem(422, (d: { file: string }) =>
    t(
      `“${d.file}”读不出正文。请另存为 .docx（不加密）再传。`,
      `No text can be read from "${d.file}". Save it as .docx without a password.`,
    ),
  ),
  otherFile: problem(422, (d: { file: string }) =>
    t(
      `“${d.file}”的格式这里不收。数用 .xlsx、.xls、.csv，文用 .docx、.txt。`,
      `"${d.file}" is of another kind. Figures come as .xlsx, .xls, .csv, texts as .docx, .txt.`,
    ),
  ),
  tooLong: problem(422, (d: { file: string; most: number }) =>
    t(
      `“${d.file}”太长，一次最多 ${d.most}。请分开再传。`,
      `"${d.file}" is too long; at most ${d.most} at a time.`,
    ),
  ),
  declaredForm: problem(422, (d: { file: string; where: string }) =>
    t(`“${d.file}”这几处的写法不对：${d.where}。请照说明改。`, `"${d.file}" does not fit at ${d.where}.`),
  ),
  noSheet: problem(404, () =>
    t('没有这份材料，或不在您的管辖范围。', 'There is no such document, or it is outside your area.'),
  ),
  sheetChanged: problem(409, () =>
    t(
      '这份材料已被别人改过。请重新打开再存。',
      'Somebody changed this document meanwhile. Open it again and save.',
    ),
  ),
  notSeen: problem(403, (d: { label: Text }) =>
    t(
      `“${d.label.zh}”要看的名册不全在您的权限内，没有核。请由看得到的单位来核。`,
      `Not all registers that "${d.label.en}" looks into are open to you, so it was not run. Let an office that sees them run it.`,
    ),
  ),
  ownFigure: problem(403, () =>
    t('这个数是您报的，请由县里另一人结。', 'You reported this figure; let somebody else close the finding.'),
  ),
  stillThere: problem(409, (d: { stated: Text }) =>
    t(
      `名册里还是“${d.stated.zh}”，没有改过来。请先更正那一条，再结。`,
      `The register still says "${d.stated.en}". Correct the entry first.`,
    ),
  ),
  closed: problem(409, (_: { state: string }) =>
    t('这条疑点已经结了。要再看，请先重开。', 'The finding is closed. Reopen it first.'),
  ),
  notClosed: problem(409, () => t('这条疑点还没有结，不用重开。', 'The finding is not closed.')),
})
