/** What each room puts on the desk: its own words for what waits, as the desk reads them. */
import { t } from '#kernel'
import { may } from '#platform'
import { listTasks, type Task } from '#procedure'
import type { DeskSource, DeskTask } from '#report'

type CaseRoom = Parameters<typeof listTasks>[0]

/** Cases in which I can act today. */
export function caseDesk(room: CaseRoom): DeskSource {
  return {
    tasks: async (ctx) => (may(ctx.actor, 'case.read') ? (await listTasks(room, ctx)).map(caseTask) : []),
  }
}

function caseTask({
  caseId,
  action,
  title,
  label,
  number,
  verb,
  items,
  area,
  due,
  daysLeft,
}: Task): DeskTask {
  const many = items > 0 ? t(`，${items} 人`, `, ${items} persons`) : t('', '')
  return {
    key: `case:${caseId}:${action}`,
    title,
    business: label,
    area,
    situation: t(`${label.zh} ${number}${many.zh}`, `${label.en} ${number}${many.en}`),
    verb,
    to: `/case/${caseId}`,
    due,
    daysLeft,
  }
}
