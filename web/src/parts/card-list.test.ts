import { describe, expect, it } from 'vitest'
import { t } from '../app/text.tsx'
import { cardPlaces, factsOf } from './card-list.tsx'

type Row = { into: string | null; out: string | null; balance: string }
const columns = [
  { key: 'text', label: t('摘要', 'Text'), cell: () => '计息', card: 'title' as const },
  { key: 'day', label: t('日期', 'Day'), cell: () => '2024-12-31' },
  { key: 'in', label: t('收入', 'In'), cell: (row: Row) => row.into },
  { key: 'out', label: t('支出', 'Out'), cell: (row: Row) => row.out },
  { key: 'balance', label: t('余额', 'Balance'), cell: (row: Row) => row.balance },
]
const keys = (row: Row) => factsOf(cardPlaces(columns).facts, row).map(([column]) => column.key)

describe('facts of a card', () => {
  it('leave out what the row does not have, so that the balance finds its place', () => {
    expect(keys({ into: '18.44', out: null, balance: '50018.44' })).toEqual(['day', 'in', 'balance'])
    expect(keys({ into: null, out: '240.00', balance: '0.00' })).toEqual(['day', 'out', 'balance'])
  })
  it('are three at most', () => {
    expect(keys({ into: '1.00', out: '2.00', balance: '3.00' })).toEqual(['day', 'in', 'out'])
  })
})
