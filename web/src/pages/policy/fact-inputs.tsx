// Inputs of facts and parameter values by kind. Unknown is an empty input; 不适用 is said with its own mark.
import { Button, Checkbox } from 'antd'
import type { FieldMeta } from '../../app/meta.ts'
import { t, useText } from '../../app/text.tsx'
import { kinds } from '../../kinds/index.ts'
import { FieldLine } from '../../parts/field-form.tsx'
import type { Kinds } from '../../parts/kind.ts'
import type { Typed } from './fact-wire.ts'
import type { FactMeta } from './policy-types.ts'
import { isNotApplicable, unitText } from './value-text.ts'

const notApplicable = { applicable: false }

/** The kinds of rules that registers do not have, by the input that fits them. */
const inputKinds: Kinds = { ...kinds, years: kinds.count, months: kinds.count, number: kinds.text }

type Fact = Omit<FactMeta, 'name'> & { name: string }

function fieldOf(fact: Fact): FieldMeta {
  return {
    name: fact.name,
    label: fact.label,
    kind: fact.kind,
    unit: fact.unit ? unitText(fact.unit) : (unitsOfKind[fact.kind] ?? null),
    options: Object.entries(fact.options ?? {}).map(([code, label]) => ({ code, label })),
  }
}

const unitsOfKind: Record<string, { zh: string; en: string } | undefined> = {
  money: t('元', 'yuan'),
  percent: t('%', '%'),
  years: t('周岁', 'years'),
  months: t('个月', 'months'),
}

type Props = {
  facts: readonly FactMeta[]
  values: Typed
  onChange: (values: Typed) => void
  /** Words of what the server refused, by fact. */
  problems?: Readonly<Record<string, { zh: string; en: string } | undefined>>
}

export function FactInputs({ facts, values, onChange, problems = {} }: Props) {
  return (
    <div className="field-form">
      {facts.map((fact) =>
        fact.kind === 'list' ? (
          <ListInput
            key={fact.name}
            fact={fact}
            value={values[fact.name]}
            onChange={(value) => onChange({ ...values, [fact.name]: value })}
          />
        ) : (
          <FactInput
            key={fact.name}
            fact={fact}
            value={values[fact.name]}
            onChange={(value) => onChange({ ...values, [fact.name]: value })}
            problem={problems[fact.name]}
            offersNotApplicable
          />
        ),
      )}
    </div>
  )
}

type InputProps = {
  fact: Fact
  value: unknown
  onChange: (value: unknown) => void
  problem?: { zh: string; en: string }
  offersNotApplicable?: boolean
}

export function FactInput({ fact, value, onChange, problem, offersNotApplicable }: InputProps) {
  const say = useText()
  const off = isNotApplicable(value)
  return (
    <FieldLine
      field={fieldOf(fact)}
      kinds={inputKinds}
      value={off ? undefined : value}
      onChange={onChange}
      disabled={off}
      problem={problem}
      note={
        offersNotApplicable && (
          <Checkbox
            checked={off}
            onChange={(event) => onChange(event.target.checked ? notApplicable : undefined)}
          >
            {say(t('不适用', 'Does not apply'))}
          </Checkbox>
        )
      }
    />
  )
}

/** Unknown, none, or rows. */
function ListInput({
  fact,
  value,
  onChange,
}: {
  fact: FactMeta
  value: unknown
  onChange: (value: unknown) => void
}) {
  const say = useText()
  const rows = Array.isArray(value) ? (value as Typed[]) : undefined // `as`: only this input writes it
  return (
    <fieldset className="policy-list">
      <legend>{say(fact.label)}</legend>
      <p className="note">
        {rows === undefined
          ? say(t('不详', 'Not known'))
          : say(t(`${rows.length} 条`, `${rows.length} records`))}
      </p>
      {rows?.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity before they are sent
        <div key={index} className="policy-list-row">
          <FactInputs
            facts={fact.fields ?? []}
            values={row}
            onChange={(next) => onChange(rows.map((one, at) => (at === index ? next : one)))}
          />
          <Button size="small" onClick={() => onChange(rows.filter((_, at) => at !== index))}>
            {say(t('去掉这条', 'Remove it'))}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...(rows ?? []), {}])}>
        {say(t('添一条', 'Add one'))}
      </Button>{' '}
      {rows === undefined ? (
        <Button size="small" onClick={() => onChange([])}>
          {say(t('没有', 'There is none'))}
        </Button>
      ) : (
        <Button size="small" onClick={() => onChange(undefined)}>
          {say(t('改为不详', 'Not known'))}
        </Button>
      )}
    </fieldset>
  )
}
