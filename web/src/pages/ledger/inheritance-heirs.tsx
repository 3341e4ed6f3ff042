// The heirs of an account, one group of fields each, with what each share comes to.
import { Button, Radio } from 'antd'
import { t, useText } from '../../app/text.tsx'
import { moneyText } from '../../parts/money-text.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { WordsLine } from './field-line.tsx'
import { type Draft, type Heir, newHeir, type View } from './inheritance-words.ts'

type Props = { view: View; draft: Draft; set: (part: Partial<Draft>) => void }

export function HeirsSheet({ view, draft, set }: Props) {
  const say = useText()
  return (
    <Sheet
      title={t('谁来继承', 'Who inherits')}
      note={draft.hasHeirs ? say(view.sharesText) : undefined}
      actions={
        draft.hasHeirs && (
          <Button size="small" onClick={() => set({ heirs: [...draft.heirs, newHeir] })}>
            {say(t('添加继承人', 'Add an heir'))}
          </Button>
        )
      }
    >
      <Radio.Group
        aria-label={say(t('有没有继承人', 'Whether there are heirs'))}
        value={draft.hasHeirs}
        onChange={(event) => set({ hasHeirs: event.target.value === true })}
        options={[
          { value: true, label: say(t('有继承人或指定受益人', 'There are heirs')) },
          { value: false, label: say(t('没有继承人', 'There is no heir')) },
        ]}
      />
      {draft.hasHeirs ? (
        draft.heirs.map((heir, i) => (
          <HeirFields
            // biome-ignore lint/suspicious/noArrayIndexKey: heirs have no key before they are written down
            key={i}
            place={i + 1}
            heir={heir}
            amount={view.amounts?.[i]}
            onChange={(part) =>
              set({ heirs: draft.heirs.map((one, at) => (at === i ? { ...one, ...part } : one)) })
            }
            onDrop={
              draft.heirs.length > 1
                ? () => set({ heirs: draft.heirs.filter((_, at) => at !== i) })
                : undefined
            }
          />
        ))
      ) : (
        <NoHeir view={view} draft={draft} set={set} />
      )}
    </Sheet>
  )
}

type HeirProps = {
  place: number
  heir: Heir
  amount: string | undefined
  onChange: (part: Partial<Heir>) => void
  onDrop: (() => void) | undefined
}

function HeirFields({ place, heir, amount, onChange, onDrop }: HeirProps) {
  const say = useText()
  return (
    <fieldset className="inheritance-heir">
      <legend>
        {say(t(`继承人 ${place}`, `Heir ${place}`))}
        {amount !== undefined && (
          <b>{say(t(`　得 ${moneyText(amount)} 元`, ` gets ${moneyText(amount)}`))}</b>
        )}
        {onDrop && (
          <button type="button" className="link-button" onClick={onDrop}>
            {say(t('去掉', 'Remove'))}
          </button>
        )}
      </legend>
      <div className="ledger-form">
        <WordsLine label={t('姓名', 'Name')} value={heir.name} onChange={(name) => onChange({ name })} />
        <WordsLine
          label={t('与死者关系', 'Relation')}
          value={heir.relation}
          onChange={(relation) => onChange({ relation })}
          hint={t('配偶、之子、指定受益人', 'spouse, son, named beneficiary')}
        />
        <WordsLine
          label={t('证件号', 'Identity number')}
          value={heir.idNumber}
          onChange={(idNumber) => onChange({ idNumber })}
        />
        <WordsLine
          label={t('份额', 'Share')}
          value={heir.share}
          onChange={(share) => onChange({ share })}
          hint={t('1/3 或 50%', '1/3 or 50%')}
        />
        <WordsLine label={t('开户行', 'Bank')} value={heir.bank} onChange={(bank) => onChange({ bank })} />
        <WordsLine label={t('银行卡号', 'Card')} value={heir.card} onChange={(card) => onChange({ card })} />
      </div>
    </fieldset>
  )
}

/** The county's parameter says where it goes; the collective is named here, for it is paid. */
function NoHeir({ view, draft, set }: Props) {
  const say = useText()
  if (view.noHeirTo === 'pool')
    return (
      <p className="inheritance-words">
        {say(
          t(
            `按县里定的办法，余额 ${moneyText(view.balance)} 元转入统筹账户，不付给任何人。`,
            `As the county set it, ${moneyText(view.balance)} go to the pool; nobody is paid.`,
          ),
        )}
      </p>
    )
  const { collective } = draft
  const change = (part: Partial<typeof collective>) => set({ collective: { ...collective, ...part } })
  return (
    <fieldset className="inheritance-heir">
      <legend>
        {say(t('按县里定的办法，归所在集体经济组织', 'As the county set it, it goes to the collective'))}
      </legend>
      <div className="ledger-form">
        <WordsLine label={t('名称', 'Name')} value={collective.name} onChange={(name) => change({ name })} />
        <WordsLine
          label={t('统一社会信用代码', 'Credit code')}
          value={collective.creditCode}
          onChange={(creditCode) => change({ creditCode })}
        />
        <WordsLine
          label={t('开户行', 'Bank')}
          value={collective.bank}
          onChange={(bank) => change({ bank })}
        />
        <WordsLine
          label={t('账号', 'Account')}
          value={collective.card}
          onChange={(card) => change({ card })}
        />
      </div>
    </fieldset>
  )
}
