/** What can keep the embedded database from running, each with its remedy. */
import { defineProblems, problem, t } from '#kernel'

export const databaseProblems = defineProblems('database', {
  noBinaries: problem(500, (d: { system: string }) =>
    t(
      `本机（${d.system}）没有随附的数据库程序。请自备 PostgreSQL 17 或更高版本，并设置 DATABASE_URL。`,
      `No database program comes for this machine (${d.system}). Provide PostgreSQL 17 or newer and set DATABASE_URL.`,
    ),
  ),
  noAccount: problem(500, (d: { folder: string }) =>
    t(
      `数据库不能以 root 身份运行，而 postgres、nobody 两个用户进不了 ${d.folder}。请改用普通用户运行，或把项目移到这两个用户能进入的目录，或设置 DATABASE_URL。`,
      `The database refuses to run as root, and neither postgres nor nobody can reach ${d.folder}. Run as an ordinary user, move the project to a folder that they can enter, or set DATABASE_URL.`,
    ),
  ),
  foreignFolder: problem(500, (d: { folder: string; owner: number }) =>
    t(
      `数据目录 ${d.folder} 属于另一个用户（uid ${d.owner}）。请以该用户运行，或用 chown 把目录交给当前用户。`,
      `The data folder ${d.folder} belongs to another user (uid ${d.owner}). Run as that user, or hand the folder over with chown.`,
    ),
  ),
  strangeFolder: problem(500, (d: { folder: string; entry: string }) =>
    t(
      `数据目录 ${d.folder} 里已有别的内容（如 ${d.entry}），不能拿来放数据库。请另指定一个空目录。`,
      `The data folder ${d.folder} holds other things (such as ${d.entry}) and will not be turned into a database. Name an empty folder.`,
    ),
  ),
  notMade: problem(500, (d: { folder: string; output: string }) =>
    t(
      `数据库没有建成，目录 ${d.folder}。请看数据库的原话：${d.output}`,
      `The database could not be made in ${d.folder}. Its own words: ${d.output}`,
    ),
  ),
  notStarted: problem(500, (d: { folder: string; output: string }) =>
    t(
      `数据库没有启动，目录 ${d.folder}。请看数据库的原话：${d.output}`,
      `The database did not start in ${d.folder}. Its own words: ${d.output}`,
    ),
  ),
  notStopped: problem(500, (d: { folder: string; output: string }) =>
    t(
      `数据库没有停下，目录 ${d.folder}。请看数据库的原话：${d.output}`,
      `The database did not stop in ${d.folder}. Its own words: ${d.output}`,
    ),
  ),
  busy: problem(500, (d: { folder: string; pid: number }) =>
    t(
      `另一个进程（${d.pid}）正在启动或停止 ${d.folder} 的数据库，等候已超时。请稍后再试；如该进程已无用，请先结束它。`,
      `Another process (${d.pid}) is starting or stopping the database in ${d.folder}, and the wait is over. Try again later, or end that process first if it is of no use.`,
    ),
  ),
  tooOld: problem(500, (d: { version: string }) =>
    t(
      `数据库版本是 ${d.version}，需要 PostgreSQL 17 或更高版本。请升级后再启动。`,
      `The database is version ${d.version}; PostgreSQL 17 or newer is needed. Upgrade it, then start again.`,
    ),
  ),
  wrongLocale: problem(500, (d: { encoding: string; ctype: string }) =>
    t(
      `数据库的编码是 ${d.encoding}、字符类型是 ${d.ctype}，按姓名检索会查不到汉字。请用 UTF8 编码和 C.UTF-8 字符类型重新建库。`,
      `The database has encoding ${d.encoding} and character type ${d.ctype}: searching a name would not find Chinese characters. Make it again with encoding UTF8 and character type C.UTF-8.`,
    ),
  ),
})
