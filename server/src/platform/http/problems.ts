/** What can be wrong with a request before an operation sees it. */
import { defineProblems, problem, t } from '#kernel'

export const httpProblems = defineProblems('http', {
  header: problem(403, () =>
    t(
      '请求缺少 x-xiangce 标记，没有办。请从本系统的页面操作。',
      'The request lacks the header x-xiangce and was not carried out. Use the pages of this system.',
    ),
  ),
  route: problem(404, (d: { path: string }) =>
    t(
      `没有“${d.path}”这个地址。请从首页进入。`,
      `There is no address "${d.path}". Start from the first page.`,
    ),
  ),
  tooLarge: problem(413, () =>
    t(
      '文件或内容太大，没有收下。请拆成几份再传。',
      'The file or content is too large and was not taken. Split it and send the parts.',
    ),
  ),
  request: problem(400, (d: { reason: string }) =>
    t(
      `请求的写法不对，没有办（${d.reason}）。`,
      `The request is not well formed and was not carried out (${d.reason}).`,
    ),
  ),
  downloads: problem(429, (d: { most: number }) =>
    t(
      `同时下载的大文件已有 ${d.most} 份，这一份没有开始。请等其中一份下载完再试。`,
      `${d.most} large files are being downloaded already; this one was not begun. Try again when one of them is done.`,
    ),
  ),
  noFile: problem(400, () =>
    t('没有收到文件。请选一个文件再传。', 'No file arrived. Choose a file and send it again.'),
  ),
})
