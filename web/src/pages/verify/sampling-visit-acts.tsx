// What can be said of a record: one big button, and three ways around it.
import { Button } from 'antd'
import { t, useText } from '../../app/text.tsx'

export type Result = 'confirmed' | 'differs' | 'notFound' | 'notMet'

type FoundActsProps = {
  wrong: number
  busy: boolean
  onSend: (result: Result) => void
  onMissing: (missing: 'notFound' | 'notMet') => void
  onLater: () => void
}

export function FoundActs({ wrong, busy, onSend, onMissing, onLater }: FoundActsProps) {
  const say = useText()
  return (
    <>
      <Button
        type="primary"
        size="large"
        block
        loading={busy}
        onClick={() => onSend(wrong > 0 ? 'differs' : 'confirmed')}
      >
        {say(
          wrong > 0
            ? t(`${wrong} 项不符，存好，下一条`, `${wrong} wrong: save, next`)
            : t('都相符，下一条', 'All agree: next'),
        )}
      </Button>
      <div className="visit-others">
        <Button size="large" onClick={() => onMissing('notFound')}>
          {say(t('查无此人此户', 'Does not exist'))}
        </Button>
        <Button size="large" onClick={() => onMissing('notMet')}>
          {say(t('没见到人', 'Nobody met'))}
        </Button>
        <Button size="large" onClick={onLater}>
          {say(t('先跳过', 'Skip'))}
        </Button>
      </div>
    </>
  )
}

type MissingActsProps = {
  missing: 'notFound' | 'notMet'
  busy: boolean
  onSend: () => void
  onBack: () => void
}

export function MissingActs({ missing, busy, onSend, onBack }: MissingActsProps) {
  const say = useText()
  const words = {
    notFound: t('记为查无此人此户，下一条', 'Does not exist: next'),
    notMet: t('记为没见到人，下一条', 'Nobody met: next'),
  }
  return (
    <>
      <Button type="primary" size="large" block loading={busy} onClick={onSend}>
        {say(words[missing])}
      </Button>
      <div className="visit-others">
        <Button size="large" onClick={onBack}>
          {say(t('返回', 'Back'))}
        </Button>
      </div>
    </>
  )
}
