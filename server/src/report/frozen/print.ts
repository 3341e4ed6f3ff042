/** A frozen report on paper: a black edge line and the number on each page. */
import type { Text } from '#kernel'
import type { Ctx } from '#platform'
import { houseStyle } from '../paper/style.ts'
import { renderTypst } from '../paper/typst.ts'
import type { Figure } from '../table/measure.ts'
import type { Frozen } from './store.ts'

const template = `${houseStyle('landscape')}
#set page(
  background: place(left, dx: 8mm, line(angle: 90deg, length: 100%, stroke: 2pt)),
  header: align(right, text(size: 9pt)[定稿 #data.number]),
)
#title(data.title)
#v(4pt)
#align(center, note[#data.frozen])
#table(
  columns: (..data.heads.map(_ => 1fr), ..data.measures.map(_ => auto)),
  table.header(..data.heads, ..data.measures),
  ..data.rows.map(row => (..row.keys, ..row.figures.map(money))).flatten(),
  table.cell(colspan: data.heads.len())[合计], ..data.total.map(money),
)
#v(6pt)
#note[定稿后数字不再变。指纹 #data.digest]
`

/** PDF bytes; who prints stands at the foot. */
export function printFrozen(ctx: Ctx, { frozen, label }: { frozen: Frozen; label: Text }): Buffer {
  const { figures, number, office, actorName, frozenOn, digest } = frozen
  return renderTypst(template, {
    title: label.zh,
    number,
    frozen: `${office} ${actorName} 于 ${frozenOn} 定稿`,
    heads: figures.heads.map((head) => head.label.zh),
    measures: figures.measures.map((one) => (one.unit ? `${one.label.zh}（${one.unit.zh}）` : one.label.zh)),
    rows: figures.rows.map((row) => ({
      keys: row.keys.map(({ text }) => text.zh),
      figures: row.figures.map(shown),
    })),
    total: figures.total.map(shown),
    digest,
    printed: `${ctx.actor.office} ${ctx.actor.name}　${ctx.today} 打印`,
  })
}

function shown({ value, shown: text, unknown }: Figure): string {
  if (value === null) return '不详'
  return unknown > 0 ? `${text}（${unknown} 行不详）` : text
}
