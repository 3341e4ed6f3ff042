/** Figures and lists of the county plan (S001) and the prefecture's report (S002): INC-16, INC-17, and what agrees (4.2). */
import { t } from '#kernel'
import { defineCheckSet } from '#verify'

export const countyPilot = defineCheckSet({
  id: 'cooperatives.county-pilot',
  label: t('合作社质量提升试点方案', 'Pilot of better cooperatives'),
  source: 'S001',
  figures: [],
  relations: [
    {
      id: 'OK.stages',
      note: '二、实施步骤',
      kind: 'stages',
      stages: [
        { label: '准备实施', from: '2021-03-01', to: '2021-04-30' },
        { label: '提升推进', from: '2021-05-01', to: '2023-10-31' },
        { label: '验收总结', from: '2023-11-01', to: '2023-12-31' },
      ],
    },
    {
      id: 'OK.marketSends',
      note: '四（二）',
      kind: 'apart',
      first: ['市场监管'],
      second: ['农业农村', '税务', '林业', '供销'],
    },
    {
      id: 'INC-16',
      note: '四（六）',
      kind: 'apart',
      first: ['税务'],
      second: ['农业农村', '税务', '林业', '供销'],
    },
  ],
})

export const prefectureReport = defineCheckSet({
  id: 'cooperatives.prefecture-report',
  label: t('农民合作社高质量发展情况', 'Report on cooperatives'),
  source: 'S002',
  figures: [
    { id: 'all', label: '农民专业合作社', value: '3833', unit: '个' },
    { id: 'standard', label: '规范运营', value: '2713', unit: '家' },
    { id: 'five', label: '五有合作社', value: '2163', unit: '家' },
    { id: 'standardShare', label: '规范运营占比', value: '70', unit: '%' },
    { id: 'fiveShare', label: '五有占比', value: '56', unit: '%' },
    { id: 'national', label: '国家级示范社', value: '21', unit: '家' },
    { id: 'provincial', label: '省级示范社', value: '158', unit: '家' },
    { id: 'city', label: '市级示范社', value: '580', unit: '家' },
    { id: 'county', label: '县级示范社', value: '715', unit: '家' },
  ],
  relations: [
    {
      id: 'INC-17',
      kind: 'shares',
      total: 'all',
      of: [
        { part: 'standard', percent: 'standardShare' },
        { part: 'five', percent: 'fiveShare' },
      ],
    },
    {
      id: 'OK.demonstration',
      kind: 'partOf',
      parts: ['national', 'provincial', 'city', 'county'],
      whole: 'all',
    },
  ],
})
