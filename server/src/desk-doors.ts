/** What the ledger and the checks put on the desk, read through their own doors in the person's own name. */
import { daysBetween, formatYuan, isDay, parseYuan, t } from '#kernel'
import { type AnyOperation, askOperation, type Ctx, may } from '#platform'
import type { Alert, DeskSource, DeskTask, Payment } from '#report'
import type { Api } from './api.ts'

type Ask = <N extends keyof Api>(name: N, input: Api[N]['input']) => Promise<Api[N]['output']>
type Batch = Api['batch.list']['output']['batches'][number]
type Project = Api['fund.get']['output']['projects'][number]

/** `doors` is asked for when the desk is read: the desk is itself one of them. */
export function doorDesk(doors: () => readonly AnyOperation[]): DeskSource {
  const askAs =
    (ctx: Ctx): Ask =>
    async (name, input) =>
      // the door's own schema has let this answer out
      (await askOperation(ctx, doors(), { name, input })) as never
  const withLedger =
    <T>(read: (ask: Ask) => Promise<T[]>) =>
    async (ctx: Ctx) =>
      may(ctx.actor, 'ledger.read') ? read(askAs(ctx)) : []
  return {
    tasks: async (ctx) => [
      ...(await withLedger(batchTasks)(ctx)),
      ...(await planTasks(ctx, askAs(ctx))),
      ...(await adoptionTasks(ctx, askAs(ctx))),
      ...(await mergeTasks(ctx, askAs(ctx))),
      ...(await sampleTasks(ctx, askAs(ctx))),
    ],
    payments: withLedger(payments),
    alerts: async (ctx) => [...(await withLedger(shortfalls)(ctx)), ...(await findings(ctx, askAs(ctx)))],
  }
}

async function openBatches(ask: Ask): Promise<Batch[]> {
  const { batches } = await ask('batch.list', { limit: 20 })
  return batches.filter(({ state }) => state !== 'archived')
}

async function batchTasks(ask: Ask): Promise<DeskTask[]> {
  const waiting = (await openBatches(ask)).filter(({ mine }) => mine)
  return waiting.map((batch) => ({
    key: `batch:${batch.id}`,
    title: t(
      `${batch.period} ${batch.item.zh}，${batch.count} 人`,
      `${batch.period} ${batch.item.en}, ${batch.count} persons`,
    ),
    business: t('发放批次', 'Payment batches'),
    area: null,
    situation: t(
      `${batch.stateLabel.zh}，合计 ${shown(batch.total)} 元`,
      `${batch.stateLabel.en}, ${shown(batch.total)} in all`,
    ),
    verb: t('办这一批', 'Act'),
    to: `/batch/${batch.id}`,
    due: null,
    daysLeft: null,
  }))
}

/** Plans of the laboratory that wait for a second person. */
async function planTasks({ actor }: Ctx, ask: Ask): Promise<DeskTask[]> {
  if (!may(actor, 'policy.approve') || !may(actor, 'policy.simulate')) return []
  const { plans } = await ask('policy.plans', {})
  const waiting = plans.filter(
    ({ sentAt, outcome, madeBy }) => sentAt && !outcome && madeBy !== actor.accountId,
  )
  return waiting.map(({ id, title, policy, madeByName, effect: { total } }) => ({
    key: `plan:${id}`,
    title: t(title, title),
    business: t('政策方案', 'Policy plans'),
    area: null,
    situation: t(
      `${madeByName} 起草，增加 ${total.up} 人，减少 ${total.down} 人`,
      `by ${madeByName}: ${total.up} gain, ${total.down} lose`,
    ),
    verb: t('批准方案', 'Approve'),
    to: `/laboratory/${policy}`,
    due: null,
    daysLeft: null,
  }))
}

/** Records to be looked at in the field, a line a sample. */
async function sampleTasks({ actor, today }: Ctx, ask: Ask): Promise<DeskTask[]> {
  if (!may(actor, 'sample.visit')) return []
  const { waiting } = await ask('sample.waiting', {})
  return waiting.map(({ sampleId, title, due, area, open }) => ({
    key: `sample:${sampleId}`,
    title: t(title, title),
    business: t('现场复核', 'Field re-check'),
    area: area.slice(0, 12),
    situation: t(`还有 ${open} 条没有查`, `${open} records to look at`),
    verb: t('去复核', 'Look'),
    to: '/verify/visit',
    due,
    daysLeft: isDay(due) ? daysBetween(today, due) : null,
  }))
}

/** Merges of records that both have money, for who may be the second person (GEN-13). */
async function mergeTasks({ actor }: Ctx, ask: Ask): Promise<DeskTask[]> {
  const registers = [...actor.verbs].flatMap((verb) => verb.match(/^(\w+)\.confirmMerge$/)?.[1] ?? [])
  const tasks: DeskTask[] = []
  for (const register of registers.filter((name) => may(actor, `${name}.read`))) {
    const { merges } = await ask('duplicate.merges', { register, waiting: true, limit: 100 })
    for (const { id, keptId, goneId, titles, proposedName } of merges.filter((one) => one.canConfirm))
      tasks.push({
        key: `merge:${id}`,
        title: t(
          `${titles.gone} #${goneId} 并入 ${titles.kept} #${keptId}`,
          `${titles.gone} #${goneId} into ${titles.kept} #${keptId}`,
        ),
        business: t('查重', 'Duplicates'),
        area: null,
        situation: t(
          `${proposedName}提出，两条都有资金账户，等另一人确认`,
          `proposed by ${proposedName}; both have accounts with money`,
        ),
        verb: t('确认合并', 'Confirm'),
        to: `/r/${register}/duplicates?state=merged&of=${keptId}`,
        due: null,
        daysLeft: null,
      })
  }
  return tasks
}

/** What others proposed to take over from lists, for who may confirm it. */
async function adoptionTasks({ actor }: Ctx, ask: Ask): Promise<DeskTask[]> {
  if (!may(actor, 'verify.adopt') || !may(actor, 'verify.read')) return []
  const { adoptions } = await ask('compare.adoptions', { state: 'proposed', limit: 200 })
  const waiting = adoptions.filter(({ mine }) => !mine)
  if (waiting.length === 0) return []
  const by = [...new Set(waiting.map(({ proposer }) => proposer))]
  return [
    {
      key: 'adoptions',
      title: t(`采信名单 ${waiting.length} 条`, `${waiting.length} facts from lists`),
      business: t('名单比对', 'List comparison'),
      area: null,
      situation: t(`${by.join('、')}提出，等另一人确认`, `proposed by ${by.join(', ')}`),
      verb: t('确认采信', 'Confirm'),
      to: '/verify/compare',
      due: null,
      daysLeft: null,
    },
  ]
}

async function payments(ask: Ask): Promise<Payment[]> {
  return (await openBatches(ask)).map((batch) => ({
    key: `batch:${batch.id}`,
    title: t(`${batch.period} ${batch.item.zh}`, `${batch.period} ${batch.item.en}`),
    count: batch.count,
    total: batch.total,
    state: batch.stateLabel,
    mark: 'doing',
    to: `/batch/${batch.id}`,
  }))
}

/** Projects whose four parts have not all arrived (LS-09). */
async function shortfalls(ask: Ask): Promise<Alert[]> {
  const { funds } = await ask('fund.list', {})
  const alerts: Alert[] = []
  for (const { id } of funds) {
    const { projects } = await ask('fund.get', { fund: id })
    alerts.push(
      ...projects.filter(({ short }) => parseYuan(short) > 0).map((project) => shortfall(id, project)),
    )
  }
  return alerts
}

function shortfall(fund: string, { context, title, short, due }: Project): Alert {
  return {
    key: `short:${fund}:${context.id}`,
    mark: 'late',
    title: t(`${title}：资金没有到齐`, `${title}: funds are short`),
    text: t(
      `应到 ${shown(due)} 元，还差 ${shown(short)} 元`,
      `${shown(short)} of ${shown(due)} has not arrived`,
    ),
    verb: t('催拨', 'See'),
    to: `/fund/${fund}?project=${context.id}`,
  }
}

/** Open findings, a line a check. */
async function findings(ctx: Ctx, ask: Ask): Promise<Alert[]> {
  if (!may(ctx.actor, 'verify.read')) return []
  const { tallies } = await ask('verify.tally', {})
  const faults = tallies.filter(({ fault, count }) => fault && count > 0)
  return faults.slice(0, 6).map(({ check, label, count, people, verdictText }) => ({
    key: `finding:${check}:${verdictText.en}`,
    mark: 'doubt',
    title: label,
    text: t(`${count} 个疑点没有结，涉及 ${people} 人`, `${count} findings open, ${people} persons`),
    verb: t('核对', 'Check'),
    to: `/findings?check=${check}`,
  }))
}

function shown(yuan: string): string {
  return formatYuan(parseYuan(yuan))
}
