/** What can stop a sample, or an answer from the field. */
import type { Text } from '#kernel'
import { defineProblems, problem, t } from '#kernel'

export const sampleProblems = defineProblems('sample', {
  noDesign: problem(404, (d: { design: string }) =>
    t(
      `没有“${d.design}”这种抽查。请从列表里选。`,
      `There is no design "${d.design}". Choose one from the list.`,
    ),
  ),
  notFound: problem(404, () =>
    t('没有这次抽查，或不在您的管辖范围。', 'There is no such sample, or it is outside your area.'),
  ),
  noTask: problem(404, () =>
    t('没有这条抽查任务，或不是分给您的。', 'There is no such task, or it is not yours.'),
  ),
  notSeen: problem(403, (d: { label: Text }) =>
    t(
      `“${d.label.zh}”名册不在您的权限内，不能从里面抽。请由看得到的单位来抽。`,
      `The register "${d.label.en}" is not open to you. Let an office that sees it draw the sample.`,
    ),
  ),
  empty: problem(422, (d: { label: Text }) =>
    t(
      `您的管辖范围内，“${d.label.zh}”没有可抽的记录。先把名册录入。`,
      `Your area has no records of "${d.label.en}" to draw from. Fill the register first.`,
    ),
  ),
  duePast: problem(422, (d: { due: string }) =>
    t(`${d.due} 已经过去了。请填今天以后的日期。`, `${d.due} is past. Give a later day.`),
  ),
  otherDesign: problem(422, () =>
    t(
      '上一轮查的是另一种名册，不能照它分配。请选同一种抽查。',
      'The earlier round was of another design and cannot steer this one. Choose one of the same design.',
    ),
  ),
  closed: problem(409, () =>
    t('这次抽查已经收尾，不再收结果。', 'The sample is closed; no more results are taken.'),
  ),
  notYours: problem(403, (d: { name: string }) =>
    t(`这条分给了${d.name}。请让他去查。`, `This record is ${d.name}'s to look at.`),
  ),
  ownRecord: problem(403, () =>
    t(
      '这条记录是您自己登记的，不能由您复核。请让队里另一人去查。',
      'You wrote this record yourself; let another member of the team look.',
    ),
  ),
  gone: problem(409, (d: { called: string }) =>
    t(
      `${d.called}：抽中以后已从名册里删去、并入另一条或迁到别处，不用去了。`,
      `${d.called} was removed from the register, merged into another record or moved elsewhere after it was drawn. There is no need to go.`,
    ),
  ),
  changed: problem(409, () =>
    t(
      '您打开之后，名册里这一条改过。请照新的再核一遍。',
      'The record was changed after you opened it. Look at it as it is now.',
    ),
  ),
  nothingDiffers: problem(422, () =>
    t(
      '填的和名册一样。请点“都相符”，或改成实际的情况。',
      'What you entered is what the register says. Choose "all agree", or enter what you found.',
    ),
  ),
  notAsked: problem(422, (d: { field: string }) =>
    t(`这次抽查不问“${d.field}”。请刷新页面。`, `"${d.field}" is not asked here. Reload the page.`),
  ),
  noteMissing: problem(422, () =>
    t('请写一句：去了哪里，问了谁。', 'Add a line: where you went and whom you asked.'),
  ),
})
