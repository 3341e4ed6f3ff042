/** The clauses on which the policies of cooperatives rest. */
import { cite, type Source, t } from '#kernel'
import { documents } from '../../documents.ts'

const from = (source: Source) => (zh: string, en: string, says: string, inEnglish: string) =>
  cite(source, t(zh, en), t(says, inEnglish))
const plan = from(documents.cooperativePlan)
const report = from(documents.cooperativeReport)
const essay = from(documents.essays)
const law = from(documents.cooperativeLaw)

export const clause = {
  targets: plan(
    '一',
    'I',
    '到2023年国家、省、市、县级示范社10、30、60、100家，八成以上合作社三会一章规范并执行',
    'By 2023 10 national, 30 provincial, 60 city and 100 county demonstration cooperatives, and four fifths of all with three meetings and a charter that are kept',
  ),
  traceability: plan(
    '一',
    'I',
    '到2021年10月各级示范社全部纳入农产品可追溯平台',
    'By October 2021 every demonstration cooperative is in the traceability platform',
  ),
  stages: plan(
    '二',
    'II',
    '准备2021年3至4月，提升2021年5月至2023年10月，验收2023年11至12月',
    'Preparation March to April 2021, improvement May 2021 to October 2023, acceptance November to December 2023',
  ),
  archive: plan(
    '五（三）',
    'V(3)',
    '县级以上示范社由经管站统一建一社一档',
    'The management station keeps one complete file for each demonstration cooperative of county level and above',
  ),
  figures: report(
    '总体情况',
    'overall situation',
    '合作社、成员、带动农户、规范运营、“五有”和各级示范社的数量',
    'Numbers of cooperatives, members, households brought along, cooperatives up to standard, with the five haves, and of demonstration cooperatives by level',
  ),
  ladder: report(
    '培育示范典型',
    'on raising models',
    '示范社四级联创，自愿申报、县级推荐、市级审核',
    'Demonstration cooperatives rise through four levels: they apply of their own will, the county recommends, the city reviews',
  ),
  instructors: report(
    '建立辅导队伍',
    'on instructors',
    '每个乡镇配3至5名辅导员',
    'Each township has three to five instructors',
  ),
  training: report(
    '建立辅导队伍',
    'on instructors',
    '组织县乡辅导员和合作社带头人培训 4301 人次',
    'Training of instructors of county and township and of heads of cooperatives: 4,301 person-times',
  ),
  wholeCounty: report(
    '加强组织领导',
    'on leadership',
    '肃州区和瓜州县被确定为国家级和省级合作社质量提升整县推进试点县',
    'Suzhou District and Guazhou County were chosen as national and provincial pilots for the whole county',
  ),
  villageLed: report(
    '坚持党建引领',
    'on guidance by the Party',
    '村“两委”领办的合作社',
    'Cooperatives led by the two committees of a village',
  ),
  livestock: essay(
    '篇五',
    'part 5',
    '畜牧合作社的成员数（农民、企业单位）和年收入',
    'Members (farmers, enterprises and units) and yearly income of livestock cooperatives',
  ),
  members: law(
    '第十二条、第二十条',
    'arts. 12 and 20',
    '成员五人以上，农民至少占八成；单位成员有数量和比例限制',
    'At least five members, four fifths of them farmers; units are limited in number and share',
  ),
  surplus: law(
    '第四十四条',
    'art. 44',
    '按交易量返还不低于可分配盈余六成，其余按出资、公积金和量化份额分',
    'At least 60% of the distributable surplus goes back by volume of trade, the rest by contribution, reserve and quantified share',
  ),
  order: law(
    '第四十二条、第四十四条',
    'arts. 42 and 44',
    '弥补亏损、提取公积金后的当年盈余为可分配盈余；按交易量返还不低于六成，其余按成员账户分配',
    'What is left of the surplus of the year after losses and the reserve is distributable; at least 60% goes back by trade, the rest by member accounts',
  ),
  leaving: law(
    '第二十八条',
    'art. 28',
    '成员资格终止的，退还记载在该成员账户内的出资额和公积金份额，按章程分摊亏损和债务',
    'A member who leaves gets back the contribution and share of the reserve in his account, less his part of losses and debts under the charter',
  ),
  meeting: law(
    '第二十二条、第三十条',
    'arts. 22 and 30',
    '出席达成员三分之二；一般决议过半数，重大决议三分之二以上；附加表决权不超过二成',
    'Two thirds of the members attend; more than half of the votes decide, two thirds in grave matters; extra votes are at most a fifth',
  ),
  delegates: law(
    '第三十一条、第三十二条',
    'arts. 31 and 32',
    '成员大会每年至少一次；超过一百五十人可设成员代表大会',
    "The members' meeting is held at least once a year; above 150 members there may be a delegates' meeting",
  ),
} as const

/** The plan of the pilot holds from the year in which it begins. */
export const planSince = '2021-01-01'
/** The revised law holds from this day. */
export const lawSince = '2018-07-01'
/** 不适用 on the wire. */
export const none = { applicable: false } as const
