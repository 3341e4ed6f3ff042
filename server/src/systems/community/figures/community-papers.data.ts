/** Figures of the papers of S000 篇三 (awards) and 篇四 (courier survey): INC-14, and what agrees (4.2). Persons are invented. */
import { t } from '#kernel'
import { defineCheckSet } from '#verify'

const parcels = (id: string, label: string, value: string) => ({
  id,
  label,
  value,
  unit: '件',
  qualifier: '~' as const,
})
const count = (id: string, label: string, value: string) => ({ id, label, value, unit: '个' })

export const communityPapers = defineCheckSet({
  id: 'community.papers',
  label: t('社区材料', 'Papers of the community'),
  source: 'S000 篇三、篇四',
  figures: [
    count('families', '平安家庭', '5'),
    count('daughters', '好儿媳', '2'),
    count('goods', '八好', '8'),
    count('affections', '五情', '5'),
    parcels('a', '申通', '150'),
    parcels('b', '圆通', '100'),
    parcels('c', '韵达', '500'),
    parcels('d', '邮政', '10'),
  ],
  relations: [
    {
      id: 'OK.families',
      kind: 'count',
      stated: 'families',
      named: ['钱守正', '孙家和', '李有余', '周长平', '吴同春'],
    },
    { id: 'OK.daughters', kind: 'count', stated: 'daughters', named: ['郑巧云', '王秀禾'] },
    {
      id: 'OK.goods',
      kind: 'count',
      stated: 'goods',
      named: ['好妈妈', '好婆婆', '好妻子', '好子女', '好儿媳', '好妯娌', '好姑嫂', '好邻居'],
    },
    {
      id: 'OK.affections',
      kind: 'count',
      stated: 'affections',
      named: ['养育情', '恩感情', '手足情', '体贴情', '互助情'],
    },
    { id: 'OK.mothersDay', note: '一（二）', kind: 'weekday', day: '2012-05-13', weekday: 7, nth: 2 },
    {
      id: 'INC-14',
      kind: 'largest',
      sizes: [
        { figure: 'a', named: true },
        { figure: 'b', named: false },
        { figure: 'c', named: true },
        { figure: 'd', named: true },
      ],
    },
  ],
})

/** S000 篇五: a report in which no figure was filled in (INC-15). */
export const livestockReport = defineCheckSet({
  id: 'community.livestock',
  label: t('畜牧合作组织情况', 'Livestock cooperatives'),
  source: 'S000 篇五',
  figures: [
    { id: 'cooperatives', label: '畜牧合作社', value: null, unit: '个' },
    { id: 'members', label: '会员', value: null, unit: '个' },
    { id: 'income', label: '经营服务总收入', value: null, unit: '万元' },
  ],
  relations: [],
})
