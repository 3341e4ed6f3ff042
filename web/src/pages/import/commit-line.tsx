// The last line of ③ and ④: what can go in now, what stays behind, and the step forward.
import { Button } from 'antd'
import { useAct } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { countOf, figure, type Import } from './import-words.ts'

type Props = { given: Import; step: 'mend' | 'diff'; onStep: (step: string) => void }

export function CommitLine({ given, step, onStep }: Props) {
  const say = useText()
  const commit = useAct('import.commit')
  const ready = countOf(given, 'new', 'changed')
  return (
    <Sheet>
      <div className="import-commit">
        <p>
          <Summary given={given} />
        </p>
        {(given.can.edit || step === 'diff') && (
          <Button onClick={() => onStep(step === 'mend' ? 'map' : 'mend')}>{say(t('上一步', 'Back'))}</Button>
        )}
        {step === 'mend' ? (
          <Button type="primary" onClick={() => onStep('diff')}>
            {say(t('下一步：看差异', 'Next: differences'))}
          </Button>
        ) : (
          <Button
            type="primary"
            disabled={!given.can.merge || ready === 0}
            loading={commit.isPending}
            onClick={() => commit.mutate({ importId: given.id })}
          >
            {say(t(`入册 ${figure(ready)} 行`, `Commit ${figure(ready)} rows`))}
          </Button>
        )}
      </div>
      {!given.can.merge && (
        <p className="note">
          {say(
            given.can.edit
              ? t(
                  '由登记员入册。改好就行，这份表会等着他。',
                  'The registrar commits; the sheet waits for him.',
                )
              : t('由登记员入册，您可以看。', 'The registrar commits; you look on.'),
          )}
        </p>
      )}
      {commit.error && <ProblemNote problem={commit.error} />}
    </Sheet>
  )
}

function Summary({ given }: { given: Import }) {
  const say = useText()
  const ready = countOf(given, 'new', 'changed', 'unchanged')
  const left = countOf(given, 'rejected', 'doubtful')
  const n = (name: string) => figure(countOf(given, name))
  const links = given.links
    .map(({ label, counter, count }) => `${label.zh} ${figure(count)} ${counter.zh}`)
    .join('、')
  return (
    <>
      <b>
        {say(
          t(
            `现在可以入册 ${figure(ready)} 行：新增 ${n('new')}，变更 ${n('changed')}，无变化 ${n('unchanged')}。`,
            `${figure(ready)} rows are ready: ${n('new')} new, ${n('changed')} changed, ${n('unchanged')} unchanged.`,
          ),
        )}
      </b>
      {links !== '' && say(t(`同时登记${links}。`, ` Registered with them: ${links}.`))}
      {left > 0 && (
        <span className="note">
          {say(
            t(
              `　另外 ${figure(left)} 行留在“待改”，随时可以接着办，不会丢。`,
              ` ${figure(left)} more stay to be mended.`,
            ),
          )}
        </span>
      )}
    </>
  )
}
