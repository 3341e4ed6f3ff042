// Invented content in the final geometry, after the pictures that fix the look.
import { Button } from 'antd'
import { Chart } from '../src/parts/chart.tsx'
import { DataTable } from '../src/parts/data-table.tsx'
import { ExplainTree } from '../src/parts/explain-tree.tsx'
import { MaskedText } from '../src/parts/masked-text.tsx'
import { MoneyText } from '../src/parts/money-text.tsx'
import { Columns, Page } from '../src/parts/page.tsx'
import { Sheet } from '../src/parts/sheet.tsx'
import { StateMark } from '../src/parts/state-mark.tsx'
import { Steps } from '../src/parts/steps.tsx'
import { pension, towns, transfers } from './sample-data.ts'
import { SideSamples } from './side-samples.tsx'

export function Samples() {
  return (
    <main style={{ maxWidth: 1240, margin: '0 auto', padding: '16px 20px' }}>
      <Page
        crumb={[{ label: '名册', to: '/r' }, { label: '人员', to: '/r/person' }, { label: '周桂枝' }]}
        title="周桂枝"
        aside={
          <>
            女　57 周岁　
            <MaskedText text="990101********2648" reveal={{ register: 'person', id: 1, field: 'idNumber' }} />
          </>
        }
        states={
          <>
            <StateMark mark="done" word="保障对象 甲类" boxed />
            <StateMark mark="doing" word="领取中" boxed />
            <StateMark mark="doubt" word="1 处存疑" boxed />
          </>
        }
        sentence="柳溪镇 石桥村 三组　户主 吴长顺（配偶）　户 4 人"
        actions={
          <>
            <Button>打印对账单</Button>
            <Button>更正事实</Button>
            <Button type="primary">办一件事</Button>
          </>
        }
        tabs={[
          { key: 'all', label: '全貌', to: '/' },
          { key: 'facts', label: '事实', count: 34, to: '/facts' },
        ]}
        tab="all"
      >
        <Columns main={<MainSamples />} side={<SideSamples />} />
      </Page>
    </main>
  )
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one page of samples, read from top to bottom
function MainSamples() {
  return (
    <>
      <Sheet flush>
        <Steps
          steps={[
            { key: '1', label: '村集体报名单', note: '8 月 4 日', state: 'done' },
            { key: '2', label: '成员会议', note: '8 月 12 日', state: 'done' },
            { key: '3', label: '公示', note: '9 月 8 日起', state: 'now' },
            { key: '4', label: '资金到账', note: '未开始', state: 'later' },
          ]}
        />
      </Sheet>
      <Sheet title="待遇" note="按 2025-09-15 的事实和参数" actions={<a href="#x">换个日期看</a>} flush>
        <ExplainTree
          label="到手合计"
          roots={pension}
          verdict={{
            words: '重算 240.00 元，与 9 月 10 日凭证 2025-09-0031 相差 0.00 元',
            differs: false,
            versions: '规则 a41f・9c02　参数 2025-01-01 版',
          }}
          onPrint={() => undefined}
        />
      </Sheet>
      <Sheet title="四笔钱到齐没有" note="单位：元" flush footer="现在不能开户。四笔要全部到账。">
        <DataTable
          label="四笔钱"
          rows={transfers}
          rowKey={(row) => row.source}
          onOpen={() => undefined}
          tone={(row) => (row.short === '0.00' ? undefined : 'zhu')}
          columns={[
            {
              key: 'source',
              label: '来源',
              cell: (row) => <StateMark mark={row.short === '0.00' ? 'done' : 'late'} word={row.source} />,
            },
            { key: 'from', label: '从哪里出', cell: (row) => row.from, slack: true },
            { key: 'due', label: '应到', number: true, cell: (row) => <MoneyText yuan={row.due} /> },
            { key: 'come', label: '已到', number: true, cell: (row) => <MoneyText yuan={row.come} /> },
            {
              key: 'short',
              label: '差',
              number: true,
              cell: (row) => <MoneyText yuan={row.short} quietZero />,
            },
          ]}
          sum={{
            due: <MoneyText yuan="6562500.00" />,
            come: <MoneyText yuan="6250000.00" />,
            short: <MoneyText yuan="312500.00" />,
          }}
        />
      </Sheet>
      <Sheet title="转移就业：各乡镇完成全年任务的比例" flush>
        <Chart
          kind="bars"
          label="各乡镇完成比例"
          categories={towns.names}
          series={[{ label: '完成', look: 'first', values: towns.values }]}
          behind={[5, 7]}
          notes={[undefined, undefined, undefined, undefined, undefined, '差 4.3', undefined, '差 18.0']}
          target={{ value: 70.7, label: '应到 70.7%' }}
          write={(value) => `${value}%`}
          foot="口径：稳定就业满 3 个月"
        />
      </Sheet>
      <Sheet title="收入与支出" flush>
        <Chart
          kind="columns"
          unit="万元"
          label="收入与支出"
          categories={['6 月', '7 月', '8 月']}
          series={[
            { label: '收入', look: 'first', values: [262.5, 0, 625] },
            { label: '支出', look: 'behind', values: [70, 70, 72] },
          ]}
        />
      </Sheet>
    </>
  )
}
