// The sentence of the desk: what is due, what is late; what comes next where nothing is.
import { type Text, t } from '../../app/text.tsx'
import { dayWords } from '../../parts/day-words.ts'

type Due = { title: Text; due: string | null; daysLeft: number | null }

/** 今天有 3 件到期，1 件已逾期。 */
export function deskSentence(tasks: readonly Due[]): Text {
  const late = tasks.filter(({ daysLeft }) => daysLeft !== null && daysLeft < 0).length
  const today = tasks.filter(({ daysLeft }) => daysLeft === 0).length
  if (late + today > 0) return dueText(today, late)
  const next = tasks.find(({ due }) => due !== null)
  if (next?.due) {
    const day = dayWords(next.due)
    return t(
      `今天没有到期的事。最近一件：${day.zh}，${next.title.zh}。`,
      `Nothing is due today. Next: ${day.en}, ${next.title.en}.`,
    )
  }
  if (tasks.length === 0) return t('没有等您办的事。', 'Nothing waits for you.')
  return t(
    `有 ${tasks.length} 件等您办，都没有时限。`,
    `${tasks.length} things wait for you, none with a time limit.`,
  )
}

function dueText(today: number, late: number): Text {
  if (late === 0) return t(`今天有 ${today} 件到期。`, `${today} due today.`)
  if (today === 0) return t(`有 ${late} 件已逾期。`, `${late} late.`)
  return t(`今天有 ${today} 件到期，${late} 件已逾期。`, `${today} due today, ${late} late.`)
}
