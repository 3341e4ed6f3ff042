/** What the figures rest on, said once for page, workbook and paper. */
import { type Day, formatYuan, type Text, t } from '#kernel'
import type { Stated } from '#report'
import { mixWords } from './newcomers.ts'
import type { Standing } from './standing.ts'

const line = (label: Text, text: Text): Stated => ({ label, text })

export function stated(standing: Standing, on: Day): Stated[] {
  return [
    line(t('起点', 'Starting point'), startWords(standing, on)),
    ...asideWords(standing),
    line(
      t('发放', 'Pensions'),
      t(
        '每月养老金按政策逐月问出；先付个人账户，付完由统筹账户付，再不够动用风险准备金，还不够记为缺口。',
        'Asked of the policy month by month; the own account pays first, then the pool, then the risk reserve; the rest is not covered.',
      ),
    ),
    line(
      t('利息', 'Interest'),
      t(
        '年末计一次，按年初余额减全年支付的一半。个人账户按政策的记账利率；专户按实际收益率；专户利息不够记账的，由统筹账户补。',
        'Once a year, on the opening balance less half of the payments. Accounts at the rate of the policy, the special account at its return; the pool makes up a difference.',
      ),
    ),
    line(
      t('死亡和继承', 'Deaths'),
      t(
        '年末按当年年龄的死亡率计，年龄是年度减出生年；去世的人按份带走个人账户余额，由继承人领取，统筹部分不继承。',
        'At the end of the year by the age of that year; the dead take their part of the account to the heirs, nothing of the pool.',
      ),
    ),
    line(
      t('新项目', 'New projects'),
      t(
        `每年年初到账，人数按假设，${mixWords(standing.listed.mix).zh}；金额按保障政策。`,
        `Arrive at the beginning of each year; ${mixWords(standing.listed.mix).en}; amounts by the policy.`,
      ),
    ),
    line(
      t('没有算的', 'Left out'),
      t(
        '未就业生活补助（由调剂资金付）、转入职工养老保险的账户、农保部分。',
        'The living allowance (another fund), accounts that move to the employees’ scheme, the rural part.',
      ),
    ),
  ]
}

function startWords({ accounts, pooled, reserve }: Standing, on: Day): Text {
  const [pool, risk] = [formatYuan(pooled), formatYuan(reserve)]
  return t(
    `${on} 的个人账户 ${accounts} 个，统筹账户（含未分配利息）${pool} 元，风险准备金 ${risk} 元；当月待遇看作已经发放。`,
    `${accounts} accounts on ${on}, pool with undistributed interest ${pool}, reserve ${risk}; this month counts as paid.`,
  )
}

function asideWords({ unknown, dead, beside }: Standing): Stated[] {
  const lines: Stated[] = []
  const label = t('没有推算的', 'Not projected')
  if (unknown.count > 0)
    lines.push(
      line(
        label,
        t(
          `${unknown.count} 个账户的人缺性别、出生日期或征地日，余额 ${formatYuan(unknown.balance)} 元原样留着，只计息。补上这些再推算。`,
          `${unknown.count} accounts lack sex, birth date or day of the taking; ${formatYuan(unknown.balance)} yuan stand and earn interest.`,
        ),
      ),
    )
  if (dead.count > 0)
    lines.push(
      line(
        t('已去世', 'Deceased'),
        t(
          `${dead.count} 个账户的人已登记去世，余额 ${formatYuan(dead.balance)} 元算作第一年由继承人领取。`,
          `${dead.count} accounts of deceased persons, ${formatYuan(dead.balance)} yuan, go to heirs in the first year.`,
        ),
      ),
    )
  if (beside > 0)
    lines.push(
      line(
        label,
        t(
          `待开户资金、应付和暂收共 ${formatYuan(beside)} 元。`,
          `${formatYuan(beside)} yuan raised for accounts not yet open, owed or held.`,
        ),
      ),
    )
  return lines
}
