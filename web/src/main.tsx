// The office pages start here.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { restoreLarge } from './app/header.tsx'
import { buildRouter } from './app/routes.tsx'
import { useLocale } from './app/text.tsx'
import { asProblem } from './problem.ts'
import { antdTheme } from './theme/antd.ts'
import './theme/tokens.css'
import './theme/base.css'
import './theme/print.css'

const router = buildRouter()
const queries = new QueryClient({
  defaultOptions: { queries: { retry: retryOnlySilence, staleTime: 5_000, refetchOnWindowFocus: true } },
})

/** A refusal is an answer; only silence is asked again, once. */
function retryOnlySilence(times: number, error: unknown): boolean {
  return times < 1 && asProblem(error).status === 0
}

/** Not antd's own: its way out waits for a transition that never comes after a short wait, and the name keeps “loading”. */
const loadingIcon = <span className="turning" aria-hidden />

function House() {
  const locale = useLocale()
  return (
    <ConfigProvider
      theme={antdTheme}
      locale={locale === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false, loadingIcon }}
      componentSize="middle"
    >
      <App component={false}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}

restoreLarge()
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <House />
  </StrictMode>,
)
