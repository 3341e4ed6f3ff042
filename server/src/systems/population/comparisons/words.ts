/** Columns that lists of persons have, whoever sends them. */
import { t } from '#kernel'
import { field } from '#register'
import type { Near, Pair } from '#verify'
import { sex } from '../registers/words.ts'

export const personColumns = {
  name: field.name({
    label: t('姓名', 'Name'),
    alias: ['名字', '人员姓名', '死者姓名', '申请人姓名', '员工姓名'],
  }),
  idNumber: field.idNumber({
    label: t('证件号', 'Identity number'),
    alias: ['身份证号', '身份证号码', '公民身份号码', '身份证', '死者身份证号'],
  }),
  sex: field.choice({ label: t('性别', 'Sex'), options: sex }),
  birthDate: field.day({ label: t('出生日期', 'Date of birth'), alias: ['出生年月', '生日', '出生年月日'] }),
  area: field.area({ label: t('村组', 'Village and group'), alias: ['所在村', '户籍地', '村', '住址'] }),
}

/** The same person seen from a row: of the register of persons, or of one that points to a person (`through`: `person.`, `owner.`). */
export function personKeys(through = ''): { keys: Pair[][]; near: Near } {
  const pair = (name: string): Pair => ({ list: name, here: `${through}${name}` })
  return {
    keys: [[pair('idNumber')], [pair('name'), pair('birthDate'), pair('area')]],
    near: {
      name: pair('name'),
      number: pair('idNumber'),
      birth: pair('birthDate'),
      sex: pair('sex'),
      area: pair('area'),
    },
  }
}
