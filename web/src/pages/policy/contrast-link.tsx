// 重算对照 in the head of a person's page.
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import type { PanelProps } from '../register/panels.ts'

export function ContrastLink({ register, id }: Pick<PanelProps, 'register' | 'id'>) {
  const say = useText()
  return <PageLink to={`/contrast/${register}/${id}`}>{say(t('重算对照', 'Paid and due'))}</PageLink>
}
