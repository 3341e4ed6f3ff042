// Prints papers: the server makes the PDF in this person's name, the browser opens it.
import { Button } from 'antd'
import { fileAddress, useAct } from '../api.ts'
import { useSession } from '../app/session.tsx'
import { type Text, t, useText } from '../app/text.tsx'
import { ProblemNote } from './problem-note.tsx'

type Place = {
  page: 'case' | 'notice' | 'item' | 'batch' | 'account' | 'project' | 'projection' | 'sample'
  of: string
  input: Record<string, unknown>
  /** As a word in a row instead of a button. */
  small?: boolean
}

/** A button for each paper that is offered here and that I may print: `<PrintButtons page="batch" of={batch.fund} input={{ batchId }} />`. */
export function PrintButtons({ page, of, input, small }: Place) {
  const { meta } = useSession()
  const offered = meta.papers.filter(({ at }) => at.page === page && at.of === of)
  return offered.map(({ id, label }) => (
    <PrintButton key={id} paper={id} label={label} input={input} small={small} />
  ))
}

function PrintButton({
  paper,
  label,
  input,
  small,
}: {
  paper: string
  label: Text
  input: Record<string, unknown>
  small: boolean | undefined
}) {
  const say = useText()
  const act = useAct('report.print', {
    onDone: ({ fileId }) => window.open(fileAddress(fileId), '_blank', 'noopener'),
  })
  return (
    <>
      {small ? (
        <button
          type="button"
          className="link-button"
          disabled={act.isPending}
          onClick={() => act.mutate({ paper, input })}
        >
          {say(label)}
        </button>
      ) : (
        <Button loading={act.isPending} onClick={() => act.mutate({ paper, input })}>
          {say(t(`打印${label.zh}`, `Print: ${label.en}`))}
        </Button>
      )}
      {act.error && <ProblemNote problem={act.error} />}
    </>
  )
}
