/** 行政区划: county, townships, villages, groups. Everything else stands in an area. */
import { areaLevels, areaLevelText, t } from '#kernel'
import { defineRegister, field } from '#register'

const levels = Object.fromEntries(areaLevels.map((level) => [level, areaLevelText(level)]))

export const area = defineRegister({
  name: 'area',
  label: t('乡镇和村组', 'Areas'),
  counter: t('个', 'areas'),
  system: 'population',
  shape: 'record',
  areaFrom: 'code',
  fields: {
    code: field.area({
      label: t('区划代码', 'Area code'),
      required: true,
      source: t('民政', 'civil affairs'),
      alias: ['代码', '行政区划代码'],
    }),
    name: field.name({ label: t('名称', 'Name'), required: true, alias: ['乡镇名称', '村名', '村组'] }),
    level: field.choice({ label: t('级别', 'Level'), options: levels, required: true }),
    kind: field.choice({
      label: t('类型', 'Kind'),
      options: {
        county: t('县', 'County'),
        town: t('镇', 'Town'),
        township: t('乡', 'Township'),
        subdistrict: t('街道', 'Sub-district'),
        village: t('行政村', 'Village'),
        community: t('社区', 'Community'),
        group: t('村民小组', 'Villager group'),
      },
    }),
    parent: field.area({ label: t('上级', 'Part of') }),
    pinyin: field.text({ label: t('拼音', 'Pinyin') }),
    shortName: field.text({
      label: t('简称', 'Short name'),
      help: t('名单里常写的名字，如“石桥”。', 'The name that rosters use.'),
    }),
    since: field.day({ label: t('设立日期', 'Established on') }),
    until: field.day({ label: t('撤销日期', 'Dissolved on') }),
    successor: field.area({ label: t('并入', 'Became part of') }),
  },
  identity: ['code'],
  title: 'name',
  columns: ['code', 'name', 'level', 'kind', 'since', 'until'],
  search: { name: 'name' },
})
