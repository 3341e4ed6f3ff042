/** Invented places and the parts of invented names of the demo county 990101. */

export const townships: readonly { code: string; zh: string; kind: 'town' | 'township' }[] = [
  { code: '990101101', zh: '城关镇', kind: 'town' },
  { code: '990101102', zh: '石门镇', kind: 'town' },
  { code: '990101103', zh: '柳溪镇', kind: 'town' },
  { code: '990101104', zh: '双河镇', kind: 'town' },
  { code: '990101105', zh: '大湾镇', kind: 'town' },
  { code: '990101106', zh: '云岭乡', kind: 'township' },
  { code: '990101107', zh: '白水乡', kind: 'township' },
  { code: '990101108', zh: '金竹乡', kind: 'township' },
]

/** Villages of each township in code order; 12 of 大湾镇 and 柳溪镇 form the steel park. */
export const villageNames: readonly (readonly string[])[] = [
  ['东关村', '西关村', '南关村', '北关村', '河沿村', '园田村', '庙前村', '桥头村', '塔下村', '菜园村'],
  ['上坝村', '下坝村', '石门村', '石鼓村', '竹园村', '青石村', '岩口村', '枫树村'],
  ['石桥村', '柳溪村', '柳湾村', '沙洲村', '新塘村', '田心村', '官渡村', '长岭村'],
  ['砖塘村', '双河村', '河口村', '平川村', '大坪村', '樟树村', '白沙村', '清江村'],
  ['大湾村', '小湾村', '铁山村', '炉前村', '矿坪村', '石灰村', '黄土村', '高炉村', '南坡村', '北坡村'],
  ['麻塘村', '云岭村', '茶园村', '松坪村', '杉树村', '岭脚村', '响水村'],
  ['白水村', '瀑布村', '梨园村', '桃坪村', '泉口村', '深溪村', '碧潭村'],
  ['金竹村', '竹坪村', '楠木村', '香樟村', '花桥村', '老屋村', '新屋村'],
]

export const surnames: readonly string[] = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
  '欧阳',
  '司马',
  '上官',
]

export const maleGiven: readonly string[] =
  '建国 志强 永福 水根 国平 小东 明贵 长顺 海波 文斌 立新 国栋 德胜 少华 春生 福来 金宝 大伟 玉田 根生 志明 家旺 学文 光荣 永强 国庆 向东 卫民 俊杰 浩然 子轩 宇航 天佑 铁柱 石生 昌盛 有才 满仓 兴旺 云飞 鹏程 凯 勇 磊 军 涛 伟 斌 𠮷安 勐'.split(
    ' ',
  )

export const femaleGiven: readonly string[] =
  '桂枝 秀英 玉兰 凤英 小红 春梅 秋菊 海燕 丽华 晓云 美玲 翠花 金凤 银花 桂花 素珍 淑芬 雪梅 红霞 彩云 月娥 玉梅 兰芝 爱莲 巧云 佳怡 梓涵 雨欣 思琪 静 敏 燕 娟 芳 艳 霞 娜 婷 慧 莹 㙍玉 颍'.split(
    ' ',
  )
