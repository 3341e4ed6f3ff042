/** Kinds that hold others: record and list. Their fields keep the three values each for itself. */
import { t } from '../../label.ts'
import type { ListType, ListValue, RecordType, RecordValue } from '../types.ts'
import type { ValueRule, Wire } from './rule.ts'

/** Decoding needs the path of each field, so `wire.ts` does it; these kinds only say what they are. */
export const recordRule: ValueRule<RecordType> = {
  name: t('一条记录', 'a record'),
  example: (type) =>
    `{ ${Object.keys(type.fields)
      .map((name) => `"${name}": …`)
      .join(', ')} }`,
  decode: () => undefined,
  encode: (value): Wire => Object.keys((value as RecordValue).fields),
  format: (value) =>
    t(
      `${Object.keys((value as RecordValue).fields).length} 项`,
      `${Object.keys((value as RecordValue).fields).length} fields`,
    ),
}

export const listRule: ValueRule<ListType> = {
  name: t('一组记录', 'a list of records'),
  example: (type) =>
    `[{ ${Object.keys(type.fields)
      .map((name) => `"${name}": …`)
      .join(', ')} }]`,
  decode: () => undefined,
  encode: (): Wire => [],
  format: (value) =>
    t(`${(value as ListValue).elements.length} 条`, `${(value as ListValue).elements.length} records`),
}
