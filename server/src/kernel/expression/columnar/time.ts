/** Ages, months and days over day codes (GEN-03, GEN-04). */
import type {
  AddDaysNode,
  AddMonthsNode,
  CompletedYearsNode,
  DaysBetweenNode,
  MonthEdgeNode,
  MonthsBetweenNode,
} from '../node.ts'
import {
  codeAfterDays,
  codeAfterMonths,
  lastOfMonthCode,
  monthsOfCodes,
  numberOfCode,
  yearsOfCodes,
} from './day-code.ts'
import { roundedQuotient } from './numbers.ts'
import type { ColumnarRule } from './rule.ts'
import { absorbed, refusedIf, scalar } from './slot.ts'

export const completedYearsColumn: ColumnarRule<CompletedYearsNode> = {
  emit: (node, e) => {
    const [on, birth] = [e.slot(node.on), e.slot(node.birth)]
    const years = e.input('yearsOfCodes', () => yearsOfCodes)
    const v = e.constant(`${years}(${birth.v}, ${on.v}, ${node.turns === 'birthday' ? 0 : 1})`)
    return scalar(refusedIf(e, absorbed(e, [birth, on]), `${v} < 0`), v)
  },
}

export const addMonthsColumn: ColumnarRule<AddMonthsNode> = {
  emit: (node, e) => {
    const [day, months] = [e.slot(node.day), e.slot(node.months)]
    const after = e.input('codeAfterMonths', () => codeAfterMonths)
    const by = node.sign * (e.type(node.months).kind === 'years' ? 12 : 1)
    const v = e.constant(`${after}(${day.v}, ${by} * ${months.v})`)
    return scalar(refusedIf(e, absorbed(e, [day, months]), `${v} === 0`), v)
  },
}

export const addDaysColumn: ColumnarRule<AddDaysNode> = {
  emit: (node, e) => {
    const [day, days] = [e.slot(node.day), e.slot(node.days)]
    const standing = absorbed(e, [day, days])
    const by = roundedQuotient(e, standing.s, { n: days.v, d: days.d }, 'floor')
    const after = e.input('codeAfterDays', () => codeAfterDays)
    const v = e.constant(`${after}(${day.v}, ${node.sign === 1 ? '' : '0 - '}${by})`)
    return scalar(refusedIf(e, standing, `${v} === 0`), v)
  },
}

export const monthEdgeColumn: ColumnarRule<MonthEdgeNode> = {
  emit: (node, e) => {
    const day = e.slot(node.day)
    if (node.edge === 'first') return scalar(day, e.constant(`(${day.v} & -32) | 1`))
    return scalar(day, e.constant(`${e.input('lastOfMonthCode', () => lastOfMonthCode)}(${day.v})`))
  },
}

export const monthsBetweenColumn: ColumnarRule<MonthsBetweenNode> = {
  emit: (node, e) => {
    const [from, to] = [e.slot(node.from), e.slot(node.to)]
    const standing = absorbed(e, [from, to])
    if (node.counting === 'completed')
      return scalar(
        standing,
        e.constant(`${e.input('monthsOfCodes', () => monthsOfCodes)}(${from.v}, ${to.v})`),
      )
    const month = (v: string) => `(${v} >> 9) * 12 + ((${v} >> 5) & 15)`
    return scalar(standing, e.constant(`${month(to.v)} - (${month(from.v)})`))
  },
}

export const daysBetweenColumn: ColumnarRule<DaysBetweenNode> = {
  emit: (node, e) => {
    const [from, to] = [e.slot(node.from), e.slot(node.to)]
    const number = e.input('numberOfCode', () => numberOfCode)
    return scalar(absorbed(e, [from, to]), e.constant(`${number}(${to.v}) - ${number}(${from.v})`))
  },
}
