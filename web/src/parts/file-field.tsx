// Papers that go with a case: chosen, uploaded at once, listed with a way to take them off again.
import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { fileAddress, upload } from '../api.ts'
import { t, useText } from '../app/text.tsx'
import type { WebProblem } from '../problem.ts'
import { ProblemNote } from './problem-note.tsx'
import './act-line.css'

export type AttachedFile = { id: number; name: string }

type FileFieldProps = {
  value: readonly AttachedFile[]
  onChange: (files: readonly AttachedFile[]) => void
  accept?: string
  disabled?: boolean
}

/** `<FileField value={papers} onChange={setPapers} accept=".pdf,.jpg,.png" />` */
export function FileField({ value, onChange, accept, disabled }: FileFieldProps) {
  const say = useText()
  const id = useId()
  const add = useMutation<AttachedFile[], WebProblem, File[]>({
    mutationFn: (files) =>
      Promise.all(files.map(async (file) => ({ id: (await upload(file)).id, name: file.name }))),
    onSuccess: (added) => onChange([...value, ...added]),
  })
  return (
    <div className="file-field">
      <ul>
        {value.map((file) => (
          <li key={file.id}>
            <a href={fileAddress(file.id)}>{file.name}</a>
            {!disabled && (
              <button
                type="button"
                className="link-button"
                aria-label={say(t(`去掉 ${file.name}`, `Remove ${file.name}`))}
                onClick={() => onChange(value.filter((one) => one.id !== file.id))}
              >
                ✕
              </button>
            )}
          </li>
        ))}
      </ul>
      {!disabled && (
        <label className="file-choose" htmlFor={id}>
          {add.isPending ? say(t('正在传……', 'Uploading…')) : say(t('＋ 添加', '＋ Add'))}
          <input
            id={id}
            type="file"
            multiple
            accept={accept}
            onChange={(event) => add.mutate([...(event.target.files ?? [])])}
          />
        </label>
      )}
      {add.error && <ProblemNote problem={add.error} />}
    </div>
  )
}
