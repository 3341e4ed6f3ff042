// Text that the server has masked. 显示 asks why, the log keeps it, and it closes again after 60 s.
import { Button, Input, Popover } from 'antd'
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
  const choose = (reason: Reason) => {
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

type Reason = { code: 'card' | 'present' | 'other'; text: string }
const reasons = [
  { code: 'card', label: t('核对证件', 'Checking a document') },
  { code: 'present', label: t('本人在场', 'The person is here') },
] as const

function Reasons({ onChoose }: { onChoose: (reason: Reason) => void }) {
  const say = useText()
  const [text, setText] = useState('')
  return (
    <div className="reveal-reasons">
      {reasons.map(({ code, label }) => (
        <Button key={code} onClick={() => onChoose({ code, text: '' })}>
          {say(label)}
        </Button>
      ))}
      <Input
        value={text}
        aria-label={say(t('其他原因', 'Other reason'))}
        placeholder={say(t('其他：写明原因', 'Other: say why'))}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={() => text.trim() && onChoose({ code: 'other', text: text.trim() })}
      />
    </div>
  )
}

function useReveal(from: MaskedTextProps['reveal']) {
  const [open, setOpen] = useState<{ value: string; seconds: number }>()
  const shown = open?.value
  const [problem, setProblem] = useState<WebProblem>()
  useEffect(() => {
    if (open === undefined) return
    const timer = setTimeout(() => setOpen(undefined), open.seconds * 1000)
    return () => clearTimeout(timer)
  }, [open])
  const show = async (reason: Reason) => {
    if (!from) return
    try {
      const answer = await call('register.reveal', { ...from, reason })
      setProblem(undefined)
      setOpen({ value: String(answer.value), seconds: answer.seconds })
    } catch (error) {
      setProblem(asProblem(error))
    }
  }
  return { shown, show, hide: () => setOpen(undefined), problem }
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
