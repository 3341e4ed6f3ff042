import { describe, expect, it } from 'vitest'
import { countTaken, sentForm, sentItems } from './act-form.ts'
import { batchWords, type Case, firstAct, isStep, type NextAct } from './case-types.ts'

const text = { zh: '核准', en: 'Check' }
function next(more: Partial<NextAct>): NextAct {
  return {
    action: 'check',
    label: text,
    office: text,
    can: true,
    front: true,
    mine: true,
    reasons: [],
    eligible: [1, 2, 3],
    held: [],
    take: 'eligible',
    back: false,
    asksDeclaration: false,
    form: [],
    ...more,
  }
}
function caseOf(...acts: NextAct[]): Case {
  return { next: acts, waiting: [] } as unknown as Case // only what firstAct reads
}

describe('what the page opens with', () => {
  it('is an answer that is due before anything else', () => {
    const answer = next({ action: 'answer', objection: 'answer', front: false })
    expect(firstAct(caseOf(next({}), answer))?.action).toBe('answer')
  })
  it('is the step of the case itself, not one for people left behind', () => {
    const behind = next({ action: 'decide', front: false })
    expect(firstAct(caseOf(behind, next({ action: 'post' })))?.action).toBe('post')
    expect(firstAct(caseOf(behind))?.action).toBe('decide')
  })
  it('is never a step back, and nothing where nothing can be done', () => {
    expect(firstAct(caseOf(next({ can: false }), next({ action: 'giveBack', back: true })))).toBeUndefined()
    expect(isStep(next({ action: 'close', take: 'all' }))).toBe(false)
  })
})

describe('what goes to the server', () => {
  it('all that may be taken, unless fewer are chosen; only chosen ones where the act asks for them', () => {
    expect(sentItems(next({}), undefined)).toBeUndefined()
    expect(sentItems(next({}), [1, 9])).toEqual([1])
    expect(sentItems(next({ take: 'chosen' }), undefined)).toEqual([])
    expect(sentItems(next({ take: 'all' }), [1])).toBeUndefined()
    expect([countTaken(next({}), undefined), countTaken(next({}), [1])]).toEqual([3, 1])
  })
  it('papers by their number, nothing for what is empty', () => {
    expect(sentForm({ minutes: { id: 7, name: '会议记录.pdf' }, note: '', present: 0 })).toEqual({
      minutes: 7,
      present: 0,
    })
  })
  it('names batches', () => expect(batchWords(2).zh).toBe('第二批'))
})
