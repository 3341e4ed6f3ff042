// All parts on one page, for looking at while building: `vite` and open /gallery/. Not part of the build.

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { createRoot } from 'react-dom/client'
import { antdTheme } from '../src/theme/antd.ts'
import { Samples } from './samples.tsx'
import '../src/theme/tokens.css'
import '../src/theme/base.css'

const router = createRouter({ routeTree: createRootRoute({ component: Samples }), basepath: '/gallery' })
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <ConfigProvider theme={antdTheme} locale={zhCN} button={{ autoInsertSpace: false }}>
      <App component={false}>
        <QueryClientProvider client={new QueryClient()}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>,
  )
}
