/** 农户: the unit of registration and of assistance. Who is the head stands with the person (relation). */
import { t } from '#kernel'
import { defineRegister, field } from '#register'

export const household = defineRegister({
  name: 'household',
  label: t('农户', 'Households'),
  counter: t('户', 'households'),
  system: 'population',
  shape: 'record',
  fields: {
    number: field.text({
      label: t('户号', 'Household number'),
      required: true,
      alias: ['户编号', '家庭编号'],
    }),
    headName: field.name({ label: t('户主', 'Head'), required: true, alias: ['户主姓名'] }),
    area: field.area({
      label: t('村组', 'Village and group'),
      required: true,
      alias: ['所在村', '村民小组'],
    }),
    address: field.text({ label: t('住址', 'Address') }),
    members: field.count({ label: t('户籍人数', 'Members'), unit: t('人', 'persons'), sum: true }),
    phone: field.phone({ label: t('联系电话', 'Telephone') }),
    poverty: field.choice({
      label: t('帮扶类别', 'Assistance state'),
      options: {
        none: t('一般农户', 'none'),
        poor: t('建档立卡户', 'registered poor'),
        lifted: t('脱贫户', 'lifted out of poverty'),
        monitored: t('监测户', 'monitored'),
        hardship: t('困难户', 'in hardship'),
      },
    }),
    dibao: field.choice({
      label: t('低保', 'Minimum living allowance'),
      options: { none: t('不享受', 'none'), rural: t('农村低保', 'rural'), urban: t('城市低保', 'urban') },
    }),
    house: field.choice({
      label: t('住房等级', 'House safety grade'),
      options: { a: t('A 级', 'A'), b: t('B 级', 'B'), c: t('C 级', 'C'), d: t('D 级', 'D') },
    }),
    water: field.boolean({ label: t('饮水安全', 'Safe water') }),
    road: field.boolean({ label: t('通硬化路', 'Paved road') }),
    contracted: field.quantity({
      label: t('承包地', 'Contracted land'),
      unit: t('亩', 'mu'),
      unitCode: 'mu',
      sum: true,
    }),
    incomePerHead: field.money({ label: t('人均年收入', 'Income per head and year'), sensitive: 'income' }),
    endedOn: field.day({
      label: t('销户日期', 'Ended on'),
      help: t('户内没有人了的日子。', 'The day on which its last member left or died.'),
    }),
    note: field.note({ label: t('备注', 'Note') }),
  },
  identity: ['number'],
  title: 'headName',
  columns: ['number', 'headName', 'area', 'members', 'poverty', 'dibao', 'contracted'],
  duplicates: { names: 'person', name: 'headName', marks: ['phone', 'address'] },
  search: { name: 'headName', phone: 'phone' },
})
