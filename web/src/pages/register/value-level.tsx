// 核实程度: how sure a value is, under where it came from; and what the five levels mean.
import type { Output } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { useMay } from '../../app/session.tsx'
import { type Text, t, useText } from '../../app/text.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { dayText } from './moment.ts'
import './value-level.css'

export type ValueLevel = Output<'import.source'>['levels'][string]
type Level = ValueLevel['level']
type Look = Pick<ValueLevel, 'level' | 'at' | 'by' | 'list'>

const words: Record<Level, Text> = {
  asSaid: t('未核', 'Not looked at'),
  checked: t('系统已校', 'Tested by the system'),
  byPerson: t('人工确认', 'Confirmed by a person'),
  matched: t('名单比对相符', 'The same on a list'),
  onSite: t('实地核实', 'Seen on the spot'),
}

const against: Partial<Record<Level, Text>> = {
  matched: t('名单写的不一样', 'A list says otherwise'),
  onSite: t('现场看到的不一样', 'Found otherwise on the spot'),
}

/** 实地核实 2025-10-02 陆远航. Who typed or imported a value stands in the line of its source already. */
export function LevelLine({ told }: { told: ValueLevel }) {
  const say = useText()
  const looked = told.level === 'matched' || told.level === 'onSite'
  return (
    <>
      <span className={`value-level value-level-${told.level}`}>
        {say(words[told.level])}
        {looked && <Looked look={told} />}
      </span>
      {told.against && (
        <span className="value-level">
          <StateMark mark="doubt" word={against[told.against.level]} />
          <Looked look={told.against} />
        </span>
      )}
    </>
  )
}

function Looked({ look: { at, by, list } }: { look: Look }) {
  const say = useText()
  const may = useMay()
  const file = list ? say(t(`《${list.file}》`, list.file)) : ''
  return (
    <>
      {' '}
      {at ? dayText(at) : ''} {by ?? ''}{' '}
      {list && may('verify.read') ? (
        <PageLink to={`/verify/compare/${list.comparisonId}`}>{file}</PageLink>
      ) : (
        file
      )}
    </>
  )
}

const meanings: Record<Level, Text> = {
  asSaid: t(
    '照文件登记，没有人核过，这一项系统也没有可校的。',
    'As the file says; nobody has looked at it, and it is of a kind without a test.',
  ),
  checked: t(
    '读入时通过了校验：校验码、日历、可选的项、上下限或已登记的地名、人户。没有人核过。',
    'Passed a test as it was read: check digit, calendar, list of choices, bounds, registered places or rows. Nobody has looked at it.',
  ),
  byPerson: t(
    '由人填写，或导入时有人改过、看过存疑才收下，或由两人采信。',
    'Typed by a person, mended or accepted in doubt at the import, or adopted by two persons.',
  ),
  matched: t(
    '外单位的名单写的也一样；按名单所说的日期。',
    'The list of another office says the same, on the day that the list speaks of.',
  ),
  onSite: t('抽查时到现场看过，是这样。', 'Seen to be so by who went there for a sample.'),
}

/** Below the facts, folded: from the least sure to the most. */
export function LevelMeanings() {
  const say = useText()
  return (
    <details className="level-meanings">
      <summary>{say(t('核实程度是什么意思', 'What the levels mean'))}</summary>
      <dl>
        {(Object.keys(words) as Level[]).map((level) => (
          <div key={level}>
            <dt>{say(words[level])}</dt>
            <dd>{say(meanings[level])}</dd>
          </div>
        ))}
      </dl>
      <p>
        {say(
          t(
            '取最高的一级，只对现在这个值算；值改了，从新值的来源重新算起。后来同级或更高一级的核实说不一样的，降下来，并写明。',
            'The highest counts, and only of the value that stands: another value begins with its own source. What a later look, as sure or surer, finds otherwise falls, and that is told.',
          ),
        )}
      </p>
    </details>
  )
}
