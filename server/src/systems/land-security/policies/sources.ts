/** The clauses of the source on which the policies of land security rest. */
import { cite } from '#kernel'

const essay = 'S000'

export const clause = {
  basis: cite(essay, '篇一 三·第一'),
  target: cite(
    essay,
    '篇一 三·第一（一）',
    '保障对象为被征地时的在册农业人口，经会议讨论、核准、审核确定并公示',
  ),
  ages: cite(
    essay,
    '篇一 三·第一（二）',
    '男60周岁、女55周岁以上为劳动年龄段以上；16周岁以上为劳动年龄段内；16周岁以下为未达劳动年龄',
  ),
  above: cite(
    essay,
    '篇一 三·第一（二）1',
    '个人专户由集体和个人缴费组成，政府出资进入社会统筹账户；待遇原则上高于城市低保',
  ),
  working: cite(
    essay,
    '篇一 三·第一（二）2',
    '个人专户由集体和个人缴费组成，政府出资一并记入；未就业时发不超过两年的生活补助费',
  ),
  minor: cite(essay, '篇一 三·第一（二）3', '一次性发给征地安置补助费'),
  otherPensions: cite(essay, '篇一 三·第一（二）4', '农村养老保险的领取额合并统一发放；职工养老保险分别领取'),
  funding: cite(
    essay,
    '篇一 三·第一（三）',
    '政府不低于30%，集体不低于40%，个人从安置补助费中抵交；另从土地出让金提5%风险准备金',
  ),
  interest: cite(essay, '篇一 三·第一（二）1', '记账利率按实际收益率或不低于一年期银行同期利率确定'),
  inheritance: cite(
    essay,
    '篇一 三·第一（二）1',
    '保障对象去世后，个人专户中的本息余额可由法定继承人或指定受益人继承',
  ),
  inheritanceWorking: cite(essay, '篇一 三·第一（二）2', '未达到领取年龄死亡后，个人专户中本息可依法继承'),
  pensionStart: cite(essay, '篇一 三·第一（二）2', '男年满60周岁、女年满55周岁后开始领取养老金'),
  reemployment: cite(
    essay,
    '篇一 三·第二（三）',
    '发放《再就业优惠证》，享受下岗失业人员再就业优惠政策（原文此处有缺）',
  ),
  landBands: cite(essay, '篇一 一·（一）', '城中无地村、人均0.2亩以下、0.2至0.5亩、0.5至1亩、1亩以上'),
  employmentTiers: cite(
    essay,
    '篇一 一·（二）',
    '第一层面80%—90%左右、第二层面30%左右在本村企业工作，第三层面无村办企业或效益不佳',
  ),
  welfareTiers: cite(
    essay,
    '篇一 一·（三）',
    '东庄村男50女45每人每月150元；中上虞村每月100元；其余只给60岁以上老人每月30元左右',
  ),
} as const

/** From this day the defaults of the catalogue hold. */
export const since = '2019-01-01'
/** 不适用 on the wire. */
export const none = { applicable: false } as const
