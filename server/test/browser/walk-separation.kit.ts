import { expect } from 'vitest'
import { seededCounty } from '../county.ts'
import { fill, goTo, sheetOf } from './hands.kit.ts'
import { ask, shot } from './people.kit.ts'
import { everyChair } from './served.kit.ts'
import { actOn, actThrough, as, bring, now, on, refusal } from './walk-desk.kit.ts'
import { approveAndPost, propose } from './walk-money.kit.ts'

/** decides a case and is told by name that she cannot confirm it. */
export async function cannotConfirmOwnDecision(): Promise<void> {
  const { caseId: own } = await smallCase()
  now.caseId = own
  await actOn(everyChair.login, '审定', (page) => fill('审定意见', '材料齐全。', page))
  await actOn(everyChair.login, '发布公示')
  on('2026-01-14')
  const page = await as(everyChair.login)
  await goTo(page, `/case/${now.caseId}`)
  const words = `${everyChair.name} 审定过此案，不能确认公示结果。`
  expect(await sheetOf(page, '为什么现在不能确认公示结果').innerText()).toContain(words)
  await shot(page, 'case-same-person')
  const { version } = await ask<{ version: number }>(page, 'case.get', { caseId: now.caseId })
  const tried = { caseId: now.caseId, action: 'approve', version, form: {} }
  expect(await refusal(page, 'case.act', tried)).toContain(words)
}

/** proposes a run and cannot approve it, nor review its batch. */
export async function cannotApproveOwnRun(): Promise<void> {
  const runId = await propose('养老金发放', '2026-01', everyChair.login)
  const page = await as(everyChair.login)
  expect(await page.locator('main').innerText()).toContain('您提出的，由另一人审批。')
  const run = await ask<{ count: number; total: string }>(page, 'run.get', { id: runId })
  const approving = { runId, count: run.count, total: run.total }
  expect(await refusal(page, 'run.approve', approving)).toContain(
    `这一批由${everyChair.name}提出，须由另一人审批。`,
  )
  await approveAndPost(runId)
  const { batchId: made } = await ask<{ batchId: number }>(page, 'run.get', { id: runId })
  await goTo(page, `/batch/${made}`)
  const words = `${everyChair.name}已经办过这一批的“草拟”，“业务复核”须由另一人办。`
  expect(await page.locator('main').innerText()).toContain(words)
  await shot(page, 'batch-same-person')
  const batch = await ask<{ version: number; count: number; total: string }>(page, 'batch.get', {
    id: made,
  })
  const tried = {
    batchId: made,
    act: 'review',
    version: batch.version,
    count: batch.count,
    total: batch.total,
  }
  expect(await refusal(page, 'batch.act', tried)).toContain(words)
}

/** The seeded taking on its way to the county, through the doors: the clicking of these steps is the walk's. */
async function smallCase(): Promise<{ caseId: number }> {
  const village = await as('shiqiao')
  type Listed = { rows: { id: number; title: string }[] }
  const { rows } = await ask<Listed>(village, 'register.list', { register: 'landTake', limit: 50 })
  const subject = rows.find(({ title }) => title === seededCounty.landTake.name)
  const opened = await ask<{ caseId: number }>(village, 'case.open', {
    procedure: 'land-security.protection',
    subjectId: subject?.id,
  })
  const minutes = await bring(village)
  const votes = { listFor: 184, listAgainst: 2, listAbstain: 4, useFor: 180, useAgainst: 6, useAbstain: 4 }
  const meeting = { heldOn: now.today, body: 'assembly', entitled: 212, present: 190, ...votes, minutes }
  await actThrough(village, opened.caseId, 'list', {})
  await actThrough(village, opened.caseId, 'meeting', meeting)
  await actThrough(await as('liuxi'), opened.caseId, 'check', { opinion: '同意上报。' })
  return opened
}
