// Buttons that take a file which the server makes while it is sent: how long it goes on, stopping it, and what stood in its way.

import { useMutation } from '@tanstack/react-query'
import { Button, Space } from 'antd'
import { useRef } from 'react'
import { take } from '../api.ts'
import { type Text, t, useText } from '../app/text.tsx'
import type { WebProblem } from '../problem.ts'
import { ProblemNote } from './problem-note.tsx'

type Choice = { key: string; word: Text; address: string }

/** `<TakeButtons choices={[{ key: 'xlsx', word: t('导出 Excel', 'Excel'), address }]} />`; the first one is the usual one. */
export function TakeButtons({ choices, disabled }: { choices: readonly Choice[]; disabled?: boolean }) {
  const say = useText()
  const stop = useRef<AbortController>(undefined)
  const taking = useMutation<void, WebProblem | DOMException, Choice>({
    mutationFn: ({ address }) => {
      stop.current = new AbortController()
      return take(address, stop.current.signal)
    },
  })
  const { error, isPending, isSuccess, variables } = taking
  return (
    <>
      <Space>
        {choices.map((choice, at) => (
          <Button
            key={choice.key}
            type={at === 0 ? 'primary' : 'default'}
            disabled={disabled || (isPending && variables?.key !== choice.key)}
            loading={isPending && variables?.key === choice.key}
            onClick={() => taking.mutate(choice)}
          >
            {say(choice.word)}
          </Button>
        ))}
        {isPending && <Button onClick={() => stop.current?.abort()}>{say(t('停下', 'Stop'))}</Button>}
      </Space>
      <p className="note" role="status">
        {isPending &&
          say(
            t(
              '正在导出，行多时要等一会儿。做完由浏览器存下。',
              'Under way; the browser keeps it when it is done.',
            ),
          )}
        {isSuccess && say(t('已交给浏览器存下。', 'Handed to the browser.'))}
      </p>
      {error && !(error instanceof DOMException) && (
        <ProblemNote problem={error} onRetry={() => variables && taking.mutate(variables)} />
      )}
    </>
  )
}
