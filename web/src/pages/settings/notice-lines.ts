// The yearly notice, one day a line: `2027-01-01 放假 元旦`, `2027-02-06 上班 春节`.

export type NoticeDay = { day: string; kind: 'holiday' | 'workday'; name: string }
export type NoticeLine = NoticeDay | { unread: string }

const form = /^(\d{4}-\d{2}-\d{2})[\s，,、]+(放假|休|上班|班)[\s，,、]+(\S.*)$/

/** Line by line; empty lines are left out, a line in another form is kept as `unread`. */
export function readNotice(text: string): NoticeLine[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map(readLine)
}

function readLine(line: string): NoticeLine {
  const [, day, word, name] = form.exec(line) ?? []
  if (!day || !word || !name) return { unread: line }
  return { day, kind: word === '放假' || word === '休' ? 'holiday' : 'workday', name: name.trim() }
}
