/** Why a job stands still. */
import { defineProblems, problem, t } from '#kernel'

export const jobProblems = defineProblems('job', {
  unknownKind: problem(500, (d: { kind: string }) =>
    t(
      `没有“${d.kind}”这种后台任务。请告诉系统管理员。`,
      `There is no kind of job "${d.kind}". Tell the administrator.`,
    ),
  ),
  actorGone: problem(403, () =>
    t(
      '发起人的身份已收回，任务停下了，前面的都已保存。请由有权的人重新发起。',
      'The role of who started it was taken away; the job stopped and what was done stands. Someone with the role must start it again.',
    ),
  ),
  interrupted: problem(500, (d: { incident: string }) =>
    t(
      `任务中途出错，停下了，前面的都已保存。可以接着做；再停时请把编号 ${d.incident} 告诉系统管理员。`,
      `The job met an error and stopped; what was done stands. Resume it, or tell the administrator the number ${d.incident}.`,
    ),
  ),
  notRunning: problem(409, (d: { state: string }) =>
    t('这个任务已经结束，不用停。', `This job is already ${d.state}; there is nothing to stop.`),
  ),
  notStopped: problem(409, (d: { state: string }) =>
    t('这个任务没有停下，不用接着做。', `This job is ${d.state}; there is nothing to resume.`),
  ),
})
