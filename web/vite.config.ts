// How the office pages are built. Development proxies to the county server on this machine.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { build, defineConfig } from 'vite'

const server = `http://127.0.0.1:${process.env.PORT ?? '3000'}`

export default defineConfig({
  plugins: [react(), publicPage()],
  server: {
    host: '127.0.0.1',
    port: Number(process.env.WEB_PORT ?? '5173'),
    proxy: { '/api': server, '/gs': server, '/wo': server },
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

/** The page that asks the public (/wo) is one small file of its own, for cheap telephones, with its packed twin beside it. */
function publicPage(): Plugin {
  const root = import.meta.dirname
  return {
    name: 'public-page',
    apply: 'build',
    async closeBundle() {
      const outDir = join(this.environment.config.build.outDir, 'wo')
      const into = outDir.startsWith('/') ? outDir : join(root, outDir)
      await build({
        configFile: false,
        logLevel: 'warn',
        root,
        build: {
          outDir: into,
          target: 'chrome80',
          copyPublicDir: false,
          modulePreload: false,
          rolldownOptions: { input: join(root, 'src/public/main.ts'), output: { entryFileNames: 'wo.js' } },
        },
      })
      packed(join(into, 'wo.js'))
    },
  }
}

function packed(file: string): void {
  const bytes = gzipSync(readFileSync(file), { level: 9 })
  writeFileSync(`${file}.gz`, bytes)
  console.log(`wo/wo.js gzip: ${(bytes.length / 1000).toFixed(1)} kB`)
}
