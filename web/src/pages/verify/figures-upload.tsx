// Where a sheet, a text or a declared file is chosen; it is uploaded at once.
import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { upload } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import type { WebProblem } from '../../problem.ts'
import '../../parts/act-line.css'

export function FiguresUpload({ busy, onFile }: { busy: boolean; onFile: (fileId: number) => void }) {
  const say = useText()
  const id = useId()
  const send = useMutation<number, WebProblem, File>({
    mutationFn: async (file) => (await upload(file)).id,
    onSuccess: onFile,
  })
  const waiting = busy || send.isPending
  return (
    <div className="file-field">
      <label htmlFor={id} className="file-choose">
        {say(
          waiting
            ? t('正在读……', 'Reading…')
            : t('传一份 Excel、CSV、Word 或 txt', 'Upload Excel, CSV, Word or txt'),
        )}
        <input
          id={id}
          type="file"
          accept=".xlsx,.xls,.csv,.docx,.txt,.md,.json"
          disabled={waiting}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) send.mutate(file)
            event.target.value = ''
          }}
        />
      </label>
      {send.error && <ProblemNote problem={send.error} />}
    </div>
  )
}
