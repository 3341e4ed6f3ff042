// ② The sheets of a file: which are taken, where their heads stand, what their columns mean.
import { Button, Input, Switch } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { ActLine } from '../../parts/act-line.tsx'
import { useAreaName } from '../../parts/area-picker.tsx'
import { Stack } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { HeadChoice } from './head-choice.tsx'
import type { Import } from './import-words.ts'
import { PlanColumns } from './plan-columns.tsx'
import './layouts.css'

type Plan = Import['sheets'][number]
type Choice = { use: boolean; columns: Record<string, string>; layout?: string }
type Chosen = Record<string, Choice>

export function MapSheet({ given, onRead }: { given: Import; onRead: () => void }) {
  const [chosen, setChosen, done] = useDraft<Chosen>(`import:${given.id}:map`, {})
  const map = useAct('import.map', {
    onDone: () => {
      done()
      onRead()
    },
  })
  const forget = (name: string) =>
    setChosen(Object.fromEntries(Object.entries(chosen).filter(([sheet]) => sheet !== name)))
  const set = (name: string, part: Partial<Choice>) => {
    const before = chosen[name] ?? {
      use: given.sheets.find((sheet) => sheet.name === name)?.use ?? true,
      columns: {},
    }
    setChosen({ ...chosen, [name]: { ...before, ...part } })
  }
  const send = () =>
    map.mutate({
      importId: given.id,
      sheets: Object.entries(chosen).map(([name, { layout, ...one }]) => ({
        name,
        ...one,
        ...(layout?.trim() ? { layout } : {}),
      })),
    })
  return (
    <Stack>
      {given.sheets.map((plan) => (
        <PlanSheet
          key={plan.name}
          given={given}
          plan={plan}
          choice={chosen[plan.name]}
          onChange={(part) => set(plan.name, part)}
          onHead={() => forget(plan.name)}
        />
      ))}
      <Sheet>
        <ActLine
          word={t('对好了，读这份表', 'Read the sheet')}
          consequence={consequenceOf(keptColumns(given, chosen))}
          onAct={send}
          busy={map.isPending}
          problem={map.error}
        />
      </Sheet>
    </Stack>
  )
}

/** The heads of the columns that nobody has given a meaning: they are kept as remarks, and it is said before the sheet is read. */
function keptColumns({ sheets }: Import, chosen: Chosen): string[] {
  const heads = sheets
    .filter(({ name, head, use }) => head && (chosen[name]?.use ?? use))
    .flatMap(({ name, columns }) =>
      columns.filter(({ letters, how }) => how === 'none' && !chosen[name]?.columns[letters]),
    )
    .map(({ head, letters }) => head || letters)
  return [...new Set(heads)]
}

function consequenceOf(kept: readonly string[]) {
  const some = kept.slice(0, 5)
  const left =
    kept.length === 0
      ? t('', '')
      : t(
          `没认出的 ${kept.length} 栏（${some.join('、')}${kept.length > some.length ? '等' : ''}）原样作附注。`,
          `${kept.length} unrecognised columns (${some.join(', ')}${kept.length > some.length ? ' …' : ''}) are kept as remarks. `,
        )
  return t(
    `${left.zh}您改过的对法，这个单位的表下次自动照办。读完先看差异，入册之前什么都不会变。`,
    `${left.en}What you correct is remembered for the sender. Nothing changes before you commit.`,
  )
}

type PlanProps = {
  given: Import
  plan: Plan
  choice: Choice | undefined
  onChange: (part: Partial<Choice>) => void
  /** Another head was chosen: what was chosen for the columns no longer holds. */
  onHead: () => void
}

function PlanSheet({ given, plan, choice, onChange, onHead }: PlanProps) {
  const say = useText()
  const [choosing, setChoosing] = useState(false)
  const use = choice?.use ?? plan.use
  const opened = () => {
    setChoosing(false)
    onHead()
  }
  return (
    <Sheet
      title={plan.name}
      note={<Found plan={plan} />}
      states={plan.hidden && <StateMark mark="paused" word={t('隐藏的表', 'hidden sheet')} />}
      actions={
        <>
          <Button size="small" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
            {say(t('换表头行', 'Other heading'))}
          </Button>
          {plan.head && (
            <Switch
              checked={use}
              onChange={(next) => onChange({ use: next })}
              aria-label={say(t(`导入“${plan.name}”`, `Import "${plan.name}"`))}
              checkedChildren={say(t('导入', 'in'))}
              unCheckedChildren={say(t('不导', 'out'))}
            />
          )}
        </>
      }
      flush
    >
      {choosing && <HeadChoice given={given} plan={plan} onChosen={opened} />}
      {plan.head && use && (
        <PlanColumns given={given} plan={plan} columns={choice?.columns ?? {}} onChange={onChange} />
      )}
      {plan.head && (
        <div className="import-keep">
          <Input
            size="small"
            aria-label={say(t(`“${plan.name}”的格式名称`, `Name of the layout of "${plan.name}"`))}
            placeholder={say(t('格式名称（可不填）', 'Name of the layout'))}
            maxLength={60}
            value={choice?.layout ?? ''}
            onChange={(event) => onChange({ layout: event.target.value })}
          />
          <span className="note">
            {say(
              t(
                '取了名，这个单位同样的表下次整张照此读（设置 › 导入用语里可改可去）。',
                'With a name, such sheets of the sender are read like this next time.',
              ),
            )}
          </span>
        </div>
      )}
    </Sheet>
  )
}

/** What was found by itself is said. */
function Found({ plan }: { plan: Plan }) {
  const say = useText()
  const areaName = useAreaName()
  if (!plan.head)
    return (
      <>
        {say(
          t(
            '没有找到表头。写着栏名的那一行在哪，请指给系统；不指就不导这张。',
            'No heading was found. Show which row it is, or the sheet is left out.',
          ),
        )}
      </>
    )
  const { top, bottom } = plan.head
  const lines =
    top === bottom
      ? t(`表头在第 ${top} 行`, `heading in row ${top}`)
      : t(`表头在第 ${top}—${bottom} 行（合并）`, `heading in rows ${top}–${bottom}`)
  const within = plan.within && areaName(plan.within)
  const named = within !== plan.within // the names of places may still be on their way: a code tells nobody anything
  const place = within && named ? t(`；讲的是${within}`, `; about ${within}`) : t('', '')
  const titles =
    plan.titles.length > 0
      ? t(`；标题行“${plan.titles[0]}”已跳过`, `; title "${plan.titles[0]}" passed over`)
      : t('', '')
  const by = plan.layout
    ? t(`；照存下的格式“${plan.layout.name}”`, `; by the layout "${plan.layout.name}"`)
    : t(plan.headBy === 'chosen' ? '（您选的）' : '', plan.headBy === 'chosen' ? ' (your choice)' : '')
  const all = [lines, by, titles, place]
  return <>{say(t(all.map(({ zh }) => zh).join(''), all.map(({ en }) => en).join('')))}</>
}
