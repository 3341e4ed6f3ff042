/** The documents that the declarations cite: the number by which rules know them, the title by which people do. */
import type { Source } from '#kernel'
import { t } from '#kernel'

const document = (id: string, title: Source['title']): Source => ({ id, title })

export const documents = {
  /** 篇一: farmers without land; 篇二: deputies; 篇三: women's federation; 篇四: couriers; 篇五: livestock cooperatives. */
  essays: document('S000', t('《就业核查方案》', 'Employment Review Papers')),
  cooperativePlan: document(
    'S001',
    t('《农民专业合作社质量提升行动实施方案》', "Plan to Raise the Quality of Farmers' Cooperatives"),
  ),
  cooperativeReport: document(
    'S002',
    t('《酒泉市多措并举着力推动农民合作社高质量发展》', 'Jiuquan Report on Cooperatives'),
  ),
  dispatchPlan: document(
    'S003',
    t('《盈江县合作社组织化务工（试点）工作实施方案》', 'Yingjiang Pilot Plan for Work through Cooperatives'),
  ),
  villagePlans: document('S004', t('《村级帮扶工作方案》', 'Village Assistance Plans')),
  cooperativeLaw: document(
    '《中华人民共和国农民专业合作社法》',
    t('《中华人民共和国农民专业合作社法》', "Law on Farmers' Specialised Cooperatives"),
  ),
  electoralLaw: document(
    '《中华人民共和国全国人民代表大会和地方各级人民代表大会选举法》',
    t(
      '《中华人民共和国全国人民代表大会和地方各级人民代表大会选举法》',
      "Electoral Law of the People's Congresses",
    ),
  ),
  villageLaw: document(
    '《中华人民共和国村民委员会组织法》',
    t('《中华人民共和国村民委员会组织法》', "Organic Law of Villagers' Committees"),
  ),
  identityStandard: document(
    'GB 11643-1999',
    t('GB 11643-1999《公民身份号码》', 'GB 11643-1999, Citizen identification number'),
  ),
  /** What offices do though no document of the list says it. */
  practice: document('practice', t('办理惯例', 'Office practice')),
  figures: document('requirements', t('数字核对规则', 'Rules for checking figures')),
  /** No document says it: an assumption, which says so wherever it is shown. */
  assumption: document(
    '推算假设（待县里换成公布的生命表）',
    t(
      '推算假设（待县里换成公布的生命表）',
      'Assumption of the projection (until the county enters a published life table)',
    ),
  ),
} as const
