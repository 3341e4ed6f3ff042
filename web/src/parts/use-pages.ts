// Walking through a keyset list: remembers the way back.
import { useState } from 'react'

/**
 * `const page = usePages<string>(); useCall('register.list', { after: page.after });`
 * then `<DataTable pager={page.pager(data?.next)} />`.
 */
export function usePages<Key>() {
  const [way, setWay] = useState<readonly Key[]>([])
  return {
    after: way.at(-1),
    number: way.length + 1,
    restart: () => setWay([]),
    pager: (next: Key | null | undefined) => ({
      onBack: way.length > 0 ? () => setWay(way.slice(0, -1)) : undefined,
      onNext: next !== null && next !== undefined ? () => setWay([...way, next]) : undefined,
    }),
  }
}
