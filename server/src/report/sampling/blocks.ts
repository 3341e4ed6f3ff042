/** The report of a sample in Word: the answer, places with intervals, what it cannot say, the method. */

import { dayAt } from '#platform'
import type { SampleReport } from '#verify'
import { intervalText, percentText } from '#verify'
import type { Block } from '../laboratory/word-file.ts'

type Place = SampleReport['whole']

export function sampleTitle({ sample }: SampleReport): string {
  return `${sample.title}抽查结果`
}

export function sampleBlocks(report: SampleReport): readonly Block[] {
  const { townships, villages, whole, fields } = report
  return [
    { kind: 'title', text: sampleTitle(report) },
    ...head('一、结果', [{ kind: 'text', text: report.answer.zh }]),
    ...head('二、各乡镇', [placeTable('乡镇', townships, report)]),
    ...head('三、各村', [placeTable('村', villages, report)]),
    ...head('四、各项', [
      {
        kind: 'table',
        head: ['项目', '核对', '不符', '估计不符率', '区间'],
        rows: fields.map(({ label, estimate }) => [
          label.zh,
          ...[estimate.looked, estimate.faults].map(String).map(fig),
          fig(rateText(estimate)),
          fig(rangeText(estimate)),
        ]),
      },
    ]),
    ...head(
      '五、说不了什么',
      report.limits.map(({ zh }) => ({ kind: 'text', text: zh })),
    ),
    ...head(
      '六、怎么做的',
      report.method.map(({ head, text }) => ({ kind: 'text', text: `${head.zh}：${text.zh}` })),
    ),
    ...goneBlocks(report),
    { kind: 'note', text: signWords(report, whole) },
  ]
}

function head(text: string, blocks: readonly Block[]): readonly Block[] {
  return [{ kind: 'head', text }, ...blocks]
}

function placeTable(what: string, places: readonly Place[], { whole }: SampleReport): Block {
  return {
    kind: 'table',
    head: [what, '在册', '抽查', '有结果', '有错', '估计错误率', '区间'],
    rows: [...places.map(lineOf), lineOf({ ...whole, name: '合计（按记录数加权）' })],
    last: 'sum',
  }
}

function lineOf({ name, all, drawn, few, estimate }: Place) {
  const counts = [all, drawn, estimate.looked, estimate.faults].map(String).map(fig)
  return [
    few && estimate.looked > 0 ? `${name}（只作线索）` : name,
    ...counts,
    fig(rateText(estimate)),
    fig(rangeText(estimate)),
  ]
}

/** Records that were removed or moved after the draw are named, not dropped. */
export function goneWords({ records }: SampleReport): { called: string; place: string; fate: string }[] {
  return records
    .filter(({ gone }) => gone)
    .map(({ called, areaName, fate }) => ({
      called,
      place: areaName,
      fate: fate === 'gone' ? '已从名册删去' : '已迁到别处',
    }))
}

function goneBlocks(report: SampleReport): readonly Block[] {
  const gone = goneWords(report)
  if (gone.length === 0) return []
  return head('七、抽中后不在名册里的', [
    {
      kind: 'table',
      head: ['记录', '地方', '情况'],
      rows: gone.map(({ called, place, fate }) => [called, place, fate]),
    },
  ])
}

export function rateText({ method, rate }: Place['estimate']): string {
  return method === 'none' ? '没有结果' : percentText(rate)
}

export function rangeText(estimate: Place['estimate']): string {
  return estimate.method === 'none' ? '' : intervalText(estimate)
}

function signWords({ sample }: SampleReport, { drawn }: Place): string {
  const end = sample.closedAt ? `${sample.closer ?? ''} ${dayAt(sample.closedAt)} 收尾` : '还没有收尾'
  return `${sample.maker} ${dayAt(sample.drawnAt)} 抽样 ${drawn} 条，${end}`
}

function fig(figure: string) {
  return { figure }
}
