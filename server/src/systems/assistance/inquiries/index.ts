/** What a household or a cooperative may ask about assistance without log-in. */
import { t } from '#kernel'
import type { PublicInquiry } from '#policy'
import { asked, asToday, defineInquiry } from '#policy'
import { greenhouse } from '../policies/industry/greenhouse.ts'
import { riceFish } from '../policies/industry/rice-fish.ts'
import { povertyEligibility } from '../policies/poverty-plan/eligibility.ts'

const village = t('村委会或驻村工作队', 'the village committee or the village team')
const farming = t('乡镇农业农村窗口', 'the agriculture window of the township')
const askTeam = t('问驻村工作队。', 'Ask the village team.')

const persons = defineInquiry({
  policy: povertyEligibility,
  title: t('精准扶贫对象', 'Target household of the poverty plan'),
  intro: t('看您家是不是扶贫计划帮扶的户。', 'Whether your household is one that the plan assists.'),
  facts: {
    registered: asked({
      id: 'registeredPoor',
      ask: t('您家今年建档立卡了吗？', 'Is your household in the list of this year?'),
      help: t('看家里有没有扶贫手册。', 'See whether you have the assistance booklet.'),
      unsure: t('建档立卡情况问村委会。', 'Ask the village committee.'),
    }),
    belowLine: asked({
      id: 'belowLine',
      ask: t('您家人均收入在扶贫标准线以下吗？', 'Is the income per person below the line?'),
      help: t('标准线由村里公布。', 'The village tells the line.'),
      unsure: t(
        '收入带工资单、卖粮单据，由工作队帮您算。',
        'Bring pay slips and receipts; the team computes it.',
      ),
    }),
    mainLabourerBorn: asked({
      id: 'mainLabourerBorn',
      ask: t('家里主要劳动力是哪天出生的？', 'When was the main labourer of the household born?'),
      help: t('照身份证上的日期填。', 'As on the identity card.'),
      unsure: t('带户口簿，村委会替您看。', 'Bring the household book.'),
    }),
    ableToWork: asked({
      id: 'ableToWork',
      ask: t('家里主要劳动力能干活吗？', 'Is the main labourer able to work?'),
      unsure: askTeam,
    }),
    wish: asked({
      id: 'wish',
      ask: t('您家愿意通过生产、务工脱贫吗？', 'Does the household want to leave poverty by work?'),
      unsure: askTeam,
    }),
    onDay: asToday(),
  },
  decides: { result: 'eligible' },
  shows: ['reason'],
  office: village,
  papers: [t('身份证、户口簿', 'Identity card and household book'), t('收入凭据', 'Proof of income')],
})

const newlyBuilt = { ask: t('是新建的吗？', 'Is it newly built?') }

const house = defineInquiry({
  policy: greenhouse,
  title: t('设施大棚补助', 'Greenhouse grant'),
  intro: t('新建连片钢架大棚的，按面积补。', 'For new steel greenhouses, by area.'),
  facts: {
    blocks: asked({
      id: 'greenhouses',
      ask: t('您建了大棚吗？', 'Did you build a greenhouse?'),
      help: t('连在一起的算一处，一处一处填。', 'What stands together is one; add one after another.'),
      unsure: t('大棚面积带平面图，请乡镇量。', 'Bring the plan; the township measures it.'),
      list: {
        add: t('有，填一处', 'Yes, add one'),
        none: t('没有', 'No'),
        fields: {
          steelFrame: { ask: t('是钢架大棚吗？', 'Is it of steel frame?') },
          newlyBuilt,
          covered: { ask: t('棚内面积多少平方米？', 'Covered area in square metres?') },
          land: { ask: t('占地多少平方米？', 'Land area in square metres?') },
        },
      },
    }),
    yearUntil: asToday('yearEnd'),
  },
  decides: { result: 'amount' },
  shows: ['area', 'amount'],
  office: farming,
  papers: [t('营业执照', 'The licence'), t('用地手续、大棚照片', 'Land papers and photographs')],
})

const ponds = defineInquiry({
  policy: riceFish,
  title: t('稻渔综合种养补助', 'Rice-fish grant'),
  intro: t(
    '新建稻渔基地、通过评比验收的，按亩补。',
    'For new rice-fish bases that pass the review, by the mu.',
  ),
  facts: {
    bases: asked({
      id: 'riceFishBases',
      ask: t('您建了稻渔基地吗？', 'Did you set up a rice-fish base?'),
      help: t('一处一处填。', 'Add one after another.'),
      unsure: t('基地面积带承包合同到窗口核。', 'Bring the lease; the window checks the area.'),
      list: {
        add: t('有，填一处', 'Yes, add one'),
        none: t('没有', 'No'),
        fields: {
          newlyBuilt,
          passed: { ask: t('通过市里评比验收了吗？', 'Has it passed the city review?') },
          area: { ask: t('面积多少亩？', 'How many mu?') },
        },
      },
    }),
    yearUntil: asToday('yearEnd'),
  },
  decides: { result: 'amount' },
  shows: ['area', 'amount'],
  office: farming,
  papers: [t('营业执照', 'The licence'), t('市级评比验收文件', 'The document of the city review')],
})

export const assistanceInquiries: readonly PublicInquiry[] = [persons, house, ponds]
