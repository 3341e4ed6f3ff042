// The rows of a register behind a figure, as its list with the conditions of the figure.
import type { ReactNode } from 'react'
import { type Output, useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { writeConditions } from '../register/condition.ts'
import type { Finding } from './finding-table.tsx'

type Behind = NonNullable<Output<'verify.registerFigures'>['values'][number]['behind']>

/** Nothing for who may not read the register. */
export function BehindLink({ behind, children }: { behind: Behind; children: ReactNode }) {
  const { meta } = useSession()
  if (!meta.registers.some(({ name }) => name === behind.register)) return null
  const asked = { f: writeConditions(behind.filter), known: behind.known }
  const words = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return (
    <PageLink to={[`/r/${behind.register}`, ...(words.length > 0 ? [words.join('&')] : [])].join('?')}>
      {children}
    </PageLink>
  )
}

/** Of a finding between figures: the list of each. Nothing for findings of single rows. */
export function BehindLinks({ finding }: { finding: Finding }) {
  const say = useText()
  const { data } = useCall('verify.behind', { findingId: finding.id })
  return (
    <>
      {data?.lists.map((list, at) => (
        <span key={`${list.register}:${list.label.zh}`}>
          {(at > 0 || finding.rowIds.length > 0) && '　'}
          <BehindLink behind={list}>
            {say(t(`${list.label.zh}的名单`, `Rows of: ${list.label.en}`))}
          </BehindLink>
        </span>
      ))}
    </>
  )
}
