// What the declarations say of a kind of account: its word, and on which side it stands.
import { type Text, t } from '../../app/text.tsx'

type Kinds = Record<string, { label: Text; normal: 'D' | 'C' }>
type WithLedger = { ledger?: { kinds: Kinds } | null }

export function kindLabel(meta: WithLedger, kind: string): Text {
  return meta.ledger?.kinds[kind]?.label ?? t(kind, kind)
}

export function kindSide(meta: WithLedger, kind: string): 'D' | 'C' | undefined {
  return meta.ledger?.kinds[kind]?.normal
}
