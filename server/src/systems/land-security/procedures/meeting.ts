/** The members' meeting or villagers' assembly: two resolutions, attendance, quorum and majority (LS-01, NP-07, OF-13). */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Form, FormRule, FormValues } from '#procedure'
import { ask } from '#procedure'

/** Quorum as present/entitled, to be reached (`atLeast`) or exceeded; a parameter per body (NP-07). */
type Body = { label: Text; share: readonly [number, number]; atLeast: boolean; words: Text }

/** 村民委员会组织法: more than half of those of 18 and over, or two thirds of the households' representatives (OF-13). */
export const bodies: Readonly<Record<string, Body>> = {
  assembly: {
    label: t('村民会议、成员会议（18 周岁以上）', "villagers' or members' assembly (18 and over)"),
    share: [1, 2],
    atLeast: false,
    words: t('过半数', 'more than half'),
  },
  households: {
    label: t('户的代表会议', "meeting of the households' representatives"),
    share: [2, 3],
    atLeast: true,
    words: t('三分之二以上', 'at least two thirds'),
  },
}

type Resolution = { key: 'list' | 'use'; label: Text }

const resolutions: readonly Resolution[] = [
  { key: 'list', label: t('保障对象名单', 'list of persons') },
  { key: 'use', label: t('土地补偿费用于集体出资', 'use of the land compensation') },
]

const attendance = t('到会人数', 'attendance')

const votes = {
  For: t('赞成', 'for'),
  Against: t('反对', 'against'),
  Abstain: t('弃权', 'abstaining'),
} as const

function voteFields({ key, label }: Resolution): Form {
  return Object.fromEntries(
    Object.entries(votes).map(([vote, word]) => [`${key}${vote}`, ask.count({ label: word, group: label })]),
  )
}

export const meetingForm: Form = {
  heldOn: ask.day({ label: t('开会日期', 'Held on'), preset: 'today' }),
  body: ask.choice({
    label: t('会议形式', 'Body'),
    options: Object.fromEntries(Object.entries(bodies).map(([key, one]) => [key, one.label])),
  }),
  entitled: ask.count({ label: t('应到', 'Entitled'), group: attendance, least: 1 }),
  present: ask.count({ label: t('实到', 'Present'), group: attendance, least: 1 }),
  ...Object.fromEntries(resolutions.flatMap((one) => Object.entries(voteFields(one)))),
  minutes: ask.file({ label: t('会议记录和签到册', 'Minutes and attendance list') }),
}

export const meetingRules: readonly FormRule[] = [
  { fields: ['present', 'entitled'], check: presentFits },
  { fields: ['present', 'body'], check: quorate },
  ...resolutions.flatMap((one) => [
    { fields: voteNames(one), check: (form: FormValues) => votesAddUp(form, one) },
    { fields: voteNames(one), check: (form: FormValues) => carried(form, one) },
  ]),
]

function voteNames({ key }: Resolution): string[] {
  return Object.keys(votes).map((vote) => `${key}${vote}`)
}

function presentFits(form: FormValues): Text | null {
  const [present, entitled] = [Number(form.present), Number(form.entitled)]
  if (present <= entitled) return null
  return t(
    `实到 ${present} 人，比应到 ${entitled} 人多。请核对。`,
    `${present} present, but only ${entitled} entitled. Check both.`,
  )
}

function quorate(form: FormValues): Text | null {
  const body = bodies[String(form.body)]
  if (!body) return null
  const [part, whole] = body.share
  const [present, entitled] = [Number(form.present), Number(form.entitled)]
  const least = body.atLeast
    ? Math.ceil((entitled * part) / whole)
    : Math.floor((entitled * part) / whole) + 1
  if (present >= least) return null
  return t(
    `应到 ${entitled} 人，实到 ${present} 人，没有达到${body.words.zh}（${least} 人）。会议开不成，请另开。`,
    `${present} of ${entitled} came; ${body.words.en} (${least}) are needed. The meeting cannot decide; hold it again.`,
  )
}

/** NP-07: for + against + abstain = present. */
function votesAddUp(form: FormValues, one: Resolution): Text | null {
  const present = Number(form.present)
  const sum = voteNames(one).reduce((total, name) => total + Number(form[name]), 0)
  if (sum === present) return null
  return t(
    `“${one.label.zh}”：赞成、反对、弃权共 ${sum} 人，实到 ${present} 人，相差 ${Math.abs(sum - present)} 人。请核对票数。`,
    `"${one.label.en}": ${sum} votes, ${present} present. Check the count.`,
  )
}

/** A resolution needs more than half of those present (OF-13). */
function carried(form: FormValues, one: Resolution): Text | null {
  const [present, agree] = [Number(form.present), Number(form[`${one.key}For`])]
  const least = Math.floor(present / 2) + 1
  if (agree >= least) return null
  return t(
    `“${one.label.zh}”：赞成 ${agree} 人，不到到会人数的过半数（${least} 人），没有通过。请办“会议没有通过”。`,
    `"${one.label.en}": ${agree} for, ${least} needed; not carried. Record "not carried".`,
  )
}
