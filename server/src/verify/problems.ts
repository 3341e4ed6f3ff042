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
  notSeen: problem(403, (d: { label: Text }) =>
    t(
      `“${d.label.zh}”要看的名册不全在您的权限内，没有核。请由看得到的单位来核。`,
      `Not all registers that "${d.label.en}" looks into are open to you, so it was not run. Let an office that sees them run it.`,
    ),
  ),
  ownFigure: problem(403, () =>
    t('这个数是您报的，请由县里另一人结。', 'You reported this figure; let somebody else close the finding.'),
  ),
  stillThere: problem(409, (d: { stated: string }) =>
    t(
      `名册里还是“${d.stated}”，没有改过来。请先更正那一条，再结。`,
      `The register still says "${d.stated}". Correct the entry first.`,
    ),
  ),
  closed: problem(409, (_: { state: string }) =>
    t('这条疑点已经结了。要再看，请先重开。', 'The finding is closed. Reopen it first.'),
  ),
  notClosed: problem(409, () => t('这条疑点还没有结，不用重开。', 'The finding is not closed.')),
})
