/** What somebody who looks for work or starts a business may ask without log-in. */
import { t } from '#kernel'
import type { PublicInquiry } from '#policy'
import { asked, asToday, defineInquiry } from '#policy'
import { publicPost } from '../policies/public-post.ts'
import { startupLoan } from '../policies/startup-loan.ts'

const office = t('县人社局就业服务窗口', 'the employment window of the county')
const identity = t('身份证、户口簿', 'Identity card and household book')

const poor = {
  id: 'poorLabourer',
  ask: t('您是建档立卡的贫困劳动力吗？', 'Are you registered as a poor labourer?'),
  help: t('看家里的扶贫手册或帮扶卡。', 'See the assistance booklet of your household.'),
  unsure: t('问驻村工作队或乡镇帮扶窗口。', 'Ask the village team or the assistance window of the township.'),
}
const qualified = {
  id: 'loanConditions',
  ask: t('您符合小额担保贷款条件吗？', 'Do you meet the conditions of the small guaranteed loan?'),
  help: t('由人社局和经办银行审核认定。', 'The bureau and the bank decide it.'),
  unsure: t('贷款条件带身份证到经办银行问。', 'Ask the bank about its conditions; bring the identity card.'),
}
const amount = {
  id: 'loanAsked',
  ask: t('您想贷多少元？', 'How much do you want to borrow, in yuan?'),
  unsure: t('贷款金额可以到窗口商量。', 'The amount can be settled at the window.'),
}
const term = {
  id: 'loanTerm',
  ask: t('您想贷几个月？', 'For how many months?'),
  unsure: t('贷款期限可以到窗口商量。', 'The term can be settled at the window.'),
}

const loan = defineInquiry({
  policy: startupLoan,
  title: t('创业小额担保贷款贴息', 'Subsidised start-up loan'),
  intro: t(
    '自己创业、开网店要贷款的，利息由财政贴。',
    'If you start a business or an online shop: the interest of the loan is paid.',
  ),
  facts: {
    poor: asked(poor),
    qualified: asked(qualified),
    asked: asked(amount),
    term: asked(term),
    appliedOn: asToday(),
  },
  decides: { result: 'granted' },
  shows: ['reason', 'principal', 'term', 'subsidy'],
  office,
  papers: [
    identity,
    t('营业执照或网店截图', 'The licence, or a picture of the online shop'),
    t('扶贫手册', 'The assistance booklet'),
  ],
})

const ownChannel = {
  id: 'postPaidByDepartment',
  ask: t('这个岗位的钱有别的部门出吗？', 'Does another department pay this post?'),
  help: t('岗位有专门经费的，选“是”。', 'Yes if the post has funds of its own.'),
  unsure: t('问用人单位，岗位的钱由谁出。', 'Ask the employer who pays the post.'),
}
const startedOn = {
  id: 'postFrom',
  ask: t('您是哪天上岗的？', 'On which day did you start?'),
  unsure: t('上岗日看公益性岗位协议。', 'See the agreement of the post.'),
}
const endedOn = {
  id: 'postUntil',
  ask: t('您离岗了吗？离岗的填离岗那天。', 'Have you left? If so, on which day?'),
  never: t('还在岗', 'Still there'),
  unsure: t('离岗日问用人单位。', 'Ask the employer.'),
}
const before = {
  id: 'postMonthsOfPerson',
  ask: t('公益性岗位补贴您以前领过几个月？', 'For how many months was this subsidy paid to you before?'),
  help: t('没有领过的填 0。', '0 if never.'),
  unsure: t('已补月数请窗口查。', 'The window looks up the months.'),
}
const ofPost = {
  id: 'postMonthsOfPost',
  ask: t('这个岗位以前补过几个月？', 'For how many months was this post subsidised before?'),
  help: t('新设的岗位填 0。', '0 for a new post.'),
  unsure: t('岗位已补月数问用人单位。', 'Ask the employer.'),
}

const post = defineInquiry({
  policy: publicPost,
  title: t('公益性岗位补贴', 'Subsidy of public posts'),
  intro: t('在村里、镇里公益性岗位上干活的。', 'If you work on a public post.'),
  facts: {
    poor: asked(poor),
    ownChannel: asked(ownChannel),
    startedOn: asked(startedOn),
    endedOn: asked(endedOn),
    claimMonth: asToday('month'),
    monthsOfPerson: asked(before),
    monthsOfPost: asked(ofPost),
  },
  decides: { result: 'entitled' },
  shows: ['amount', 'left', 'paidThrough'],
  office,
  papers: [
    identity,
    t('公益性岗位协议', 'The agreement of the post'),
    t('扶贫手册', 'The assistance booklet'),
  ],
})

export const employmentInquiries: readonly PublicInquiry[] = [loan, post]
