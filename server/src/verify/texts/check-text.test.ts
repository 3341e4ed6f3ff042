/** The faults of section 4.1 that a text shows, in sentences of our own; and texts in which nothing is amiss. */
import { describe, expect, it } from 'vitest'
import { checkText } from './check-text.ts'

const found = (text: string) =>
  checkText(text).map(({ rule, verdict, computed, spots }) => [
    rule,
    verdict,
    computed.zh,
    spots.map(({ at, length }) => text.slice(at, at + length)).join('|'),
  ])
const lines = (...text: string[]) => text.join('\n')

describe('VR-12 masked values', () => {
  it('INC-15, INC-20: xx, 20xx and XX are quantities by their unit, years by theirs', () => {
    expect(found('本村有耕地20xx亩，到20xx年底建合作社XX个，x月完成。')).toEqual([
      ['VR-12', 'masked-value', '数被遮住', '20xx'],
      ['VR-12', 'masked-value', '年份被遮住', '20xx'],
      ['VR-12', 'masked-value', '数被遮住', 'XX'],
      ['VR-12', 'masked-value', '月日被遮住', 'x'],
    ])
  })
  it('INC-26: the masked figure beside the known one', () => {
    expect(found('列入计划的xx户中，还有10户没有动工。').map(([, verdict]) => verdict)).toEqual([
      'masked-value',
    ])
  })
  it('sizes, Latin words and file names are none', () => {
    expect(found('墙面3x5米，型号为TX2，见max.xls一栏，网址是example.cn。')).toEqual([])
  })
})

describe('VR-13 numbering', () => {
  it('INC-27: measures that run on through sections lack 4, 6, 10, 12', () => {
    const numbers = [
      ['（一）援助', 1, 2, 3, 5],
      ['（二）培训', 7],
      ['（三）产业', 8, 9],
      ['（四）创业', 11, 13],
    ]
    const text = numbers
      .flatMap(([head, ...rest]) => [head, ...rest.map((n) => `${n}．办好这一件。`)])
      .join('\n')
    expect(checkText(text).map(({ rule, difference }) => [rule, difference])).toEqual([
      ['VR-13', '4'],
      ['VR-13', '6'],
      ['VR-13', '10'],
      ['VR-13', '12'],
    ])
  })
  it('INC-11: (一), (三), (四) under one heading, (一) then (四) under another', () => {
    const text = lines(
      '二、问题',
      '（一）观念旧。',
      '（三）安置难。',
      '（四）不安定。',
      '三、办法',
      '（一）先办。',
      '1．细则。',
      '（四）再办。',
    )
    expect(checkText(text).map(({ difference }) => difference)).toEqual(['1', '2', '2、3'])
  })
  it('INC-19f: styles that are mixed but run on are one slip', () => {
    const text = lines('1、目标', '好好办。', '二、原则', '（一）先办。', '（2）后办。', '（三）办完。')
    const [slip, ...more] = checkText(text)
    expect([slip?.verdict, slip?.slight, slip?.spots.length, more]).toEqual(['numbering-gap', true, 3, []])
  })
  it('一是 … 二是: a point that comes twice, one that is lost', () => {
    expect(found('一是路通。二是水通。二是电通。四是网通。').map(([, , computed]) => computed)).toEqual([
      '第 2 点重了',
      '缺第 3 点',
    ])
  })
  it('lists that begin again under other headings, and decimals, are in order', () => {
    const text = lines(
      '一、甲',
      '（一）子。',
      '1. 丑。',
      '2. 寅。',
      '（二）卯。',
      '1. 辰。',
      '二、乙',
      '（一）巳。',
      '2.5万元已到账。',
    )
    expect(checkText(text)).toEqual([])
  })
})

describe('VR-14 references', () => {
  it.each([
    ['INC-13', '由表反映出来，快递公司不少。', '由表'],
    ['INC-16', '成员名单见附件。', '见附件'],
    ['INC-28', '每人结对一户（详见附表）。', '详见附表'],
    ['INC-28', '成立领导小组（文件另发）。', '文件另发'],
  ])('%s', (_, text, words) => {
    expect(found(text)).toEqual([['VR-14', 'dangling-reference', expect.stringMatching(/^文中没有/), words]])
  })
  it('what is there, and 由表及里, are none', () => {
    expect(found(lines('成员名单见附件。', '附件：成员名单'))).toEqual([])
    expect(found('看问题要由表及里，如表现突出的给予奖励。')).toEqual([])
    expect(checkText('由表可见。', { tables: 1 })).toEqual([])
  })
})

describe('VR-15 count words', () => {
  it('INC-19a: three stages, four of them', () => {
    const text = lines(
      '工作分三个阶段。',
      '第一阶段：准备。',
      '第二阶段：实施。',
      '第三阶段：总结。',
      '第四阶段：推广。',
    )
    expect(found(text)).toEqual([['VR-15', 'contradiction', '列出 4 个', '三个阶段']])
  })
  it('INC-28: six needs called 两不愁三保障', () => {
    expect(found('解决出行、吃饭、穿衣、住房、上学、就医等“两不愁三保障”问题。')).toMatchObject([
      ['VR-15', 'contradiction', '列出 6 个', expect.anything()],
    ])
  })
  it('4.2: five families, eight goods, three plantings and two raisings, five teams, ten fields agree', () => {
    const text = lines(
      '评出平安家庭五户，分别是钱守正，孙家和，李有余，周长平，吴同春五户。',
      '争当五好（好妈妈，好婆婆，好妻子，好儿媳，好邻居）。',
      '形成“三种二养”（种红花、大蒜、核桃，养肉牛、生猪）的结构。',
      '发挥治保、调解、巡逻、帮教、普法“五支队伍”作用。',
      '突出“水、电、路、房、产业、文、教、卫、游、信息”等十项工作。',
      '采取“三个一点”的办法，即“政府出一点、集体补一点、个人缴一点”。',
    )
    expect(found(text)).toEqual([])
  })
  it('four names for five families do not', () => {
    expect(found('评出五户，分别是钱守正，孙家和，李有余，周长平。')).toMatchObject([
      ['VR-15', 'contradiction', '列出 4 个', expect.anything()],
    ])
  })
})

describe('VR-17 spliced and cut text', () => {
  it('INC-12: district, city and county in one speech; 08年 beside 201x年', () => {
    const text = lines('我当选为区人大代表，为我市和我县发展出力。', '201x年工作如上，力争完成08年生产计划。')
    expect(found(text).map(([rule, verdict, computed]) => [rule, verdict, computed])).toEqual([
      ['VR-17', 'spliced-text', '一篇里说了几个不同的“我”'],
      ['VR-12', 'masked-value', '年份被遮住'],
      ['VR-17', 'spliced-text', '别处写的是 201x年'],
    ])
  })
  it('a district that works for a county; a market of our own and 自我区分 are none', () => {
    expect(found('我区高度重视，为我县出力。').map(([rule]) => rule)).toEqual(['VR-17'])
    expect(found('我县开放我市场，要自我区分轻重。')).toEqual([])
  })
  it('INC-11: a paragraph whose beginning is lost; a title of 2023 over facts of 2019', () => {
    const text = lines('2023年核查方案', '2019年底共有人口若干。', '37人。其余的靠集体。')
    expect(found(text).map(([, verdict, computed]) => [verdict, computed])).toEqual([
      ['spliced-text', '题目是 2023 年，文中最晚是 2019 年'],
      ['spliced-text', '前面的字不见了'],
    ])
  })
  it('INC-26: stray titles and a lost 月', () => {
    const text = '修路工程20xx攻坚实施方案20xx攻坚实施方案。加强(营销方案策划书)学习，2020年11底前完成。'
    expect(found(text).map(([rule, , , words]) => [rule, words])).toEqual([
      ['VR-17', '20xx攻坚实施方案20xx攻坚实施方案'],
      ['VR-12', '20xx|20xx'],
      ['VR-17', '(营销方案策划书)'],
      ['VR-17', '年11底'],
    ])
  })
  it('INC-15, INC-30: a heading without text, a last sentence that stops', () => {
    expect(found(lines('一、认识。大家都懂得了其中的道理。', '二、培训。'))).toEqual([
      ['VR-17', 'incomplete', '标题下没有正文', '二、培训。'],
    ])
    const text = lines('各单位要照办。', '各县也要制定考评办法，把成效作为衡量干部的重要内容，进行考核督促')
    expect(found(text).map(([, verdict, computed]) => [verdict, computed])).toEqual([
      ['incomplete', '末句没有写完'],
    ])
  })
  it('several documents in one file are looked at one by one', () => {
    const text = lines('帮扶方案1', '我区照此办理，一项不少。', '帮扶方案2', '我县另有办法，一样不差。')
    expect(found(text)).toEqual([])
  })
})

describe('GEN-11 garbled', () => {
  it('INC-18: an undecodable run, and glosses all over', () => {
    const text = '農(nóng)民專(zhuān)業(yè)合作社進(jìn)行規(guī)?；N植。'
    expect(found(text).map(([rule, verdict, computed]) => [rule, verdict, computed])).toEqual([
      ['GEN-11', 'garbled', '正文夹了注音，共 5 处'],
      ['GEN-11', 'garbled', '无法辨认'],
    ])
  })
  it('signs within words are a slip; a quotation in ticks is none', () => {
    expect(checkText("按照要求.完成区的'区位优势")).toMatchObject([{ rule: 'GEN-11', slight: true }])
    expect(checkText("所谓'四好'农村路。")).toEqual([])
  })
})

it('a plain text is not doubted', () => {
  const text = lines(
    '关于做好春耕工作的通知',
    '各村：',
    '一、任务',
    '（一）全村有耕地1,500亩，其中水田300亩，计划2024年4月底前完成备耕。',
    '（二）每户落实责任人一名，具体由村民小组长负责。',
    '二、要求',
    '一是抓紧。二是抓实。三是抓细。',
    '请认真落实。',
    '2024年3月1日',
  )
  expect(checkText(text)).toEqual([])
})

describe('what is amiss in English', () => {
  const texts = [
    '本村有耕地20xx亩，到20xx年底建合作社XX个，x月完成，xx乡。',
    lines('一、甲。', '三、乙。', '三、丙。', '（一）丁。', '2、戊。', '一是路通。三是水通。三是电通。'),
    lines('见附件1，见附表2，方案另发，如上表所示，如上图所示。', '三个阶段：第一阶段做，第二阶段收。'),
    lines(
      '我县与我市的事，19年与2021年的事。',
      '办好(扶贫工作方案)这件事。',
      '到2021年11底前办完。',
      '小编整理。',
    ),
    lines('这句话已经写完了。', '300人，都在这里做工。', '这一句写得很长很长很长可是一直到最后也没有写完'),
    lines('2024年方案', '2011年的事。', '甲.乙和丙`丁。', 'é½å¸‚。'),
    '贫(pín)困(kùn)户(hù)的(de)家(jiā)里。',
  ]
  const all = texts.flatMap((text) => checkText(text))
  it('is said of every rule, in words that are no Chinese but for the sign that is quoted', () => {
    expect(new Set(all.map(({ rule }) => rule))).toEqual(
      new Set(['VR-12', 'VR-13', 'VR-14', 'VR-15', 'VR-17', 'GEN-11']),
    )
    for (const { computed } of all)
      expect(computed.en.replace(/[我月]/gu, '')).not.toMatch(/\p{Script=Han}|[，。、；]/u)
  })
  it('quotes the text as it stands, and says in which line', () => {
    const [first] = checkText('本村有耕地20xx亩。')
    expect(first?.stated).toEqual({ zh: '本村有耕地20xx亩。', en: '本村有耕地20xx亩。' })
    expect(first?.place).toEqual({ zh: '第 1 行', en: 'line 1' })
    expect(first?.computed.en).toBe('a figure is covered')
  })
})
