/** The people of the fictional county who can sign in at once, in the order of the walk. Invented, like everybody in it. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { FirstAccount } from '#platform'

/** Accounts that do one stretch of the way together. */
export type DemoOffice = { label: Text; accounts: readonly FirstAccount[] }

const county = '990101'
/** Before the first day of the demo's story. */
const validFrom = '2023-01-01'

export const demoOffices: readonly DemoOffice[] = [
  {
    label: t('村 → 乡镇', 'Village, township'),
    accounts: [
      hat('shiqiao', '周立民', '石桥村村民委员会', 'village', '990101103201'),
      hat('team1', '陆远航', '石桥村驻村工作队', 'residentTeam', '990101103201'),
      hat('team2', '韦晓岚', '石桥村驻村工作队', 'residentTeam', '990101103201'),
      hat('liuxi', '马立新', '柳溪镇人民政府', 'township', '990101103'),
      hat('shangba', '韦春生', '上坝村村民委员会', 'village', '990101102201'),
      hat('shimen', '蒋文斌', '石门镇人民政府', 'township', '990101102'),
    ],
  },
  {
    label: t('县自然资源局、人社局', 'Land office, HR and social security bureau'),
    accounts: [
      hat('land1', '郑海波', '县自然资源局', 'landOffice'),
      hat('hr1', '孙国栋', '县人社局业务科', 'hrOfficer'),
      hat('hr2', '赵敏', '县人社局业务科', 'hrReviewer'),
    ],
  },
  {
    label: t('财政局、基金财务', 'Finance bureau, fund accountants'),
    accounts: [
      hat('finance1', '何青', '县财政局社保科', 'financeAuditor'),
      hat('finance2', '彭玉田', '县财政局国库科', 'financePayer'),
      hat('fund1', '罗小燕', '县人社局基金财务科', 'fundAccountant'),
      hat('fund2', '谭素珍', '县人社局基金财务科', 'fundReviewer'),
    ],
  },
  {
    label: t('监督和其他部门', 'Supervision and other offices'),
    accounts: [
      hat('audit1', '方正', '县审计局', 'auditor'),
      hat('super1', '严志明', '县纪委监委', 'supervisor'),
      hat('office1', '秦淑芬', '县征地社保领导小组办公室', 'leadingGroup'),
      hat('agri1', '田永福', '县农业农村局', 'agriculture'),
      hat('rural1', '龙彩云', '县乡村振兴局', 'ruralRevitalisation'),
      hat('civil1', '莫慧', '县民政局', 'civilAffairs'),
    ],
  },
  {
    label: t('系统、安全、审计管理员（三员分立）', 'System, security and audit administrators'),
    accounts: [
      hat('admin', '罗建平', '县信息中心', 'sysadmin'),
      hat('secadmin', '蒙秀兰', '县信息中心', 'secadmin'),
      hat('auditadmin', '覃志远', '县信息中心', 'auditadmin'),
    ],
  },
]

export const demoAccounts: readonly FirstAccount[] = demoOffices.flatMap(({ accounts }) => accounts)

function hat(login: string, name: string, office: string, role: string, area = county): FirstAccount {
  return { login, name, office, role, area, validFrom }
}
