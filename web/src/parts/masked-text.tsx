// Text that the server has masked. 显示 asks why, the log keeps it, and it closes again after 60 s.
import { Popover, Radio } from 'antd'
import { useEffect, useState } from 'react'
import { call } from '../api.ts'
import { type Text, t, useText } from '../app/text.tsx'
import { asProblem, type WebProblem } from '../problem.ts'
import { ProblemNote } from './problem-note.tsx'
import './field-form.css'

type MaskedTextProps = {
  text: string
  /** Where the full value stands; without it (or without the verb) there is no 显示. */
  reveal?: { register: string; id: number; field: string }
}

/** `<MaskedText text="990101********2648" reveal={{ register: 'person', id, field: 'idNumber' }} />` */
export function MaskedText({ text, reveal }: MaskedTextProps) {
  const say = useText()
  const { shown, show, hide, problem } = useReveal(reveal)
  const [asking, setAsking] = useState(false)
  const choose = (reason: string) => {
    setAsking(false)
    void show(reason)
  }
  return (
    <span className="masked">
      {shown ? (
        <span>{shown}</span>
      ) : (
        <span>
          <span aria-hidden="true">{text}</span>
          <span className="only-read-aloud">{maskedAloud(text, say)}</span>
        </span>
      )}
      {reveal && shown && <TextButton words={t('遮住', 'Hide')} onClick={hide} />}
      {reveal && !shown && (
        <Popover
          open={asking}
          onOpenChange={setAsking}
          trigger="click"
          content={<Reasons onChoose={choose} />}
          title={say(t('为什么要看？会记入日志', 'Why? It goes into the log'))}
        >
          <button type="button" className="link-button">
            {say(t('显示', 'Show'))}
          </button>
        </Popover>
      )}
      {problem && <ProblemNote problem={problem} />}
    </span>
  )
}

const openSeconds = 60
const reasons: readonly Text[] = [
  t('核对证件', 'Checking a document'),
  t('本人在场', 'The person is here'),
  t('其他', 'Other'),
]

function Reasons({ onChoose }: { onChoose: (reason: string) => void }) {
  const say = useText()
  return (
    <Radio.Group
      vertical
      options={reasons.map((reason) => ({ label: say(reason), value: reason.zh }))}
      onChange={(event) => onChoose(String(event.target.value))}
    />
  )
}

function useReveal(from: MaskedTextProps['reveal']) {
  const [shown, setShown] = useState<string>()
  const [problem, setProblem] = useState<WebProblem>()
  useEffect(() => {
    if (shown === undefined) return
    const timer = setTimeout(() => setShown(undefined), openSeconds * 1000)
    return () => clearTimeout(timer)
  }, [shown])
  const show = async (reason: string) => {
    if (!from) return
    try {
      const answer = await call('register.reveal', { ...from, reason })
      setProblem(undefined)
      setShown(String(answer.value))
    } catch (error) {
      setProblem(asProblem(error))
    }
  }
  return { shown, show, hide: () => setShown(undefined), problem }
}

function TextButton({ words, onClick }: { words: Text; onClick: () => void }) {
  const say = useText()
  return (
    <button type="button" className="link-button" onClick={onClick}>
      {say(words)}
    </button>
  )
}

/** Pure: 990101********2648 is read as 990101，中间 8 位不显示，2648. */
export function maskedAloud(text: string, say: ReturnType<typeof useText>): string {
  return text.replace(/[*＊]+/g, (stars) =>
    say(t(`，中间 ${stars.length} 位不显示，`, `, ${stars.length} characters not shown, `)),
  )
}
