/** What can stop a search for duplicates, a merge or its undoing. */
import type { Text } from '#kernel'
import { defineProblems, problem, t } from '#kernel'

export const duplicateProblems = defineProblems('duplicate', {
  notCompared: problem(422, (d: { label: Text }) =>
    t(
      `“${d.label.zh}”没有定查重的办法。请换一个名册。`,
      `No way of finding duplicates is declared for "${d.label.en}". Choose another register.`,
    ),
  ),
  /** 410: what was there is gone, and this is where it went. */
  merged: problem(410, (d: { register: string; id: number; title: string | null }) =>
    t(
      `这条记录已并入${d.title ? `“${d.title}”` : ''}（编号 ${d.id}）。请打开那一条。`,
      `This record was merged into ${d.title ? `"${d.title}"` : ''} (number ${d.id}). Open that one.`,
    ),
  ),
  saidApart: problem(409, (d: { name: string; reason: string }) =>
    t(
      `${d.name} 已认定这两条不是同一个（${d.reason}）。请先改回“待核对”，再合并。`,
      `${d.name} has said that these two are not one (${d.reason}). Take that back before merging.`,
    ),
  ),
  notPair: problem(404, () =>
    t(
      '没有这一对，或其中一条不在您的管辖范围。请从查重清单里选。',
      'There is no such pair, or one of the two is outside your area. Choose from the list.',
    ),
  ),
  clash: problem(409, (d: { label: Text }) =>
    t(
      `两条在“${d.label.zh}”里登记了同一件事或同一段时间，并不到一起。请先核实，删去其中一条，再合并。`,
      `Both have the same entry or time in "${d.label.en}". Check them, remove one of the two, then merge.`,
    ),
  ),
  open: problem(409, () =>
    t(
      '这条记录正在等另一人确认合并，或已经合并。请到“合并记录”里看。',
      'A merge of this record is waiting for a second person, or is done. See the list of merges.',
    ),
  ),
  noMerge: problem(404, () =>
    t(
      '没有这次合并，或不在您的管辖范围。请从“合并记录”里选。',
      'There is no such merge, or it is outside your area. Choose from the list of merges.',
    ),
  ),
  state: problem(409, (d: { state: Text }) =>
    t(
      `这次合并${d.state.zh}，不能这样办。请刷新后再看。`,
      `This merge ${d.state.en}; that cannot be done. Reload and look again.`,
    ),
  ),
  samePerson: problem(403, () =>
    t(
      '两条都有资金账户，提出合并的人不能自己确认。请由另一人确认。',
      'Both have accounts with money: who proposed the merge does not confirm it. Ask somebody else.',
    ),
  ),
  laterFirst: problem(409, (d: { id: number }) =>
    t(
      `这条记录后来又合并过（合并 ${d.id} 号）。请先撤回后一次。`,
      `The record was merged again later (merge ${d.id}). Undo the later one first.`,
    ),
  ),
})
