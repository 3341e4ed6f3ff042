/** The memo of a plan: what is changed, why, what it does, which examples no longer hold, by what document. */
import type { Citation } from '#kernel'
import { citationName, citationQuote } from '#kernel'
import { dayAt, later } from '#platform'
import type { Plan, Policy, ToldTally, YearAhead } from '#policy'
import type { Block, Figure } from './word-file.ts'
import { amountWords, differenceWords, factWords, resultWords, unitOf, valueWords } from './words.ts'

/** Office time is China Standard Time. */
const CHINA = 8 * 3_600_000

export type MemoAsk = {
  readonly plan: Plan
  readonly policy: Policy
  /** Names of townships by code. */
  readonly places: ReadonlyMap<string, string>
}

export function memoTitle({ plan, policy }: Pick<MemoAsk, 'plan' | 'policy'>): string {
  return `关于调整${policy.label.zh}参数的方案（${plan.title}）`
}

export function memoBlocks(ask: MemoAsk): readonly Block[] {
  const { plan } = ask
  return [
    { kind: 'title', text: memoTitle(ask) },
    ...head('一、调整什么', [changes(ask), { kind: 'text', text: spanWords(plan) }]),
    ...head('二、为什么', [{ kind: 'text', text: plan.reason || '（起草人还没有写）' }]),
    ...head('三、影响', [{ kind: 'text', text: effectWords(ask) }, ...effectTables(ask)]),
    ...head('四、例子', exampleBlocks(ask)),
    ...head('五、依据', [
      { kind: 'text', text: plan.citation ? citationWords(plan.citation) : '（起草人还没有写）' },
    ]),
    ...head('六、怎么算的', [{ kind: 'text', text: methodWords(ask) }]),
    { kind: 'note', text: signWords(plan) },
  ]
}

function head(text: string, blocks: readonly Block[]): readonly Block[] {
  return [{ kind: 'head', text }, ...blocks]
}

function changes({ plan, policy }: MemoAsk): Block {
  const rows = plan.changes.map(({ key, value, was }) => [
    policy.tree.parameters[key]?.label.zh ?? key,
    fig(valueWords(policy, key, was)),
    fig(valueWords(policy, key, value)),
  ])
  return { kind: 'table', head: ['参数', '现行', '拟改为'], rows }
}

function spanWords({ validFrom, validUntil, trial }: Plan): string {
  const from = validFrom ? `自 ${validFrom} 起施行` : '施行日期未定'
  const until = validUntil ? `，至 ${validUntil} 前` : ''
  const tried = trial.from
    ? `试算时也只从 ${trial.from} 起按新值算。`
    : '试算时不论哪一天的事都按新值算，所以下面是全面施行后的影响；施行日期以前的事仍按旧值。'
  return `${from}${until}。${tried}`
}

function effectWords({ plan, policy, places }: MemoAsk): string {
  const { total, kind } = plan.effect
  const unit = ` ${unitOf(kind).zh}`.trimEnd()
  const least = total.open > 0 ? '至少 ' : ''
  return [
    `管辖范围内 ${total.subjects} 人。`,
    `现行合计 ${total.openNow > 0 ? '至少 ' : ''}${amountWords(total.sum[0])}${unit}，试算合计 ${least}${amountWords(total.sum[1])}${unit}，${differenceWords(total.difference, unit)}。`,
    `能得的由 ${total.entitled[0]} 人变为 ${total.entitled[1]} 人。`,
    `增加 ${total.up} 人，合计增加 ${amountWords(total.gained)}${unit}；减少 ${total.down} 人，合计减少 ${amountWords(total.lost)}${unit}；不变 ${total.same} 人；还不能判断 ${total.open} 人，不在合计内。`,
    fixedWords({ plan, policy, places }),
  ].join('')
}

/** Whose own papers fix a tried value is told, since no trial moves it. */
function fixedWords({ plan, policy }: MemoAsk): string {
  return Object.entries(plan.effect.fixed)
    .map(
      ([key, count]) =>
        `${policy.tree.parameters[key]?.label.zh ?? key}：${count} 人的项目自己定了，不随这里变。`,
    )
    .join('')
}

function aheadBlocks(years: readonly YearAhead[], places: MemoAsk['places']): readonly Block[] {
  const figures = ({ sum, difference }: Pick<YearAhead, 'sum' | 'difference'>) =>
    [amountWords(sum[0]), amountWords(sum[1]), amountWords(difference)].map(fig)
  const rows = years.flatMap((one) => [
    [`${one.year} 年`, '全部', ...figures(one)],
    ...one.townships.map((place) => ['', places.get(place.code) ?? place.code, ...figures(place)]),
  ])
  return [
    { kind: 'note', text: '全年支出（按现在名册里的人，一个月一个月算；以后的增减人不在内）' },
    { kind: 'table', head: ['年度', '乡镇', '现行（元）', '试算', '相差'], rows },
  ]
}

function effectTables({ plan, places }: MemoAsk): readonly Block[] {
  const { total, townships, years, kind } = plan.effect
  const unit = unitOf(kind).zh
  const columns = [
    '人数',
    `现行${unit && `（${unit}）`}`,
    '试算',
    '相差',
    '增加（人）',
    '减少（人）',
    '不能判断（人）',
  ]
  const sum = ['合计', ...figures(total)]
  const byPlace = townships.map((one) => [places.get(one.code) ?? one.code, ...figures(one)])
  const byYear = years.map((one) => [one.year === null ? '不详' : `${one.year} 年`, ...figures(one)])
  return [
    { kind: 'note', text: '各乡镇' },
    { kind: 'table', head: ['乡镇', ...columns], rows: [...byPlace, sum], last: 'sum' },
    { kind: 'note', text: '各年度（按参数所看的那一天）' },
    { kind: 'table', head: ['年度', ...columns], rows: [...byYear, sum], last: 'sum' },
    ...(plan.effect.ahead ? aheadBlocks(plan.effect.ahead, places) : []),
  ]
}

function figures({ subjects, sum, difference, up, down, open }: ToldTally): Figure[] {
  return [
    String(subjects),
    amountWords(sum[0]),
    amountWords(sum[1]),
    amountWords(difference),
    String(up),
    String(down),
    String(open),
  ].map(fig)
}

function fig(figure: string): Figure {
  return { figure }
}

function exampleBlocks({ plan, policy }: MemoAsk): readonly Block[] {
  const { effect, examples } = plan
  if (effect.examples.length === 0 && examples.length === 0)
    return [{ kind: 'text', text: '规则文件里的例子都还成立。' }]
  const moved = effect.examples.flatMap(({ at, rule, title, differences }) =>
    differences.map(({ what, expected, found }) => [
      `${at + 1}. ${rule} ${title?.zh ?? ''}`.trim(),
      policy.tree.results[what]?.label.zh ?? what,
      fig(resultWords(policy, what, expected)),
      fig(resultWords(policy, what, found)),
    ]),
  )
  const text = `不论哪一天的事都按新值算，有 ${effect.examples.length} 个例子的结果与原来写的不同。日期在施行以前的例子仍按旧值；施行以后的，由起草人按文件写明应得多少，全部相符才能批准。`
  return [
    { kind: 'text', text },
    ...(moved.length > 0
      ? [{ kind: 'table', head: ['例子', '哪一项', '应是', '现算'], rows: moved } as const]
      : []),
    ...statedBlocks(examples, policy),
  ]
}

/** What its author worked out by hand. */
function statedBlocks(examples: Plan['examples'], policy: Policy): readonly Block[] {
  if (examples.length === 0) return []
  const rows = examples.map(({ given, expect }) => [
    Object.entries(given)
      .map(
        ([name, value]) => `${policy.tree.facts[name]?.label.zh ?? name} ${factWords(policy, name, value)}`,
      )
      .join('，'),
    Object.entries(expect.result ?? {})
      .map(
        ([name, value]) =>
          `${policy.tree.results[name]?.label.zh ?? name} ${resultWords(policy, name, value)}`,
      )
      .join('，'),
  ])
  return [
    { kind: 'note', text: '起草人按文件写明的例子' },
    { kind: 'table', head: ['事实', '应得'], rows },
  ]
}

function citationWords(citation: Citation): string {
  const says = citationQuote(citation)
  return `${citationName(citation).zh}${says ? `：“${says.zh}”` : ''}`
}

function methodWords({ plan, policy }: MemoAsk): string {
  const { effect } = plan
  const result = policy.tree.results[effect.result]?.label.zh ?? effect.result
  return [
    `合计的是“${result}”。名册按 ${plan.trial.on ?? effect.on} 这一天的情况，以 ${later(effect.known, CHINA).slice(0, 16).replace('T', ' ')} 以前登记的为准。`,
    `规则第 ${policy.version} 版，校验码 ${plan.ruleHash.slice(0, 12)}；参数版本 ${plan.parameterVersion}。`,
    '逐人计算，没有抽样，没有估计。批准后施行的就是这里试算的值。',
  ].join('')
}

function signWords({ madeByName, madeAt, decidedByName, outcome, decidedAt, sentAt }: Plan): string {
  const made = `${madeByName} ${dayAt(madeAt)} 起草`
  if (!outcome) return `${made}，${sentAt ? '待批准' : '草稿'}`
  return `${made}，${decidedByName ?? ''} ${decidedAt ? dayAt(decidedAt) : ''} ${outcome === 'approved' ? '批准' : '不予批准'}`
}
