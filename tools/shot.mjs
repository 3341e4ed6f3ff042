// A picture of one page of this machine: node tools/shot.mjs <url> <out.png> [--width 1440] [--login user:password]
//   [--wait text] [--click text] [--full] [--lang en] [--axe]. Loopback addresses only.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { axeReport, findings } from './axe.mjs'
import { openBrowser } from './browser.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1440' },
    height: { type: 'string', default: '900' },
    login: { type: 'string' },
    wait: { type: 'string' },
    click: { type: 'string' },
    keys: { type: 'string' },
    lang: { type: 'string' },
    full: { type: 'boolean', default: false },
    axe: { type: 'boolean', default: false },
    scale: { type: 'string', default: '1' },
  },
})
const [url, out] = positionals
if (!url || !out) throw new Error('usage: node tools/shot.mjs <url> <out.png>')
if (!/^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url))
  throw new Error(`only pages of this machine are opened: ${url}`)

const profile = await mkdtemp(join(tmpdir(), 'shot-'))
const context = await openBrowser(profile, {
  viewport: { width: Number(values.width), height: Number(values.height) },
  deviceScaleFactor: Number(values.scale),
})
try {
  await shoot(context)
} finally {
  await context.close()
  await rm(profile, { recursive: true, force: true })
}

async function shoot(browser) {
  const page = await browser.newPage()
  page.on(
    'console',
    (message) => message.type() === 'error' && console.error('console:', message.text().slice(0, 400)),
  )
  page.on('pageerror', (error) => console.error('page:', error.message))
  if (values.lang)
    await page.addInitScript((lang) => localStorage.setItem('xiangce.locale', lang), values.lang)
  if (values.login) await signIn(page)
  await page.goto(url)
  if (values.wait) await page.getByText(values.wait).first().waitFor({ timeout: 15_000 })
  else await page.waitForLoadState('networkidle')
  if (values.click) await page.getByText(values.click).first().click()
  if (values.keys) for (const key of values.keys.split(' ')) await page.keyboard.press(key)
  await page.waitForTimeout(500)
  await page.screenshot({ path: out, fullPage: values.full })
  if (values.axe) report(await axeReport(page))
}

async function signIn(page) {
  const at = values.login.indexOf(':')
  const body = { name: values.login.slice(0, at), password: values.login.slice(at + 1) }
  const answer = await page.request.post(new URL('/api/session/login', url).href, {
    data: body,
    headers: { 'x-xiangce': '1' },
  })
  if (!answer.ok()) throw new Error(`login ${answer.status()}: ${await answer.text()}`)
}

function report(violations) {
  for (const line of findings(violations)) console.log(line)
  console.log(`axe: ${violations.length} rules violated`)
}
