// 期限日历: all open cases in scope by what is due next, whoever has to act.
import { useCall } from '../../api.ts'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { Columns, Page as PageFrame } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { CalendarSheet } from './calendar-sheet.tsx'
import { CaseLines } from './case-lines.tsx'

const MOST = 200

export function Page() {
  const say = useText()
  const { meta } = useSession()
  const desk = useCall('desk.read', {})
  const read = useCall('case.list', { open: true, byDue: true, limit: MOST })
  const rows = read.data?.rows
  const late = (rows ?? []).filter(({ due }) => due !== null && due < meta.today).length
  const more = read.data?.next
    ? t(`，先列最近到期的 ${MOST} 件`, `, the nearest ${MOST} are shown`)
    : t('', '')
  return (
    <PageFrame
      title={t('期限日历', 'Calendar')}
      sentence={
        rows &&
        say(
          t(
            `在办 ${rows.length} 件，${late === 0 ? '没有逾期的' : `${late} 件已逾期`}${more.zh}。`,
            `${rows.length} open, ${late} late${more.en}.`,
          ),
        )
      }
    >
      <Columns
        sideWidth={340}
        main={
          <Sheet title={t('全部期限', 'All limits')} flush>
            <CaseLines
              label={t('按期限', 'By due day')}
              none={t('没有在办的案件。', 'No case is open.')}
              rows={rows}
              problem={read.error}
              onRetry={() => void read.refetch()}
            />
          </Sheet>
        }
        side={
          <CalendarSheet days={desk.data?.calendar ?? []} tasks={desk.data?.tasks ?? []} today={meta.today} />
        }
      />
    </PageFrame>
  )
}
