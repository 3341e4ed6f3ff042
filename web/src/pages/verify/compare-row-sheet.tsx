// One row of the list beside the register: what differs, who may be meant, and what can be done.
import { Button } from 'antd'
import { useAct } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { Propose } from './compare-propose.tsx'
import { canAdopt, RowState } from './compare-row-state.tsx'
import type { Compared, HereRow, ListRow } from './compare-words.ts'

export function RowSheet({ given, row }: { given: Compared; row: ListRow }) {
  const say = useText()
  return (
    <Sheet title={t(`名单第 ${row.row} 行`, `Row ${row.row} of the list`)} states={<RowState row={row} />}>
      <dl className="compare-said">
        {row.values.map(({ name, label, value }) => (
          <div key={name}>
            <dt>{say(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {row.here.slice(0, 5).map((one) => (
        <Here key={one.id} register={given.register} one={one} />
      ))}
      {row.here.length > 5 && (
        <p className="note">{say(t(`等 ${row.here.length} 条`, `${row.here.length} in all`))}</p>
      )}
      <Differing row={row} />
      {row.problems.map(({ place, text }) => (
        <p key={place.zh + text.zh} className="note">{`${say(place)}　${say(text)}`}</p>
      ))}
      {row.class === 'candidate' && <Candidates given={given} row={row} />}
      {row.decidedBy && (
        <p className="note">
          {say(
            row.decision === 'none'
              ? t(`${row.decidedBy}认定都不是。`, `${row.decidedBy}: none of them.`)
              : t(`${row.decidedBy}认定是这一条。`, `${row.decidedBy}: this one.`),
          )}
        </p>
      )}
      {row.adoption && <Adopted given={given} adoption={row.adoption} />}
      {given.can.decide && canAdopt(row) && <Propose given={given} row={row} />}
    </Sheet>
  )
}

/** What became of the proposal for this row, with the way to where it is decided. */
function Adopted({ given, adoption }: { given: Compared; adoption: NonNullable<ListRow['adoption']> }) {
  const say = useText()
  const { state, proposer, decider, answer } = adoption
  const words = {
    proposed: t(`${proposer}提出采信，等另一人确认。`, `${proposer} proposed it; another person confirms.`),
    adopted: t(`${proposer}提出，${decider}确认采信。`, `Proposed by ${proposer}, confirmed by ${decider}.`),
    refused: t(
      `${proposer}提出，${decider}不采信${answer ? `：${answer}` : ''}`,
      `Proposed by ${proposer}, refused by ${decider}${answer ? `: ${answer}` : ''}`,
    ),
  }[state]
  return (
    <p className="note">
      {say(words)}{' '}
      <PageLink to={`/verify/compare/${given.id}?tab=adoptions`}>{say(t('看采信', 'Adoptions'))}</PageLink>
    </p>
  )
}

function Here({ register, one }: { register: string; one: HereRow }) {
  const say = useText()
  return (
    <p className="compare-here">
      <PageLink to={`/r/${register}/${one.id}`}>{`${one.areaName} ${one.title}`}</PageLink>
      <span className="note">
        {one.values
          .filter(({ value }) => value !== one.title)
          .map(({ label, value }) => `${say(label)} ${value}`)
          .join('　')}
      </span>
    </p>
  )
}

function Differing({ row }: { row: ListRow }) {
  const say = useText()
  if (row.differs.length === 0) return null
  return (
    <table className="compare-differs">
      <thead>
        <tr>
          <th scope="col">{say(t('栏目', 'Field'))}</th>
          <th scope="col">{say(t('名册', 'Register'))}</th>
          <th scope="col">{say(t('名单', 'List'))}</th>
        </tr>
      </thead>
      <tbody>
        {row.differs.map((one) => (
          <tr key={`${one.name}:${one.now}`}>
            <th scope="row">{say(one.label)}</th>
            <td>{one.now ?? say(t('未填', 'not given'))}</td>
            <td>
              <b>{one.there}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Candidates({ given, row }: { given: Compared; row: ListRow }) {
  const say = useText()
  const decide = useAct('compare.decide')
  return (
    <div className="compare-candidates">
      <p className="note">
        {say(t('可能是下面的人，请对照证件认定：', 'May be one of these; compare with the papers:'))}
      </p>
      <ul>
        {row.candidates.map((one) => (
          <li key={one.id}>
            <Here register={given.register} one={one} />
            <span className="note">
              {say(t(`${one.score} 分：`, `${one.score}: `))}
              {one.reasons.map((reason) => say(reason)).join('、')}
            </span>
            {given.can.decide && (
              <Button
                size="small"
                loading={decide.isPending}
                onClick={() => decide.mutate({ rowId: row.id, targetId: one.id })}
              >
                {say(t('就是这一条', 'This one'))}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {given.can.decide && (
        <Button loading={decide.isPending} onClick={() => decide.mutate({ rowId: row.id, targetId: null })}>
          {say(t('都不是', 'None of them'))}
        </Button>
      )}
      {decide.error && <ProblemNote problem={decide.error} />}
    </div>
  )
}
