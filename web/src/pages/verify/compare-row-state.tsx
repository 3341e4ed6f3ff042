// The state of a row of a list, and whether it has something to take over.
import { StateMark } from '../../parts/state-mark.tsx'
import { adoptionWords, classWords, type ListRow } from './compare-words.ts'

/** Something to take over, not proposed already. */
export function canAdopt({ differs, adoption, here }: ListRow): boolean {
  return here.length === 1 && differs.some(({ adopts }) => adopts) && adoption?.state !== 'proposed'
}

export function RowState({ row }: { row: ListRow }) {
  const { word, mark } = row.adoption ? adoptionWords[row.adoption.state] : classWords[row.class]
  return <StateMark mark={mark} word={word} />
}
