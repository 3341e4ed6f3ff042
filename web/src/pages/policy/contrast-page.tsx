// 重算对照: what did we know on a day, what should have been paid; month by month, each amount opens its reason.
import { type Output, useCall } from '../../api.ts'
import { PageLink, useAddressValue, usePathValue } from '../../app/link.tsx'
import { useMay, useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Page as PageFrame, Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { ContrastRecompute } from './contrast-recompute.tsx'
import { ContrastSheet } from './contrast-sheet.tsx'
import './policy.css'

export type Part = Output<'recompute.contrast'>['parts'][number]
export type Chosen = { from: string; to: string; known: string }

export function Page() {
  const register = usePathValue('register')
  const id = Number(usePathValue('id'))
  const chosen = useChosen()
  const isId = Number.isSafeInteger(id) && id > 0
  const got = useCall('recompute.contrast', { register, id, ...chosen }, { enabled: isId })
  if (!isId)
    return (
      <EmptyNote
        text={t('没有这条记录，或不在您的管辖范围。', 'There is no such record, or it is outside your area.')}
      />
    )
  return (
    <Frame register={register} id={id} name={got.data?.parts[0]?.name}>
      <ChoiceSheet chosen={chosen} />
      {got.error && <ProblemNote problem={got.error} onRetry={() => void got.refetch()} />}
      {!got.data && !got.error && <WaitBars lines={8} />}
      {got.data && <Parts parts={got.data.parts} chosen={chosen} register={register} id={id} />}
    </Frame>
  )
}

/** The last twelve months up to this one, as known today, unless the address says otherwise. */
function useChosen(): Chosen {
  const { meta } = useSession()
  const [from] = useAddressValue('from')
  const [to] = useAddressValue('to')
  const [known] = useAddressValue('known')
  return {
    from: from ?? yearBefore(meta.today),
    to: to ?? meta.today.slice(0, 7),
    known: known ?? meta.today,
  }
}

function yearBefore(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return month === 12 ? `${year}-01` : `${year - 1}-${String(month + 1).padStart(2, '0')}`
}

type FrameProps = { register: string; id: number; name: string | undefined; children: React.ReactNode }

function Frame({ register, id, name, children }: FrameProps) {
  const say = useText()
  const record = useCall('register.get', { register, id })
  const title = record.data?.row.title ?? name
  return (
    <PageFrame
      crumb={[{ label: title ?? t(`${id} 号记录`, `record ${id}`), to: `/r/${register}/${id}` }]}
      title={t('重算对照', 'Paid and due')}
      aside={title}
      sentence={say(
        t(
          '逐月看：已发多少，按那一天知道的事实应发多少，按现在知道的应发多少。点金额看理由。',
          'Month by month: what was paid, what was due as known on a day, what is due as known now. An amount opens its reason.',
        ),
      )}
    >
      <Stack>{children}</Stack>
    </PageFrame>
  )
}

function ChoiceSheet({ chosen }: { chosen: Chosen }) {
  const say = useText()
  const [, setFrom] = useAddressValue('from')
  const [, setTo] = useAddressValue('to')
  const [, setKnown] = useAddressValue('known')
  return (
    <Sheet>
      <div className="contrast-choice">
        <Choice label={t('从哪个月', 'From month')}>
          <DayField
            label={say(t('从哪个月', 'From month'))}
            value={chosen.from}
            onChange={(value) => setFrom(value?.slice(0, 7))}
            monthIsEnough
          />
        </Choice>
        <Choice label={t('到哪个月', 'To month')}>
          <DayField
            label={say(t('到哪个月', 'To month'))}
            value={chosen.to}
            onChange={(value) => setTo(value?.slice(0, 7))}
            monthIsEnough
          />
        </Choice>
        <Choice label={t('按哪一天知道的', 'As known on')}>
          <DayField
            label={say(t('按哪一天知道的', 'As known on'))}
            value={chosen.known}
            onChange={setKnown}
          />
        </Choice>
      </div>
    </Sheet>
  )
}

function Choice({ label, children }: { label: { zh: string; en: string }; children: React.ReactNode }) {
  const say = useText()
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label>
      {say(label)}
      {children}
    </label>
  )
}

type PartsProps = { parts: readonly Part[]; chosen: Chosen; register: string; id: number }

function Parts({ parts, chosen, register, id }: PartsProps) {
  const say = useText()
  const may = useMay()
  if (parts.length === 0)
    return (
      <Sheet>
        <EmptyNote
          text={t(
            '本人没有待遇账户，没有可对照的月份。',
            'There is no benefit account, so no months to compare.',
          )}
        />
      </Sheet>
    )
  return (
    <>
      {parts.map((part) => (
        <ContrastSheet key={`${part.run} ${part.subject.id}`} part={part} chosen={chosen} />
      ))}
      {may('run.propose') && <ContrastRecompute parts={parts} subject={{ register, id }} />}
      <PageLink to={`/r/${register}/${id}?tab=facts`}>{say(t('看事实和历史', 'Facts and history'))}</PageLink>
    </>
  )
}
