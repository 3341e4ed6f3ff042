// 节假日与调休: which days count as worked. Years that are not announced are entered from the notice, line by line.
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useAct, useCall } from '../../api.ts'
import { useMay, useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { weekdayWords } from '../../parts/day-words.ts'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Page as PageFrame } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { type NoticeDay, readNotice } from './notice-lines.ts'
import './settings.css'

export function Page() {
  const say = useText()
  const may = useMay()
  const { meta } = useSession()
  const [year, setYear] = useState(Number(meta.today.slice(0, 4)))
  const { data, error } = useCall('holiday.list', { year })
  const last = data ? Math.max(...data.years) : undefined
  return (
    <PageFrame
      title={t('节假日与调休', 'Holidays')}
      sentence={
        last &&
        say(
          t(
            `工作日算到 ${last} 年；以后的年份要等通知公布后录入，没有录入的不算，免得算错期限。`,
            `Working days are known until ${last}; later years are entered from the notice. A year without it is not counted, so that no time limit is wrong.`,
          ),
        )
      }
    >
      {error && <ProblemNote problem={error} />}
      <Sheet
        title={t('一年的安排', 'One year')}
        note={data?.document}
        actions={<YearChoice year={year} onYear={setYear} />}
      >
        {data && !data.known && (
          <EmptyNote text={t(`还没有 ${year} 年的安排。`, `Nothing is known of ${year}.`)} />
        )}
        {data?.known && <DayLine label={say(t('放假', 'Off'))} days={data.off} />}
        {data?.known && <DayLine label={say(t('调休上班', 'Worked weekends'))} days={data.work} />}
      </Sheet>
      <div className="page-gap" />
      {may('holiday.enter') && <EnterSheet key={year} year={year} />}
    </PageFrame>
  )
}

function YearChoice({ year, onYear }: { year: number; onYear: (year: number) => void }) {
  const say = useText()
  const { meta } = useSession()
  const now = Number(meta.today.slice(0, 4))
  const years = Array.from({ length: 8 }, (_, i) => now - 4 + i)
  return (
    <Select
      aria-label={say(t('年份', 'Year'))}
      value={year}
      onChange={onYear}
      options={years.map((value) => ({ value, label: value }))}
      style={{ width: 100 }}
    />
  )
}

function DayLine({ label, days }: { label: string; days: readonly string[] }) {
  const say = useText()
  return (
    <p>
      <b>{label}</b>
      {say(t('　', ' '))}
      {days
        .map((day) => `${Number(day.slice(5, 7))}-${Number(day.slice(8))} ${say(weekdayWords(day))}`)
        .join(say(t('、', ', '))) || say(t('没有', 'none'))}
    </p>
  )
}

function EnterSheet({ year }: { year: number }) {
  const say = useText()
  const [document, setDocument] = useState('')
  const [lines, setLines] = useState('')
  const enter = useAct('holiday.enter')
  const read = readNotice(lines)
  const days = read.flatMap((line) => ('day' in line ? [line as NoticeDay] : []))
  const unread = read.filter((line) => 'unread' in line)
  return (
    <Sheet
      title={t('照通知录入', 'Enter from the notice')}
      footer={
        <>
          <span>
            {say(
              unread.length > 0
                ? t(
                    `有 ${unread.length} 行看不懂，照左边的样子写。`,
                    `${unread.length} lines are not understood; write them as shown.`,
                  )
                : t(
                    `${days.length} 天。存下后，${year} 年原来的安排整个换掉，没办完的期限按新的算。`,
                    `${days.length} days. They replace the whole of ${year}; open time limits follow at once.`,
                  ),
            )}
          </span>
          <Button
            type="primary"
            disabled={days.length === 0 || unread.length > 0 || !document.trim()}
            loading={enter.isPending}
            onClick={() => enter.mutate({ year, document: document.trim(), days })}
          >
            {say(t('存下', 'Save'))}
          </Button>
        </>
      }
    >
      <div className="notice-form">
        <Input
          aria-label={say(t('文号', 'Document'))}
          placeholder={say(t('文号，如 国办发明电〔2026〕7号', 'Number of the notice'))}
          value={document}
          onChange={(event) => setDocument(event.target.value)}
        />
        <Input.TextArea
          aria-label={say(t('每行一天', 'One day a line'))}
          rows={7}
          value={lines}
          onChange={(event) => setLines(event.target.value)}
          placeholder={`${year}-01-01 放假 元旦\n${year}-02-06 上班 春节`}
        />
      </div>
      {enter.error && <ProblemNote problem={enter.error} />}
    </Sheet>
  )
}
