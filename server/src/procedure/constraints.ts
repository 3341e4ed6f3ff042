/** What PostgreSQL refuses in this room, in its words. Loaded with the room. */

import { isDay } from '#kernel'
import { defineConstraints } from '#platform'
import { dayText } from './day-text.ts'
import { procedureProblems } from './problems.ts'

export const procedureConstraints = defineConstraints({
  objection_notice: () => procedureProblems.noNotice({ notice: '' }),
  objection_in_time: ({ detail }) =>
    procedureProblems.noticeOver({ until: isDay(detail) ? dayText(detail).zh : detail }),
  objection_rate: () => procedureProblems.tooMany(),
  proc_case_one_open: () => procedureProblems.alreadyOpen({ number: '', subject: '' }),
})
