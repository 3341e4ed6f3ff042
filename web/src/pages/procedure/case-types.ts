// The shapes of a case as the server sends them, and small words that several pages share.
import type { Output } from '../../api-types.ts'
import { type Text, t } from '../../app/text.tsx'
import type { Mark } from '../../parts/state-mark.tsx'

export type Case = Output<'case.get'>
export type NextAct = Case['next'][number]
export type CaseItem = Case['itemRows'][number]
export type Objection = Case['objections'][number]
export type WaitingObjection = Case['waiting'][number]
export type CaseNotice = Case['notices'][number]
export type CaseHead = Output<'case.list'>['rows'][number]

const itemMarks: Record<string, Mark> = {
  todo: 'open',
  doing: 'doing',
  done: 'done',
  refused: 'refused',
  returned: 'returned',
}

export function itemMark(mark: string): Mark {
  return itemMarks[mark] ?? 'open'
}

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** 第一批. */
export function batchWords(batch: number): Text {
  return t(`第${numerals[batch] ?? ` ${batch} `}批`, `Batch ${batch}`)
}

/** The act that the page opens with: an answer that is due, then the next step of the path. */
export function firstAct(data: Case): NextAct | undefined {
  const mine = data.next.filter((one) => one.can)
  return (
    mine.find((one) => one.objection === 'answer') ??
    mine.find((one) => one.front && isStep(one)) ??
    mine.find(isStep) ??
    mine.find((one) => !one.back && one.objection === undefined)
  )
}

/** A step of the path: not one back, not on chosen people only, not the end of the case before its time. */
export function isStep(one: NextAct): boolean {
  return !one.back && one.take !== 'chosen' && one.objection === undefined && one.action !== 'close'
}
