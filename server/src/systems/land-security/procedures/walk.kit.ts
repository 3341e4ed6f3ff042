/** The people of a land-security walk in tests: one account a hand, each with its own verbs and place. */
import type { Actor, Ctx } from '#platform'
import { runOperation, saveFile } from '#platform'
import type { CaseWire, Ports } from '#procedure'
import { procedureOperations } from '#procedure'
import { protectionProcedure } from './protection.ts'

const village = '990101103201'
const hands = {
  village: { name: '周立民', office: '石桥村', area: village, verbs: ['ls.list', 'ls.meeting'] },
  township: { name: '马立新', office: '柳溪镇', area: '990101103', verbs: ['ls.check'] },
  hr1: { name: '孙国栋', office: '县人社局', area: '990101', verbs: ['ls.decide', 'ls.notice', 'ls.settle'] },
  hr2: { name: '赵敏', office: '县人社局', area: '990101', verbs: ['ls.answer', 'ls.approve'] },
  finance: { name: '何青', office: '县财政局', area: '990101', verbs: ['ls.fund'] },
  fund: { name: '罗小燕', office: '县人社局', area: '990101', verbs: ['ls.open'] },
  auditor: { name: '方正', office: '县审计局', area: '990101', verbs: [] },
} as const

export type Hand = keyof typeof hands

/** What of a test county the walk needs. */
type County = {
  db: Parameters<typeof runOperation>[0]
  actor(role?: { verbs: string[] }, area?: string, extra?: Partial<Actor>): Actor
  run<T>(actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T>
}

/** All hands of a county, with the operations over the given ports. */
export function walkers(county: County, ports: Ports) {
  const room = {
    procedures: [protectionProcedure],
    ports,
    holidays: { '2025': { off: [], work: [] }, '2026': { off: [], work: [] } },
  }
  const operations = procedureOperations(room)
  const actors = Object.fromEntries(
    Object.entries(hands).map(([key, { name, office, area, verbs }]) => [
      key,
      county.actor({ verbs: ['case.read', 'case.act', ...verbs] }, area, { name, office }),
    ]),
  ) as Record<Hand, Actor>
  const call = async <T>(who: Actor, name: string, input: unknown): Promise<T> => {
    const op = operations.find((one) => one.name === name)
    if (!op) throw new Error(`no operation ${name}`)
    return (await runOperation(county.db, op, { actor: who, input })) as T
  }
  const get = (who: Hand, caseId: number) => call<CaseWire>(actors[who], 'case.get', { caseId })
  /** Acts with the version just read and a declaration of no relatives. */
  const act = async (
    who: Hand,
    caseId: number,
    action: string,
    more: { form?: object; items?: number[]; inboxId?: number; relatives?: number[] } = {},
  ) => {
    const { version, relatives } = await get(who, caseId)
    const declaration = relatives === null ? { relatives: more.relatives ?? [] } : {}
    return call<{
      version: number
      state: string
      taken: number
      held: { name: string; reasons: { zh: string }[] }[]
      statement: { zh: string }
    }>(actors[who], 'case.act', { caseId, action, version, form: {}, ...declaration, ...more })
  }
  const paper = async (who: Hand) =>
    (
      await county.run(actors[who], (ctx) =>
        saveFile(ctx.tx, { name: '会议记录.pdf', mime: 'application/pdf', bytes: Buffer.from('会议记录') }),
      )
    ).id
  return { room, operations, actors, call, get, act, paper }
}

/** 应到 212, 实到 190; both resolutions carried. */
export function meetingForm(minutes: number, more: object = {}) {
  return {
    heldOn: '2025-08-12',
    body: 'assembly',
    entitled: 212,
    present: 190,
    listFor: 184,
    listAgainst: 2,
    listAbstain: 4,
    useFor: 180,
    useAgainst: 6,
    useAbstain: 4,
    minutes,
    ...more,
  }
}
