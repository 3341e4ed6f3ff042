// Public notices in scope: what is posted, until when, and the page that everybody sees.
import { useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { dayWords } from '../../parts/day-words.ts'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Page as PageFrame } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import type { CaseNotice } from './case-types.ts'

export function Page() {
  const say = useText()
  const read = useCall('notice.list', {})
  const running = read.data?.notices.filter((one) => one.withdrawnOn === null && one.left >= 0).length ?? 0
  const columns: Column<CaseNotice>[] = [
    {
      key: 'number',
      label: t('编号', 'Number'),
      cell: (row) => <PageLink to={`/case/${row.caseId}`}>{row.number}</PageLink>,
      card: 'title',
    },
    { key: 'title', label: t('公示', 'Notice'), cell: (row) => `${row.title}　${row.place}`, slack: true },
    { key: 'count', label: t('人数', 'Persons'), number: true, cell: (row) => row.rowCount },
    {
      key: 'days',
      label: t('起止', 'From, to'),
      cell: (row) => `${say(dayWords(row.postedOn))} → ${say(dayWords(row.until))}`,
    },
    { key: 'state', label: t('状态', 'State'), cell: (row) => <NoticeState row={row} />, card: 'state' },
    {
      key: 'page',
      label: t('公示页', 'Page'),
      cell: (row) => (
        <a href={row.path} target="_blank" rel="noreferrer">
          {say(t('打开', 'Open'))}
        </a>
      ),
    },
  ]
  return (
    <PageFrame
      crumb={[{ label: t('办理', 'Cases'), to: '/cases' }]}
      title={t('公示', 'Public notices')}
      sentence={say(
        t(
          `正在公示 ${running} 份。期满当天名单自己撤下。`,
          `${running} on notice. Lists come down by themselves.`,
        ),
      )}
    >
      <Sheet title={t('公示', 'Public notices')} flush>
        <DataTable
          label={t('公示', 'Public notices')}
          columns={columns}
          rows={read.data?.notices}
          rowKey={(row) => row.id}
          problem={read.error}
          empty={<EmptyNote text={t('还没有发布过公示。', 'No notice has been posted.')} />}
        />
      </Sheet>
    </PageFrame>
  )
}

function NoticeState({ row }: { row: CaseNotice }) {
  if (row.withdrawnOn) return <StateMark mark="returned" word={t('已撤回', 'Withdrawn')} />
  if (row.left < 0) return <StateMark mark="done" word={t('已结束', 'Ended')} />
  return (
    <StateMark
      mark={row.left === 0 ? 'soon' : 'doing'}
      word={
        row.left === 0 ? t('今天最后一天', 'Last day') : t(`还有 ${row.left} 天`, `${row.left} days left`)
      }
    />
  )
}
