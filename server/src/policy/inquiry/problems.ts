/** What is refused in what is opened to the public. */
import { defineProblems, problem, t } from '#kernel'

export const inquiryProblems = defineProblems('inquiry', {
  result: problem(500, (d: { policy: string; result: string }) =>
    t(
      `“${d.policy}”没有“${d.result}”这个结果，公众问答不能用它。请改公众问答的声明。`,
      `"${d.policy}" has no result "${d.result}" for the public to ask about. Correct the declaration.`,
    ),
  ),
  twice: problem(500, (d: { policy: string }) =>
    t(
      `“${d.policy}”有两份公众问答。请只留一份。`,
      `"${d.policy}" is opened to the public twice. Keep one declaration.`,
    ),
  ),
  closed: problem(500, (d: { policy: string; source: string }) =>
    t(
      `“${d.policy}”的公众问答要用“${d.source}”的结果，但后者没有公开。请一并公开，或改为直接问。`,
      `"${d.policy}" takes a result of "${d.source}", which is not open to the public. Open it too, or ask directly.`,
    ),
  ),
  question: problem(500, (d: { question: string; policy: string }) =>
    t(
      `问题“${d.question}”在“${d.policy}”里的问法或种类与别处不同。请另起一个名字。`,
      `The question "${d.question}" of "${d.policy}" is worded or typed differently elsewhere. Give it another name.`,
    ),
  ),
})
