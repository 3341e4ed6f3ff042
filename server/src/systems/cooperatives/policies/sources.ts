/** The clauses on which the policies of cooperatives rest. */
import { cite } from '#kernel'

const law = '《中华人民共和国农民专业合作社法》'

export const clause = {
  targets: cite(
    'S001',
    '一',
    '到2023年国家、省、市、县级示范社10、30、60、100家，八成以上合作社三会一章规范并执行',
  ),
  traceability: cite('S001', '一', '到2021年10月各级示范社全部纳入农产品可追溯平台'),
  stages: cite('S001', '二', '准备2021年3至4月，提升2021年5月至2023年10月，验收2023年11至12月'),
  archive: cite('S001', '五（三）', '县级以上示范社由经管站统一建一社一档'),
  figures: cite('S002', '总体情况', '合作社、成员、带动农户、规范运营、“五有”和各级示范社的数量'),
  ladder: cite('S002', '培育示范典型', '示范社四级联创，自愿申报、县级推荐、市级审核'),
  instructors: cite('S002', '建立辅导队伍', '每个乡镇配3至5名辅导员'),
  villageLed: cite('S002', '坚持党建引领', '村“两委”领办的合作社'),
  livestock: cite('S000', '篇五', '畜牧合作社的成员数（农民、企业单位）和年收入'),
  members: cite(law, '第十二条、第二十条', '成员五人以上，农民至少占八成；单位成员有数量和比例限制'),
  surplus: cite(law, '第四十四条', '按交易量返还不低于可分配盈余六成，其余按出资、公积金和量化份额分'),
  meeting: cite(
    law,
    '第二十二条、第三十条',
    '出席达成员三分之二；一般决议过半数，重大决议三分之二以上；附加表决权不超过二成',
  ),
  delegates: cite(law, '第三十一条、第三十二条', '成员大会每年至少一次；超过一百五十人可设成员代表大会'),
} as const

/** The plan of the pilot holds from the year in which it begins. */
export const planSince = '2021-01-01'
/** The revised law holds from this day. */
export const lawSince = '2018-07-01'
/** 不适用 on the wire. */
export const none = { applicable: false } as const
