// Documents that were checked before, and those whose checks a system declares.
import { useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { Pager } from '../../parts/pager.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { momentWords } from '../import/import-words.ts'

export function KeptSheets() {
  const say = useText()
  const pages = usePages<number>()
  const { data, error } = useCall(
    'verify.figureSheets',
    pages.after === undefined ? {} : { after: pages.after },
  )
  if (error) return <ProblemNote problem={error} />
  if (!data) return null
  return (
    <>
      {data.sheets.length > 0 && (
        <Sheet title={t('核过的材料', 'Checked before')}>
          <ul className="figures-kept">
            {data.sheets.map(({ id, title, maker, changedAt, open }) => (
              <li key={id}>
                <PageLink to={`/verify/figures?sheet=${id}`}>{title}</PageLink>
                <span className="note">
                  {`${maker}　${momentWords(changedAt)}　${say(t(`${open} 条没有结`, `${open} open`))}`}
                </span>
              </li>
            ))}
          </ul>
          <Pager {...pages.pager(data.next)} />
        </Sheet>
      )}
      {data.declared.length > 0 && (
        <Sheet title={t('写好的核对', 'Declared checks')}>
          <ul className="figures-kept">
            {data.declared.map(({ id, label, source }) => (
              <li key={id}>
                <PageLink to={`/verify/figures?declared=${id}`}>{say(label)}</PageLink>
                <span className="note">{source}</span>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  )
}
