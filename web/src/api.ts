// The typed client: one function for every operation of the server, one place for what goes wrong.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Input, OperationName, Output } from './api-types.ts'
import { localeNow } from './app/text.tsx'
import { noAnswer, problemOf, type WebProblem } from './problem.ts'

export type { Input, OperationName, Output } from './api-types.ts'
export type { WebProblem } from './problem.ts'
export type StoredFile = { id: number; sha256: string }
type Options = { key?: string; signal?: AbortSignal }

/** Set by the session: shows the login over the page, resolves when the same person is back. */
let askLogin: (() => Promise<void>) | undefined
export function onExpired(ask: () => Promise<void>): void {
  askLogin = ask
}

/**
 * Calls one operation. Throws `WebProblem`. When the login has expired it asks for the password over the page and
 * then repeats the call, so nobody loses what was filled in. `key` makes a write idempotent; `useAct` gives one.
 */
export async function call<N extends OperationName>(
  name: N,
  input: Input<N>,
  options: Options = {},
): Promise<Output<N>> {
  const key = options.key ?? newKey()
  const response = await send(name, input, { ...options, key })
  if (response.status === 401 && askLogin) {
    await askLogin()
    return answer(await send(name, input, { ...options, key }))
  }
  return answer(response)
}

/** The platform's doors that are no operations: sign in, sign out, who am I, another hat. */
export async function callSession(
  door: 'login' | 'logout' | 'me' | 'scope',
  input: object = {},
): Promise<unknown> {
  const response = await send(`session.${door}`, input, {})
  if (!response.ok) throw await problemOf(response)
  return response.json()
}

/** Reads an operation and keeps the old data visible while new data comes. `useCall('case.list', {})`. */
export function useCall<N extends OperationName>(
  name: N,
  input: Input<N>,
  options: { enabled?: boolean; every?: number } = {},
) {
  return useQuery<Output<N>, WebProblem>({
    queryKey: [name, input],
    queryFn: ({ signal }) => call(name, input, { signal }),
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
  })
}

/**
 * Does an operation that changes something: `const act = useAct('case.act'); act.mutate({ … })`.
 * The idempotency key stays the same until the act succeeds or its input changes: pressing again after a broken
 * connection never does the thing twice. Afterwards everything on the page is read anew.
 */
export function useAct<N extends OperationName>(
  name: N,
  options: { onDone?: (output: Output<N>) => void } = {},
) {
  const client = useQueryClient()
  const attempt = useRef<{ input: string; key: string } | undefined>(undefined)
  return useMutation<Output<N>, WebProblem, Input<N>>({
    mutationFn: (input) => call(name, input, { key: keyFor(attempt, input) }),
    onSuccess: async (output) => {
      attempt.current = undefined
      await client.invalidateQueries()
      options.onDone?.(output)
    },
  })
}

/**
 * Takes the file that an address sends and gives it to the browser to keep. Throws `WebProblem`, also where the answer
 * breaks off: a link would leave the person with a half of it, or with the words of the refusal as a file.
 */
export async function take(address: string, signal?: AbortSignal): Promise<void> {
  const headers = headersOf(undefined)
  const ask = () => fetch(address, { headers, signal }).catch(rethrow)
  let response = await ask()
  if (response.status === 401 && askLogin) {
    await askLogin()
    response = await ask()
  }
  if (!response.ok) throw await problemOf(response)
  keep(await response.blob().catch(rethrow), nameOf(response))
}

/** The browser keeps large blobs on the disk. */
function keep(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

function nameOf(response: Response): string {
  const [, name = ''] =
    /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
  return decodeURIComponent(name)
}

function rethrow(error: unknown): never {
  if (error instanceof DOMException && error.name === 'AbortError') throw error
  throw noAnswer()
}

/** Uploads one file; returns its id for the operations that take `fileId`. */
export async function upload(file: File): Promise<StoredFile> {
  const form = new FormData()
  form.append('file', file)
  const response = await fetch('/api/files', {
    method: 'POST',
    body: form,
    headers: { 'x-xiangce': '1' },
  }).catch(() => {
    throw noAnswer()
  })
  // the route's own promise (platform/files): id and content hash
  return (await answer(response)) as StoredFile
}

/** Where a stored document can be fetched. */
export function fileAddress(fileId: number | string): string {
  return `/api/files/${fileId}`
}

/** Where an operation sends its file while it makes it, for what is too large to be kept. */
export function downloadAddress<N extends OperationName>(name: N, input: Input<N>): string {
  return `/api/${name.replaceAll('.', '/')}?input=${encodeURIComponent(JSON.stringify(input))}`
}

async function send(name: string, input: unknown, options: Options): Promise<Response> {
  return fetch(`/api/${name.replaceAll('.', '/')}`, {
    method: 'POST',
    headers: headersOf(options.key),
    body: JSON.stringify(input ?? {}),
    signal: options.signal,
  }).catch(rethrow)
}

function headersOf(key: string | undefined): Record<string, string> {
  return {
    'content-type': 'application/json',
    'accept-language': localeNow() === 'zh' ? 'zh-CN' : 'en',
    'x-xiangce': '1',
    ...(key ? { 'idempotency-key': key } : {}),
  }
}

// The output type is the server's own declaration of this operation; the server validates what it sends.
async function answer<N extends OperationName>(response: Response): Promise<Output<N>> {
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as Output<N>
}

function keyFor(attempt: { current: { input: string; key: string } | undefined }, input: unknown): string {
  const text = JSON.stringify(input)
  if (attempt.current?.input !== text) attempt.current = { input: text, key: newKey() }
  return attempt.current.key
}

function newKey(): string {
  // randomUUID needs a secure context; an office intranet often has plain http
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
