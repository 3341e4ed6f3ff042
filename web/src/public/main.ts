// The page that asks (/wo): no framework, no request, no storage. What is answered lives in this file's memory.
import type { Locale } from 'xiangce/kernel'
import { h, replace } from './dom.ts'
import type { PageData } from './page-data.ts'
import { readPageData } from './page-data.ts'
import type { Screen } from './question-view.ts'
import { questionView } from './question-view.ts'
import { resultView } from './result-view.ts'
import { startView } from './start-view.ts'
import type { State } from './state.ts'
import { questionNow, start } from './state.ts'
import type { Say } from './words.ts'
import { speaker, words } from './words.ts'

type Page = { data: PageData; root: HTMLElement; steps: State[]; at: number; locale: Locale }

function open(): void {
  const root = document.getElementById('wo')
  const carried = document.getElementById('wo-data')?.textContent
  if (!root || !carried) return
  const locale: Locale = document.documentElement.lang === 'en' ? 'en' : 'zh'
  const page: Page = { data: readPageData(carried), root, steps: [start], at: 0, locale }
  takeOver(page)
  window.addEventListener('popstate', (event) => stepTo(page, indexOf(event.state)))
  history.replaceState(0, '')
  const asked = page.data.inquiries.get(decodeURIComponent(location.hash.slice(1)))
  if (asked) go(page, { ...start, about: [asked.id], heading: asked.title })
  else render(page, false)
}

/** The browser keeps the number of the step only, never an answer. */
function indexOf(state: unknown): number {
  return typeof state === 'number' ? state : 0
}

function stepTo(page: Page, index: number): void {
  page.at = Math.min(index, page.steps.length - 1)
  render(page)
}

function go(page: Page, state: State): void {
  page.steps = [...page.steps.slice(0, page.at + 1), state]
  page.at += 1
  history.pushState(page.at, '')
  render(page)
}

function leave(page: Page, clear: boolean): void {
  const { answers, order } = stateOf(page)
  if (clear) page.steps = page.steps.map(() => start) // going back finds nothing either
  go(page, clear ? start : { about: [], answers, order })
}

function stateOf(page: Page): State {
  return page.steps[page.at] ?? start
}

function render(page: Page, focus = true): void {
  const { root } = page
  const state = stateOf(page)
  const say = speaker(page.locale)
  replace(root, viewOf(page, state, say))
  document.title = say(state.heading ?? words.title)
  if (focus) root.querySelector<HTMLElement>('[data-focus]')?.focus({ preventScroll: true })
  if (focus) window.scrollTo(0, 0)
}

function viewOf(page: Page, state: State, say: Say): readonly HTMLElement[] {
  const { data } = page
  const next = (to: State) => go(page, to)
  if (state.about.length === 0) return startView({ data, state, say, go: next })
  const screen: Screen = {
    data,
    state,
    say,
    go: next,
    back: () => history.back(),
    leave: (c) => leave(page, c),
  }
  const now = questionNow(data, state)
  return now ? questionView(screen, now) : resultView(screen)
}

/** Size and language change in place, so that no answer is lost and nothing is fetched. */
function takeOver(page: Page): void {
  const [size, language] = document.querySelectorAll<HTMLAnchorElement>('header nav a')
  size?.addEventListener('click', (event) => {
    event.preventDefault()
    const big = document.documentElement.classList.toggle('big')
    size.textContent = speaker(page.locale)(big ? words.usual : words.larger)
  })
  language?.addEventListener('click', (event) => {
    event.preventDefault()
    page.locale = page.locale === 'zh' ? 'en' : 'zh'
    sayFrame(page, size, language)
    render(page, false)
  })
}

function sayFrame({ locale }: Page, size: HTMLAnchorElement | undefined, language: HTMLAnchorElement): void {
  const say = speaker(locale)
  const html = document.documentElement
  html.lang = locale === 'zh' ? 'zh-CN' : 'en'
  language.lang = locale === 'zh' ? 'en' : 'zh-CN'
  language.textContent = locale === 'zh' ? 'English' : '中文'
  if (size) size.textContent = say(html.classList.contains('big') ? words.usual : words.larger)
  replace(document.getElementById('top') ?? h('h1'), say(words.title))
}

open()
