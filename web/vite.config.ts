// How the office pages are built. Development proxies to the county server on this machine.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = `http://127.0.0.1:${process.env.PORT ?? '3000'}`

export default defineConfig({
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    port: Number(process.env.WEB_PORT ?? '5173'),
    proxy: { '/api': server, '/gs': server },
  },
  build: {
    outDir: 'dist',
    target: 'chrome100',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups() } } },
  },
})

/** Parts that change at different times are kept in files of their own; echarts loads with the first chart. */
function chunkGroups() {
  return [
    { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 4 },
    { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 3 },
    { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/, priority: 3 },
    { name: 'antd', test: /node_modules[\\/](antd|@ant-design|@rc-component|rc-)/, priority: 2 },
  ]
}
