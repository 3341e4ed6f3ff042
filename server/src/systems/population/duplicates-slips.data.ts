/** How characters of given names are written wrongly, for the labelled set: by ear, by an ear from the south, by the eye. */

/** The same sound. */
export const heardAs: ReadonlyMap<string, string> = pairs(
  '建健 志智 强蔷 永咏 福富 平萍 海骇 波播 明铭 贵桂 文纹 立丽 新欣 德得 华桦 春椿 金今 宝保 伟玮 玉裕 根跟 家佳 学雪 荣容 庆清 民珉 俊骏 杰洁 天添 佑右 石时 昌长 满曼 仓苍 云芸 飞菲 军君 枝芝 秀绣 英瑛 兰岚 凤奉 红洪 梅玫 菊局 燕艳 晓小 美镁 玲铃 翠脆 素愫 珍真 淑叔 芬纷 霞侠 彩采 月悦 娥峨 莲连 巧桥 怡宜 涵寒 思斯 静净 敏闽 娟涓 芳方 艳燕 娜纳 婷亭 慧惠 莹盈',
)

/** A sound that many do not tell apart from the right one. */
export const nearlyHeardAs: ReadonlyMap<string, string> = pairs(
  '志自 强墙 永勇 长昌 水随 春村 生森 昌仓 石思 秀秀 英因 兰南 花发 红逢 玲林 珍曾 淑素 芬风 慧费 静近 婷田 莹银 丽妮 华法 民明 新星 金京 平频 庆钦 军军 敏名',
)

/** A shape that is taken for the right one. Not all of them are in the table of look-alike characters. */
export const seenAs: ReadonlyMap<string, string> = pairs(
  '凤风 玉王 建健 伟炜 文丈 平乎 春舂 石右 云去 少小 天夫 俊峻 芳芬 慧慈 霞露 英瑛 玲铃 珍诊 娟绢 婷停 莲连 国囯 福副 宇宁 浩洁 航舫 佑佐',
)

function pairs(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .split(' ')
      .map((pair) => [...pair] as [string, string])
      .filter(([a, b]) => a !== b),
  )
}
