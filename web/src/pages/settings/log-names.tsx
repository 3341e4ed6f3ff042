// What the log calls `case:3` has a name and a page: asked for once for all rows that are shown.
import { createContext, type ReactNode, useContext } from 'react'
import { useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import type { Meta } from '../../app/meta.ts'
import { useSession } from '../../app/session.tsx'
import { type Text, t, useText } from '../../app/text.tsx'
import { notesOf } from './log-record.ts'

type Name = { title: Text; to: string }
const Names = createContext<ReadonlyMap<string, Name>>(new Map())

type Shown = { subject: string | null; notes: unknown }

/** Names for everything that these records speak of. */
export function LogNames({ records, children }: { records: readonly Shown[]; children: ReactNode }) {
  const { meta } = useSession()
  const subjects = [...new Set(records.flatMap((one) => subjectsOf(one, meta)))].sort().slice(0, 500)
  const { data } = useCall('search.named', { subjects }, { enabled: subjects.length > 0 })
  const names = new Map((data?.names ?? []).map(({ subject, ...name }) => [subject, name]))
  return <Names value={names}>{children}</Names>
}

/** The name with its page; without one the kind in words and the number. */
export function SubjectName({ subject }: { subject: string }) {
  const say = useText()
  const { meta } = useSession()
  const name = useContext(Names).get(subject) ?? declaredName(subject, meta)
  if (name?.to) return <PageLink to={name.to}>{say(name.title)}</PageLink>
  return <>{say(name?.title ?? plainName(subject))}</>
}

/** References that values of a record point to: `person:12`, `landTake:3`. */
export function subjectOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { register, id } = value as { register?: unknown; id?: unknown }
  return typeof register === 'string' && typeof id === 'number' ? `${register}:${id}` : undefined
}

function subjectsOf({ subject, notes }: Shown, meta: Meta): string[] {
  const own = notesOf(notes).flatMap((note) => [
    ...(note.subject ? [note.subject] : []),
    ...(note.changed ?? []).flatMap(({ field, before, after }) =>
      [before, after].flatMap((value) => referred(meta, { subject: note.subject, field, value })),
    ),
  ])
  return [...(subject ? [subject] : []), ...own].filter((one) => one.includes(':'))
}

type Place = { subject: string | undefined; field: string; value: unknown }

function referred(meta: Meta, { subject, field, value }: Place): string[] {
  const register = meta.registers.find(({ name }) => subject?.startsWith(`${name}:`))
  const target = register?.fields.find(({ name }) => name === field)?.register
  if (target && typeof value === 'number') return [`${target}:${value}`]
  const several = Array.isArray(value) ? value : [value]
  return several.flatMap((one) => {
    const context = (one as { context?: unknown } | null)?.context
    return [subjectOf(one), subjectOf(context)].flatMap((found) => found ?? [])
  })
}

/** A whole register, a paper, a fund: named by what the house declares. */
function declaredName(subject: string, meta: Meta): Name | undefined {
  const [kind = '', id = ''] = subject.split(/:(.*)/)
  const register = meta.registers.find(({ name }) => name === kind)
  if (register && !id) return { title: register.label, to: `/r/${register.name}` }
  const fund = kind === 'fund' ? meta.funds.find((one) => one.id === id) : undefined
  if (fund?.label) return { title: fund.label, to: `/fund/${id}` }
  const paper = kind === 'paper' ? meta.papers.find((one) => one.id === id) : undefined
  if (paper) return { title: paper.label, to: '' }
  return undefined
}

const kindWords: Record<string, Text> = {
  account: t('账号', 'Account'),
  area: t('地区表', 'Areas'),
  batch: t('批次', 'Batch'),
  batchLine: t('发放明细', 'Payment line'),
  case: t('案件', 'Case'),
  comparison: t('名单比对', 'Comparison'),
  finding: t('疑点', 'Finding'),
  frozen: t('定稿', 'Frozen report'),
  fund: t('资金', 'Fund'),
  holiday: t('节假日', 'Holidays'),
  import: t('导入', 'Import'),
  job: t('后台任务', 'Job'),
  paper: t('文书', 'Paper'),
  policy: t('政策', 'Policy'),
  receipt: t('来款', 'Receipt'),
  run: t('批量', 'Run'),
  security: t('安全设置', 'Security'),
  voucher: t('凭证', 'Voucher'),
}

function plainName(subject: string): Text {
  const [kind = '', id = ''] = subject.split(/:(.*)/)
  const words = kindWords[kind]
  if (!words) return t(subject, subject)
  return id ? t(`${words.zh} ${id}`, `${words.en} ${id}`) : words
}
