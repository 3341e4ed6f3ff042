// What the pages of an inheritance share: the draft of its form, who may have said that somebody died, what is still missing.
import type { Input, Output } from '../../api.ts'
import { type Text, t } from '../../app/text.tsx'
import type { Reason } from '../../parts/reason-list.tsx'

export type View = Output<'inheritance.view'>
export type Heir = Input<'inheritance.propose'>['heirs'][number]
export type Collective = NonNullable<Input<'inheritance.proposeWithoutHeir'>['collective']>
export type Source = Input<'inheritance.propose'>['source']

export const sources: Record<Source, Text> = {
  police: t('公安注销', 'police'),
  crematory: t('火化', 'crematory'),
  hospital: t('医院', 'hospital'),
  village: t('村报', 'village'),
  family: t('家属报', 'family'),
  court: t('法院宣告', 'declared by the court'),
}

export type Draft = {
  diedOn: string | undefined
  source: Source | undefined
  knownOn: string | undefined
  document: string
  hasHeirs: boolean
  heirs: readonly Heir[]
  collective: Collective
}

export const newHeir: Heir = { name: '', relation: '', idNumber: '', share: '', bank: '', card: '' }

export function emptyDraft(today: string): Draft {
  return {
    diedOn: undefined,
    source: undefined,
    knownOn: today,
    document: '',
    hasHeirs: true,
    heirs: [newHeir],
    collective: { name: '', creditCode: '', bank: '', card: '' },
  }
}

/** The draft with what the register knows of the death. */
export function withRegister(draft: Draft, deceased: View['deceased']): Draft {
  const source = deceased?.source
  const known = source && source in sources ? (source as Source) : undefined // just tested
  return {
    ...draft,
    diedOn: draft.diedOn ?? deceased?.diedOn ?? undefined,
    source: draft.source ?? known,
  }
}

const heirFields: Record<keyof Heir, Text> = {
  name: t('姓名', 'name'),
  relation: t('关系', 'relation'),
  idNumber: t('证件号', 'identity number'),
  share: t('份额', 'share'),
  bank: t('开户行', 'bank'),
  card: t('银行卡号', 'card'),
}

/** What keeps the form from being sent, one line each. */
export function reasonsOf(draft: Draft, view: View): Reason[] {
  const missing = [
    !draft.diedOn && t('去世日期', 'day of death'),
    !draft.source && t('来源', 'source'),
    !draft.knownOn && t('知悉日期', 'day of knowledge'),
    draft.document.trim().length < 1 && t('依据', 'paper'),
  ].filter((one) => one !== false)
  return [
    ...lacking('death', t('去世情况', 'The death'), missing),
    ...(draft.hasHeirs ? heirReasons(draft, view) : collectiveReasons(draft, view)),
  ]
}

function heirReasons({ heirs }: Draft, view: View): Reason[] {
  const each = heirs.flatMap((heir, i) => {
    const empty = Object.entries(heirFields).filter(([key]) => heir[key as keyof Heir].trim() === '')
    return lacking(
      `heir ${i}`,
      t(`继承人 ${i + 1}`, `Heir ${i + 1}`),
      empty.map(([, label]) => label),
    )
  })
  const shares = view.amounts === null && view.sharesText.zh !== '' && each.length === 0
  return shares ? [{ key: 'shares', state: 'missing', text: view.sharesText }] : each
}

function collectiveReasons({ collective }: Draft, view: View): Reason[] {
  if (view.noHeirTo !== 'collective') return []
  const labels: Record<keyof Collective, Text> = {
    name: t('名称', 'name'),
    creditCode: t('信用代码', 'credit code'),
    bank: t('开户行', 'bank'),
    card: t('账号', 'account number'),
  }
  const empty = Object.entries(labels).filter(([key]) => collective[key as keyof Collective].trim() === '')
  return lacking(
    'collective',
    t('集体经济组织', 'The collective'),
    empty.map(([, label]) => label),
  )
}

function lacking(key: string, of: Text, missing: readonly Text[]): Reason[] {
  if (missing.length === 0) return []
  const text = t(
    `${of.zh}：填写${missing.map((one) => one.zh).join('、')}。`,
    `${of.en}: fill in ${missing.map((one) => one.en).join(', ')}.`,
  )
  return [{ key, state: 'missing', text }]
}
