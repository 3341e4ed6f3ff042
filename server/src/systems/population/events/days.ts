/** What holds for the day of every event: nobody does anything before he is born, and nobody comes in before that. */
import { completedYears, type Day, t } from '#kernel'
import type { AnyRow, Asked, EventDeclaration, EventIssue, Planned } from '#register'
import { person } from '../registers/index.ts'

/** Older than anybody has become; the year was mistyped. */
const oldest = 125

/** The event, with the days of all persons that it changes looked at; its own refusals come first. */
export function inLifetime(event: EventDeclaration): EventDeclaration {
  return {
    ...event,
    plan: async (asked) => {
      const planned = await event.plan(asked)
      if ((planned.issues ?? []).length > 0) return planned
      return { ...planned, issues: dayIssues(planned, asked) }
    },
  }
}

function dayIssues({ effects }: Planned, { on, today }: Pick<Asked, 'on' | 'today'>): EventIssue[] {
  for (const effect of effects) {
    if (effect.register !== person) continue
    const row: Partial<AnyRow> = effect.act === 'insert' ? effect.values : effect.row
    const birth = row.birthDate
    if (typeof birth !== 'string') continue
    const name = String(row.name)
    if (on < birth)
      return issue(
        `${name}出生于 ${birth}，${on} 在它之前。请核对日期。`,
        `${name} was born on ${birth}, and ${on} is before that. Check the days.`,
      )
    if (effect.act === 'insert' && completedYears(birth as Day, today) > oldest)
      return issue(
        `${name}的出生日期 ${birth} 距今超过 ${oldest} 年。请核对年份。`,
        `${name} would be older than ${oldest}: born on ${birth}. Check the year.`,
      )
  }
  return []
}

function issue(zh: string, en: string): EventIssue[] {
  return [{ field: 'on', text: t(zh, en) }]
}
