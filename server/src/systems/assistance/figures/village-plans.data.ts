/** Figures of the plans for industry, the double-to village and the resident team (S004 plans 1 to 3): INC-15, INC-20, INC-21, INC-29. */
import { t } from '#kernel'
import { defineCheckSet } from '#verify'

const award = (id: string, label: string, value: string) => ({
  id,
  label,
  value,
  unit: '万元',
  place: '（一）1',
})

export const industryPlan = defineCheckSet({
  id: 'assistance.industry',
  label: t('产业帮扶方案', 'Industry assistance'),
  source: 'S004 方案1',
  figures: [
    award('pollutionFree', '无公害农产品', '1'),
    award('organic', '有机食品', '0.5'),
    award('national', '国家级示范', '10'),
    award('provincial', '省级示范', '5'),
  ],
  relations: [
    {
      id: 'INC-29.scope',
      kind: 'covered',
      wanted: ['种养业', '手工业'],
      given: ['种养业', '休闲农业'],
      otherwise: 'contradiction',
      note: '一、目标与三、模式',
    },
    { id: 'INC-29.amounts', kind: 'order', figures: ['pollutionFree', 'organic'] },
    { id: 'OK.levels', kind: 'order', figures: ['provincial', 'national'] },
  ],
})

export const doubleToPlan = defineCheckSet({
  id: 'assistance.double-to',
  label: t('“双到”帮扶方案', 'Double-to programme'),
  source: 'S004 方案2、方案8',
  figures: [
    { id: 'houses', label: '列入危房改造', value: null, unit: '户', place: '方案2（二）' },
    { id: 'area', label: '种植面积', value: null, unit: '亩', place: '方案2（一）2' },
    { id: 'funds', label: '新建互助组织', value: null, unit: '个', place: '方案8 二' },
  ],
  relations: [],
})

export const residentTeam = defineCheckSet({
  id: 'assistance.resident-team',
  label: t('驻村帮扶方案', 'Resident team'),
  source: 'S004 方案3',
  figures: [
    { id: 'corn', label: '玉米占耕地', value: '95', unit: '%', qualifier: '>=' },
    { id: 'herbs', label: '药材', value: '500', unit: '亩', qualifier: '>' },
    { id: 'paddy', label: '水田', value: '230', unit: '亩' },
    { id: 'fields', label: '耕地面积', value: null, unit: '亩', place: '一、基本情况' },
    { id: 'partyA', label: '全村党员', value: '30', unit: '人', place: '一（三）' },
    { id: 'partyB', label: '全村党员', value: '32', unit: '人', place: '二（一）' },
    { id: 'raising', label: '三种二养', value: '5', unit: '样' },
    { id: 'planted', label: '三种', value: '3', unit: '样' },
    { id: 'raised', label: '二养', value: '2', unit: '样' },
    { id: 'teams', label: '五支队伍', value: '5', unit: '支' },
  ],
  relations: [
    { id: 'INC-20.herbs', kind: 'crops', percent: 'corn', other: 'herbs', areaAtMost: '2099' },
    { id: 'INC-20.paddy', kind: 'crops', percent: 'corn', other: 'paddy', areaAtMost: '2099' },
    { id: 'INC-21.party', kind: 'same', figures: ['partyA', 'partyB'] },
    {
      id: 'INC-21.structure',
      kind: 'sameWord',
      words: ['“三种二养”已成主要支柱', '结构十分单一，养殖没有形成规模'],
      note: '产业结构',
    },
    { id: 'INC-21.name', kind: 'sameWord', words: ['东某乡', '某乡'], note: '乡名' },
    { id: 'OK.raising', kind: 'sum', parts: ['planted', 'raised'], total: 'raising' },
    { id: 'OK.planted', kind: 'count', stated: 'planted', named: ['红花', '大蒜', '核桃'] },
    { id: 'OK.raised', kind: 'count', stated: 'raised', named: ['肉牛', '生猪'] },
    { id: 'OK.teams', kind: 'count', stated: 'teams', named: ['治保', '调解', '巡逻', '帮教', '普法'] },
  ],
})
