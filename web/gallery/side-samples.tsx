// The right column of the gallery: forms, clocks, marks, notes.
import { Button } from 'antd'
import { useState } from 'react'
import { t } from '../src/app/text.tsx'
import { AreaPicker } from '../src/parts/area-picker.tsx'
import { ClockStrip } from '../src/parts/clock-strip.tsx'
import { DayField } from '../src/parts/day-field.tsx'
import { EmptyNote } from '../src/parts/empty-note.tsx'
import { FieldForm, type FieldValues } from '../src/parts/field-form.tsx'
import { JobBar } from '../src/parts/job-bar.tsx'
import { MoneyChange, MoneyText } from '../src/parts/money-text.tsx'
import { ProblemNote } from '../src/parts/problem-note.tsx'
import { ReasonList } from '../src/parts/reason-list.tsx'
import { Facts, Sheet } from '../src/parts/sheet.tsx'
import { allMarks, StateMark } from '../src/parts/state-mark.tsx'
import { noAnswer } from '../src/problem.ts'

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one page of samples, read from top to bottom
export function SideSamples() {
  const [day, setDay] = useState<string | undefined>('2025-09-15')
  const [area, setArea] = useState<string>()
  const [values, setValues] = useState<FieldValues>({ name: '陈水根' })
  return (
    <>
      <Sheet title="为什么还不能确认公示结果">
        <ReasonList
          reasons={[
            { key: '1', state: 'missing', text: '还有 1 件异议没有答复。', note: '在左边答复即可。' },
            { key: '2', state: 'waiting', text: '公示到今天 24 时期满，明天起可以确认。' },
            { key: '3', state: 'fulfilled', text: '公示已在县网站、上坝村公开栏张贴。' },
          ]}
        />
      </Sheet>
      <Sheet title="时钟" flush>
        <ClockStrip
          clocks={[
            {
              key: '1',
              label: '答复异议',
              days: 3,
              counts: 'calendar',
              start: '2025-09-11',
              due: '2025-09-14',
              daysLeft: -1,
              state: 'running',
            },
            {
              key: '2',
              label: '公示',
              days: 7,
              counts: 'calendar',
              start: '2025-09-08',
              due: '2025-09-15',
              daysLeft: 0,
              state: 'running',
            },
            {
              key: '3',
              label: '全案',
              days: 60,
              counts: 'calendar',
              start: '2025-08-04',
              due: '2025-10-03',
              daysLeft: 18,
              state: 'running',
            },
          ]}
        />
      </Sheet>
      <Sheet title="事实">
        <Facts
          facts={[
            { label: '户口', value: '农业', source: '户籍册・2023-06-30' },
            {
              label: '就业',
              value: (
                <>
                  未就业 <StateMark mark="doubt" word="两处不一致" />
                </>
              ),
              source: '入户调查・2025-03-02',
            },
          ]}
        />
      </Sheet>
      <Sheet title="正在运行" flush>
        <JobBar
          job={{ id: 1, label: '导入：柳溪镇劳动力花名册', state: 'running', at: 912, total: 1284 }}
          onStop={() => undefined}
        />
      </Sheet>
      <Sheet
        title="表单"
        footer={
          <>
            <span>答复后：发短信给异议人。</span>
            <Button>存草稿</Button>
            <Button type="primary">答复异议</Button>
          </>
        }
      >
        <FieldForm
          kinds={{}}
          fields={[
            { name: 'name', label: t('姓名', 'Name'), kind: 'name', required: true },
            { name: 'phone', label: t('电话', 'Phone'), kind: 'phone' },
          ]}
          values={values}
          onChange={setValues}
          problems={{ phone: t('号码少 1 位，请对照本人报的填。', 'One digit is missing.') }}
        />
        <div style={{ margin: '10px 0' }}>
          <DayField value={day} onChange={setDay} today="2025-09-15" label="日期" />{' '}
          <AreaPicker value={area} onChange={setArea} />
        </div>
        <MoneyText yuan="-60900.00" unit /> <MoneyChange yuan="-60900.00" /> <MoneyChange yuan="1200.00" />{' '}
        <MoneyText yuan={null} />
      </Sheet>
      <Sheet title="记号" trial note="试算，未生效">
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 14px' }}>
          {allMarks.map((mark) => (
            <StateMark key={mark} mark={mark} />
          ))}
        </div>
      </Sheet>
      <Sheet title="没有和不行" flush>
        <EmptyNote text={t('还没有征地项目。', 'There is no land taking yet.')}>
          <Button>登记一个</Button>
          <Button>导入 Excel</Button>
        </EmptyNote>
        <ProblemNote problem={noAnswer()} onRetry={() => undefined} />
      </Sheet>
    </>
  )
}
