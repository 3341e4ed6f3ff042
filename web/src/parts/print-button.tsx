// Prints a paper: the server makes the PDF in this person's name, the browser opens it.
import { Button } from 'antd'
import { fileAddress, useAct } from '../api.ts'
import { useSession } from '../app/session.tsx'
import { type Text, t, useText } from '../app/text.tsx'
import { ProblemNote } from './problem-note.tsx'

type Props = { paper: string; input: Record<string, unknown>; label?: Text }

/** `<PrintButton paper="land-security.pay-list" input={{ batchId }} />`; nothing where this person may not print it. */
export function PrintButton({ paper, input, label }: Props) {
  const say = useText()
  const { meta } = useSession()
  const act = useAct('report.print', {
    onDone: ({ fileId }) => window.open(fileAddress(fileId), '_blank', 'noopener'),
  })
  const known = meta.papers.find((one) => one.id === paper)
  if (!known) return null
  return (
    <>
      <Button loading={act.isPending} onClick={() => act.mutate({ paper, input })}>
        {say(label ?? t(`打印${known.label.zh}`, `Print: ${known.label.en}`))}
      </Button>
      {act.error && <ProblemNote problem={act.error} />}
    </>
  )
}
