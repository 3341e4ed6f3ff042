/** On what the checks of persons and figures rest. */
import { cite, t } from '#kernel'
import { documents } from '../../documents.ts'

const office = (number: string, says: string, inEnglish: string) =>
  cite(documents.practice, t(number, number), t(says, inEnglish))

export const practice = {
  payment: office(
    'OF-02',
    '钱发到本人的卡；代领的要有授权',
    "Money goes to the person's own card; who receives for another needs authority",
  ),
  listed: office(
    'OF-12',
    '名单上一人只在一处，核对两头占、去世和出生',
    'A person stands on one list only; double entries, deaths and births are looked for',
  ),
  lists: office(
    'OF-19',
    '与外单位名单定期比对：属实的办理，不属实的写明，查清的下次不再提',
    'Lists of other offices are compared regularly: what is true is acted on, what is not is explained, what is settled does not come back',
  ),
  twice: office(
    'OF-20',
    '几项待遇能不能同时领，按互斥表；不能的停一处，多发的追回',
    'A table says which benefits exclude each other; where they do one stops, and what was paid too much is claimed back',
  ),
  birth: office(
    'OF-17',
    '证件与档案的出生日期不一致的，先核实，定一次，各处都用',
    'Where card and file give different birth dates, it is settled once and used everywhere',
  ),
  identity: office(
    'OF-21',
    '两人一号、一人两号要核清，改号要有公安证明',
    'Two persons with one number, or one with two, are cleared up; a number is changed with a paper of the police',
  ),
}

export const identityNumber = cite(
  documents.identityStandard,
  t('4.2', '4.2'),
  t('末位校验码由前 17 位算出', 'The last sign is computed from the first 17 digits'),
)

export const sums = cite(
  documents.figures,
  t('VR-01', 'VR-01'),
  t('各项之和与总数相符，四舍五入的差额除外', 'The parts add up to the total, but for rounding'),
)
