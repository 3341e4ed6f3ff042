import { defineProblems, problem, type Text, t } from '#kernel'

export const projectionProblems = defineProblems('projection', {
  unknown: problem(404, ({ projection, known }: { projection: string; known: readonly string[] }) =>
    t(
      `没有“${projection}”这种推算。已有的：${known.join('、')}。`,
      `There is no projection named “${projection}”. There are: ${known.join(', ')}.`,
    ),
  ),
  wholeCounty: problem(403, (_: { area: string }) =>
    t(
      '资金推算要用全县的账户和统筹账户，您的管辖范围不到全县。请由县级账户打开。',
      'The projection needs all accounts of the county; your area is smaller. Ask with an account of the county.',
    ),
  ),
  notAsked: problem(422, ({ policy, key }: { policy: string; key: string }) =>
    t(
      `推算不用“${policy}”的参数“${key}”。请从页面列出的参数里选。`,
      `The projection does not use the parameter “${key}” of “${policy}”. Choose one of those listed.`,
    ),
  ),
  noAssumption: problem(422, ({ name }: { name: string }) =>
    t(
      `推算没有“${name}”这个假设。请从页面列出的假设里选。`,
      `The projection has no assumption “${name}”. Choose one of those listed.`,
    ),
  ),
  assumptionForm: problem(
    422,
    ({ label, given, example }: { name: string; label: Text; given: string; example: string }) =>
      t(
        `${label.zh}写的是“${given}”，看不懂或者太大。请写成 ${example} 这样。`,
        `${label.en} is given as “${given}”, which cannot be read or is too large. Write it as ${example}.`,
      ),
  ),
  assumptionMissing: problem(422, ({ label }: { name: string; label: Text }) =>
    t(
      `${label.zh}没有已定的值可用。请在假设里填写。`,
      `${label.en}: nothing was decided that could be taken. Give it as an assumption.`,
    ),
  ),
  pairForm: problem(422, ({ given }: { given: string }) =>
    t(
      `“${given}”看不懂。假设写成 名称=值，参数写成 政策:参数=值，如 land-security.pension:standard=300.00。`,
      `“${given}” cannot be read. Write an assumption as name=value, a parameter as policy:key=value.`,
    ),
  ),
  undecided: problem(422, ({ policy, lacks }: { policy: Text; lacks: Text }) =>
    t(
      `按${policy.zh}还算不出金额：${lacks.zh}未定。请先在政策页提出并批准这个参数，再推算。`,
      `${policy.en} gives no amount yet: ${lacks.en} is not set. Propose and approve the parameter first.`,
    ),
  ),
})
