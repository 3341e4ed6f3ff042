/** The clauses on which the policies of community self-government rest. */
import { cite, type Source, t } from '#kernel'
import { documents } from '../../documents.ts'

const from = (source: Source) => (zh: string, en: string, says: string, inEnglish: string) =>
  cite(source, t(zh, en), t(says, inEnglish))
const elections = from(documents.electoralLaw)
const villages = from(documents.villageLaw)
const essay = from(documents.essays)

export const clause = {
  validity: elections(
    '直接选举的规定',
    'rules of direct election',
    '过半数选民参加投票，选举有效；得票过半数当选；另行选举得票不少于三分之一；村民委员会选举同此（村民委员会组织法第十五条）',
    "The election is valid if more than half of the voters vote; elected is who has more than half of the ballots, in a further election who has the most and at least a third; villagers' committees are elected likewise (Organic Law of Villagers' Committees, art. 15)",
  ),
  candidates: elections(
    '差额选举的规定',
    'rules of contested election',
    '候选人比应选名额多三分之一至一倍',
    'There are more candidates than seats, by a third up to twice as many',
  ),
  counting: elections(
    '投票和计票的规定',
    'rules of voting and counting',
    '收回的票不多于发出的票；每张票所选不多于应选名额',
    'No more ballots come back than were given out, and no ballot chooses more than there are seats',
  ),
  assembly: villages(
    '第二十二条、第二十六条',
    'arts. 22 and 26',
    '村民会议过半数村民或三分之二以上户代表到会，代表会议三分之二以上到会；到会过半数通过',
    "A villagers' assembly needs more than half of the villagers or two thirds of the households, a representatives' assembly two thirds; more than half of those present decide",
  ),
  deputies: essay(
    '篇二',
    'part 2',
    '按时参加人大各种会议，听取和审议政府工作报告，提出议案和建议，联系群众、听取反馈',
    'A deputy attends the meetings on time, hears and reviews the government report, submits motions and suggestions, keeps contact with voters and seeks feedback',
  ),
  awards: essay(
    '篇三 一（二）',
    'part 3, I(2)',
    '推荐、申报、评比后评出平安家庭五户、好儿媳两名',
    'After recommendation, application and judging: five peaceful families and two good daughters-in-law',
  ),
  parcels: essay(
    '篇四 2)',
    'part 4, 2)',
    '各快递旺季单日收件数：约150、100、500、10件',
    'Parcels a day of each courier in the high season: about 150, 100, 500 and 10',
  ),
  fees: essay(
    '篇四 2)',
    'part 4, 2)',
    '申通当日不取每天加收一元，圆通每件三元，其余免费送到园区',
    'Shentong charges one yuan a day for parcels not fetched the same day, Yuantong three yuan a parcel, the others bring them to the campus free of charge',
  ),
} as const

/** The years of the source are masked; from this day the defaults of the catalogue hold. */
export const since = '2019-01-01'
/** 不适用 on the wire. */
export const none = { applicable: false } as const
