/** 代表履职统计: a deputy's year in numbers (NP-03). */
import { t } from '#kernel'
import { check, count, definePolicy, fact, largest, step, sumOf } from '#policy'
import { countBase, oneDecimal } from '../../shown.ts'
import { clause, none, since } from './sources.ts'

const times = (zh: string, en: string) => fact.count({ label: t(zh, en) })
const year = {
  held: 8,
  attended: 7,
  motions: 2,
  suggestions: 3,
  replies: 4,
  contacts: 6,
  yearEnd: '2020-12-31',
}

export const deputyYear = definePolicy({
  id: 'community.deputy-year',
  label: t('代表履职统计', "A deputy's year"),
  source: clause.deputies,
  summary: {
    who: t('每位人大代表，每年一次。', 'Every deputy, once a year.'),
    how: t(
      '到会率为到会次数除以应到次数；议案、建议减去已答复的，为待答复件数。',
      'Attendance is meetings attended over meetings held; motions and suggestions less replies are those still open.',
    ),
  },
  effective: { from: since },
  facts: {
    held: times('应到会议次数', 'Meetings held'),
    attended: times('到会次数', 'Meetings attended'),
    motions: times('提出议案', 'Motions'),
    suggestions: times('提出建议', 'Suggestions'),
    replies: times('已收到答复', 'Replies received'),
    contacts: times('联系选民次数', 'Contacts with voters'),
    yearEnd: fact.day({ label: t('年度末日', 'Last day of the year') }),
  },
  parameters: {},
  on: (f) => f.yearEnd,
  decide: (f) => {
    const submitted = step(
      'submitted',
      t('议案和建议', 'Motions and suggestions'),
      sumOf(f.motions, f.suggestions),
    )
    const rate = oneDecimal(f.attended.shareOf(countBase(f.held)))
    return {
      attendance: step('attendance', t('到会率', 'Attendance'), rate, clause.deputies),
      absent: step('absent', t('缺席次数', 'Meetings missed'), largest(f.held.minus(f.attended), count(0))),
      submitted,
      unanswered: step(
        'unanswered',
        t('待答复件数', 'Still without a reply'),
        largest(submitted.minus(f.replies), count(0)),
        clause.deputies,
      ),
      contacts: step('contactsInYear', t('联系选民次数', 'Contacts with voters'), f.contacts),
      meetingsFit: check(
        'meetingsFit',
        t('核对：到会不多于应到', 'Check: not more attended than held'),
        f.attended.isAtMost(f.held),
        {
          severity: 'refusal',
          cite: clause.deputies,
          message: t(
            '到会次数大于应到次数。请核对会议签到。',
            'More meetings are attended than were held. Check the attendance sheets.',
          ),
        },
      ),
      repliesFit: check(
        'repliesFit',
        t('核对：答复不多于议案和建议', 'Check: not more replies than motions and suggestions'),
        f.replies.isAtMost(submitted),
        {
          severity: 'refusal',
          cite: clause.deputies,
          message: t(
            '答复件数大于议案和建议件数。请核对答复登记。',
            'There are more replies than motions and suggestions. Check the list of replies.',
          ),
        },
      ),
    }
  },
  examples: [
    {
      rule: 'NP-03',
      title: t('应到 8 次到 7 次；5 件答复了 4 件', '7 of 8 meetings; 4 of 5 answered'),
      given: year,
      expect: {
        result: {
          ...{ attendance: '87.5', absent: 1, submitted: 5, unanswered: 1, contacts: 6 },
          ...{ meetingsFit: true, repliesFit: true },
        },
      },
    },
    {
      rule: 'NP-03',
      title: t('全勤，全部答复', 'all attended, all answered'),
      given: { ...year, attended: 8, replies: 5 },
      expect: {
        result: { attendance: '100', absent: 0, unanswered: 0, meetingsFit: true, repliesFit: true },
      },
    },
    {
      rule: 'NP-03',
      title: t('到会比应到多', 'more attended than held'),
      given: { ...year, attended: 9 },
      expect: { checks: { meetingsFit: false }, result: { absent: 0, unanswered: 1 } },
    },
    {
      rule: 'NP-03',
      title: t('答复比提出的多', 'more replies than were submitted'),
      given: { ...year, replies: 6 },
      expect: { checks: { repliesFit: false }, result: { unanswered: 0, absent: 1 } },
    },
    { rule: 'AMB-28', given: { ...year, held: 3, attended: 2 }, expect: { result: { attendance: '66.7' } } },
    { rule: 'AMB-28', given: { ...year, held: 3, attended: 1 }, expect: { result: { attendance: '33.3' } } },
    {
      rule: 'AMB-28',
      title: t('12.25% 显示为 12.3%', '12.25% is shown as 12.3%'),
      given: { ...year, held: 400, attended: 49 },
      expect: { result: { attendance: '12.3', absent: 351 } },
    },
    {
      rule: 'CT-23',
      title: t('当年没有会议：不计比例', 'no meeting in the year: no share'),
      given: { ...year, held: 0, attended: 0 },
      expect: { result: { attendance: none, absent: 0 } },
    },
    { rule: 'NP-03', given: { ...year, held: 1, attended: 1 }, expect: { result: { attendance: '100' } } },
    {
      rule: 'GEN-07',
      title: t('答复件数不详', 'replies not known'),
      given: { ...year, replies: undefined },
      expect: { missing: ['replies'], result: { attendance: '87.5', submitted: 5, unanswered: null } },
    },
  ],
})
