// Where a file is dropped or chosen; it is uploaded at once.
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { upload } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import type { WebProblem } from '../../problem.ts'
import '../../parts/act-line.css'

const accepted = '.xlsx,.xls,.csv,.txt,.tsv,.et'

export function DropBox({ busy, onFile }: { busy: boolean; onFile: (fileId: number) => void }) {
  const say = useText()
  const id = useId()
  const [over, setOver] = useState(false)
  const send = useMutation<number, WebProblem, File>({
    mutationFn: async (file) => (await upload(file)).id,
    onSuccess: onFile,
  })
  const take = (files: FileList | null) => {
    const [file] = files ?? []
    if (file) send.mutate(file)
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the label inside is the control; dropping is a second way */}
      <div
        className={`file-field import-drop${over ? ' import-drop-over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files)
        }}
      >
        <label htmlFor={id} className="file-choose">
          {say(
            busy || send.isPending
              ? t('正在传……', 'Uploading…')
              : t('选一份 .xlsx、.xls 或 .csv', 'Choose an .xlsx, .xls or .csv'),
          )}
          <input
            id={id}
            type="file"
            accept={accepted}
            disabled={busy || send.isPending}
            onChange={(event) => take(event.target.files)}
          />
        </label>
        <span className="note">{say(t('也可以把文件拖到这里', 'or drop it here'))}</span>
      </div>
      {send.error && <ProblemNote problem={send.error} />}
    </>
  )
}
