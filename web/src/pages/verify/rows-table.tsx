// The sheet that is typed: a row a figure. The last row is always empty.
import { type Text, t, useText } from '../../app/text.tsx'
import { emptyRow, type Row } from './figures-types.ts'

type Key = Exclude<keyof Row, 'register' | 'area'>

const columns: readonly { key: Key; label: Text; wide?: true; hint?: string }[] = [
  { key: 'label', label: t('名称', 'Name'), wide: true },
  { key: 'value', label: t('数值', 'Value'), hint: '3,878' },
  { key: 'unit', label: t('单位', 'Unit') },
  { key: 'rounding', label: t('舍入到', 'Rounded to'), hint: '1' },
  { key: 'total', label: t('属于合计', 'Part of sum'), wide: true },
  { key: 'within', label: t('其中于', 'Lies within'), wide: true },
  { key: 'share', label: t('占比 %', 'Share %'), hint: '45.7' },
  { key: 'base', label: t('占的是', 'Share of'), wide: true },
  { key: 'increase', label: t('比上年增加', 'Increase') },
  { key: 'growth', label: t('增长 %', 'Growth %') },
  { key: 'bound', label: t('要求', 'Bound'), hint: '≥16.5' },
  { key: 'date', label: t('日期', 'Date') },
  { key: 'place', label: t('出处', 'Source'), wide: true },
]

const fromRegister = t('取名册的数', 'from the register')

export function RowsTable({ rows, onChange }: { rows: readonly Row[]; onChange: (rows: Row[]) => void }) {
  const say = useText()
  const set = (at: number, key: Key, value: string) => {
    const next = rows.map((row, i) => (i === at ? { ...row, [key]: value } : row))
    onChange(at === rows.length - 1 && value !== '' ? [...next, emptyRow] : next)
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
    <section className="figures-scroll" aria-label={say(t('数表', 'Figures'))} tabIndex={0}>
      <table className="figures-table">
        <thead>
          <tr>
            <th scope="col">{say(t('行', 'Row'))}</th>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col">
                {say(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the sheet
            <tr key={at}>
              <th scope="row">{at + 1}</th>
              {columns.map(({ key, label, wide, hint }) => (
                <td key={key} className={wide ? 'figures-wide' : undefined}>
                  <input
                    aria-label={say(t(`第 ${at + 1} 行${label.zh}`, `Row ${at + 1} ${label.en}`))}
                    value={row[key] ?? ''}
                    placeholder={
                      key === 'value' && row.register ? say(fromRegister) : at === 0 ? hint : undefined
                    }
                    onChange={(event) => set(at, key, event.target.value)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
