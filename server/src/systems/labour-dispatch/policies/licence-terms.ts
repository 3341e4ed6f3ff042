/** 许可办理期限: two steps, two clocks, each from the village's application (LM-02, AMB-06, AMB-25, AMB-39). */
import { t } from '#kernel'
import type { DayTerm, TermsOf } from '#policy'
import {
  allOf,
  applies,
  boolean,
  byChoice,
  check,
  choices,
  count,
  dated,
  definePolicy,
  fact,
  ifApplies,
  step,
} from '#policy'
import { licenceExamples } from './licence-terms.data.ts'
import { clause, since } from './sources.ts'
import { dayCount, lastDayOf, onHoliday, workingDays } from './working-days.ts'

const clocks = choices({
  own: t('自许可申请起算', 'from its own application'),
  afterScope: t('自经营范围办理期满起算', 'from the end of the scope term'),
})
const word = { from: since, cite: clause.licences }

const facts = {
  scopeAppliedOn: fact.day({ label: t('经营范围变更申请日', 'Application for the scope') }),
  scopeDoneOn: fact.day({ label: t('经营范围变更办结日', 'Scope changed on') }),
  permitAppliedOn: fact.day({ label: t('人力资源服务许可申请日', 'Application for the permit') }),
  permitDoneOn: fact.day({ label: t('人力资源服务许可办结日', 'Permit given on') }),
  workingDays,
}
const parameters = {
  scopeTerm: dated(count(5), { label: t('经营范围变更期限（天）', 'Term of the scope (days)'), ...word }),
  permitTerm: dated(count(10), { label: t('许可期限（天）', 'Term of the permit (days)'), ...word }),
  scopeCount: dayCount('经营范围变更期限怎么数', 'Counting of the scope term'),
  permitCount: dayCount('许可期限怎么数', 'Counting of the permit term'),
  permitClock: dated(clocks.own, {
    label: t('许可期限的起点', 'Start of the permit term'),
    question: 'AMB-25',
    ...word,
  }),
  onHoliday: dated(onHoliday.stays, {
    label: t('期满日不上班时', 'Last day not worked'),
    question: 'AMB-39',
    ...word,
  }),
}
type Facts = TermsOf<typeof facts>

export const licenceTerms = definePolicy({
  id: 'labour-dispatch.licence-terms',
  label: t('劳务合作社许可办理期限', 'Licence terms of a labour-service cooperative'),
  source: clause.licences,
  summary: {
    who: t('申请组织化务工的村。', 'Villages that apply to organise out-work.'),
    how: t(
      '经营范围变更和人力资源服务许可各自从申请起算期限，许可在经营范围变更之后办。',
      'Scope and permit each have a term from their application; the permit comes after the scope.',
    ),
  },
  effective: { from: since },
  facts,
  parameters,
  on: (f) => f.scopeAppliedOn,
  decide: (f, p) => {
    const scope = { length: p.scopeTerm, counting: p.scopeCount, onHoliday: p.onHoliday }
    const permit = { length: p.permitTerm, counting: p.permitCount, onHoliday: p.onHoliday }
    const scopeDue = step(
      'scopeDue',
      t('经营范围变更最迟办结日', 'Scope due'),
      lastDayOf(scope, f.scopeAppliedOn, f.workingDays),
      clause.licences,
    )
    const begins = byChoice(p.permitClock, { own: f.permitAppliedOn, afterScope: scopeDue })
    const permitBegins = step('permitBegins', t('许可期限起算日', 'The permit term begins'), begins)
    const permitDue = step(
      'permitDue',
      t('许可最迟办结日', 'Permit due'),
      lastDayOf(permit, permitBegins, f.workingDays),
      clause.licences,
    )
    return {
      scopeDue,
      permitDue,
      scopeOnTime: onTime('scopeOnTime', t('经营范围变更按时办结', 'Scope on time'), f.scopeDoneOn, scopeDue),
      permitOnTime: onTime('permitOnTime', t('许可按时办结', 'Permit on time'), f.permitDoneOn, permitDue),
      inOrder: orderCheck(f),
      calendarReaches: calendarCheck(scopeDue, permitDue),
    }
  },
  examples: licenceExamples,
})

function onTime(id: string, label: ReturnType<typeof t>, done: DayTerm, due: DayTerm) {
  return step(id, label, done.isAtMost(due), clause.licences)
}

function orderCheck(f: Facts) {
  const after = ifApplies(f.scopeDoneOn, f.permitDoneOn.isAtLeast(f.scopeDoneOn), boolean(false))
  return check(
    'inOrder',
    t('核对：许可在经营范围变更之后', 'Check: the permit after the scope'),
    ifApplies(f.permitDoneOn, after, boolean(true)),
    {
      severity: 'warning',
      message: t(
        '许可办在了经营范围变更之前，顺序应当相反。请核对两个办结日。',
        'The permit was given before the scope was changed; it should be the other way round. Check both days.',
      ),
      cite: clause.licences,
    },
  )
}

/** A list of working days that is too short names no day, it does not guess one. */
function calendarCheck(scopeDue: DayTerm, permitDue: DayTerm) {
  return check(
    'calendarReaches',
    t('核对：工作日历够长', 'Check: the list of working days is long enough'),
    allOf(applies(scopeDue), applies(permitDue)),
    {
      severity: 'refusal',
      message: t(
        '工作日历没有排到期满日，算不出最迟办结日。请补录工作日。',
        'The list of working days ends before the last day of the term, so no day is named. Add the days.',
      ),
      cite: clause.licences,
    },
  )
}
