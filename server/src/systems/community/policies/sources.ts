/** The clauses on which the policies of community self-government rest. */
import { cite } from '#kernel'

const elections = '《中华人民共和国全国人民代表大会和地方各级人民代表大会选举法》'
const villages = '《中华人民共和国村民委员会组织法》'

export const clause = {
  validity: cite(
    elections,
    '直接选举的规定',
    '过半数选民参加投票，选举有效；得票过半数当选；另行选举得票不少于三分之一；村民委员会选举同此（村民委员会组织法第十五条）',
  ),
  candidates: cite(elections, '差额选举的规定', '候选人比应选名额多三分之一至一倍'),
  counting: cite(elections, '投票和计票的规定', '收回的票不多于发出的票；每张票所选不多于应选名额'),
  assembly: cite(
    villages,
    '第二十二条、第二十六条',
    '村民会议过半数村民或三分之二以上户代表到会，代表会议三分之二以上到会；到会过半数通过',
  ),
  awards: cite('S000', '篇三 一（二）', '推荐、申报、评比后评出平安家庭五户、好儿媳两名'),
  parcels: cite('S000', '篇四 2)', '各快递旺季单日收件数：约150、100、500、10件'),
  fees: cite('S000', '篇四 2)', '申通当日不取每天加收一元，圆通每件三元，其余免费送到园区'),
} as const

/** The years of the source are masked; from this day the defaults of the catalogue hold. */
export const since = '2019-01-01'
/** 不适用 on the wire. */
export const none = { applicable: false } as const
