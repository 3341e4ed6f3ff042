/** The clauses of the source on which the declarations of land security rest. */
import { cite, t } from '#kernel'
import { documents } from '../../documents.ts'

const essay = (zh: string, en: string, says: string, inEnglish: string) =>
  cite(documents.essays, t(zh, en), t(says, inEnglish))

export const clause = {
  basis: essay(
    '篇一 三·第一',
    'part 1, III.1',
    '为失地农民建立基本生活保障，保障资金由政府、集体、个人共同承担',
    'Farmers whose land was taken get a basic living security, paid for by the government, the collective and the person together',
  ),
  target: essay(
    '篇一 三·第一（一）',
    'part 1, III.1(1)',
    '保障对象为被征地时的在册农业人口，年龄也看那一天；名单经会议讨论、核准、审核确定并公示',
    'Persons are covered as they stood on the agricultural register when the land was taken, and their age is that of the same day; a meeting discusses the list, then it is checked, decided and put on public notice',
  ),
  registered: essay(
    '篇一 三·第一（一）',
    'part 1, III.1(1)',
    '保障对象是征地时在册的农业人口',
    'Covers those on the agricultural register at the time of the taking',
  ),
  procedure: essay(
    '篇一 三·第一（一）',
    'part 1, III.1(1)',
    '成员大会或村民代表会议讨论，街道核准，劳动保障部门审核确定后公示',
    "The members' meeting or the village representatives discuss the list, the sub-district checks it, the labour-security office decides, then it is put on public notice",
  ),
  ages: essay(
    '篇一 三·第一（二）',
    'part 1, III.1(2)',
    '男60周岁、女55周岁以上为劳动年龄段以上；16周岁以上为劳动年龄段内；16周岁以下为未达劳动年龄',
    'Above working age: men from 60, women from 55; of working age: from 16; below working age: under 16',
  ),
  above: essay(
    '篇一 三·第一（二）1',
    'part 1, III.1(2)1',
    '个人专户由集体和个人缴费组成，政府出资进入社会统筹账户；待遇原则上高于城市低保',
    'The individual account holds what the collective and the person pay, the pooled account what the government pays; the pension is in principle above the urban minimum living allowance',
  ),
  working: essay(
    '篇一 三·第一（二）2',
    'part 1, III.1(2)2',
    '个人专户由集体和个人缴费组成，政府出资一并记入；未就业时发不超过两年的生活补助费',
    'The individual account holds what the collective, the person and the government pay; a person without work gets a living allowance for at most two years',
  ),
  dibao: essay(
    '篇一 三·第一（二）2',
    'part 1, III.1(2)2',
    '生活补助费领满仍未就业、符合条件的，纳入城市低保',
    'A person still without work when the living allowance has run out, and who meets the conditions, moves to the urban minimum living allowance',
  ),
  minor: essay(
    '篇一 三·第一（二）3',
    'part 1, III.1(2)3',
    '一次性发给征地安置补助费',
    'The resettlement subsidy is paid in one sum',
  ),
  otherPensions: essay(
    '篇一 三·第一（二）4',
    'part 1, III.1(2)4',
    '农村养老保险的领取额合并统一发放；职工养老保险分别领取',
    "A rural pension is added and paid in one sum; an employees' pension is drawn separately",
  ),
  funding: essay(
    '篇一 三·第一（三）',
    'part 1, III.1(3)',
    '政府不低于30%，集体不低于40%，个人从安置补助费中抵交；另从土地出让金提5%风险准备金',
    "The government pays at least 30%, the collective at least 40%, the person's part is offset from the resettlement subsidy; a risk reserve of 5% comes on top, from land-transfer revenue",
  ),
  interest: essay(
    '篇一 三·第一（二）1',
    'part 1, III.1(2)1',
    '记账利率按实际收益率或不低于一年期银行同期利率确定',
    'Accounts are credited at the actual return, or at no less than the bank rate for one year',
  ),
  inheritance: essay(
    '篇一 三·第一（二）1',
    'part 1, III.1(2)1',
    '保障对象去世后，个人专户中的本息余额可由法定继承人或指定受益人继承',
    'When a covered person dies, what is left of the individual account with its interest goes to the heirs at law or the named beneficiary',
  ),
  inheritanceWorking: essay(
    '篇一 三·第一（二）2',
    'part 1, III.1(2)2',
    '未达到领取年龄死亡后，个人专户中本息可依法继承',
    'If a person dies before pension age, the heirs get the individual account with its interest',
  ),
  pensionStart: essay(
    '篇一 三·第一（二）2',
    'part 1, III.1(2)2',
    '男年满60周岁、女年满55周岁后开始领取养老金',
    'The pension starts at 60 for men and at 55 for women',
  ),
  reemployment: essay(
    '篇一 三·第二（三）',
    'part 1, III.2(3)',
    '发放《再就业优惠证》，享受下岗失业人员再就业优惠政策（原文此处有缺）',
    'A re-employment certificate is issued, with the benefits of laid-off workers (the source has a gap here)',
  ),
  landBands: essay(
    '篇一 一·（一）',
    'part 1, I(1)',
    '城中无地村、人均0.2亩以下、0.2至0.5亩、0.5至1亩、1亩以上',
    'Villages in town without land; per person under 0.2 mu, 0.2 to 0.5, 0.5 to 1, and 1 mu or more',
  ),
  employmentTiers: essay(
    '篇一 一·（二）',
    'part 1, I(2)',
    '第一层面80%—90%左右、第二层面30%左右在本村企业工作，第三层面无村办企业或效益不佳',
    'In the first tier some 80 to 90% work in enterprises of their village, in the second some 30%; in the third the village has none or they do poorly',
  ),
  welfareTiers: essay(
    '篇一 一·（三）',
    'part 1, I(3)',
    '东庄村男50女45每人每月150元；中上虞村每月100元；其余只给60岁以上老人每月30元左右',
    'Dongzhuang: 150 yuan a month for men from 50 and women from 45; Zhongshangyu: 100 yuan a month; the others: some 30 yuan a month, for those from 60 only',
  ),
} as const

/** From this day the defaults of the catalogue hold. */
export const since = '2019-01-01'
/** 不适用 on the wire. */
export const none = { applicable: false } as const
