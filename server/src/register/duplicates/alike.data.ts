/**
 * Characters of names that are taken for each other when a form is copied by hand or typed by shape. Each word is one
 * set; the first character stands for all of it. Own table; no character stands in two sets.
 */
export const alikeShapes: readonly string[] = (
  '己已巳 未末 戊戌戍 士土 人入 日曰 天夫 大太犬 千干于 王玉主 田由甲申 贝见 今令 午牛 石右 元无 刀力 厂广 方万 友反 目且 白百 ' +
  '余佘 徐除 汪江 沈沉 杨扬 林材彬 陈阵 候侯 祁祈 毛手 史吏 代伐 何河 季李 荣荥 芳芬 莲连 萍苹 微徽薇 柏拍 桦哗 梁粱 列烈 伟炜 ' +
  '焕换 晶品 春舂 辰晨 暄喧 香杳杏 铁轶 钢纲 铜桐 锋峰 玲铃 珠株 英瑛 路璐 丽俪 凤风 建健 博傅搏 兵乒 壮状 妍研 娇姣 娟绢 婷停 ' +
  '孝考 宁宇 宏宠 岩岸 俊骏峻竣 崇祟 平乎 幸辛 康庸 廷延 律津 德徳 恒桓 悦说 慕幕 文丈 欣昕忻 晋普 沙抄 波坡 泽择 洁诘 洪供 ' +
  '原源 珊姗 青清情请 真直 祥详 程呈 绍招 艳绝 苗笛 如茹 莫奠 贵责 赵超 辉挥 运远 雅稚 雪雷 颖颍 龙尤 云去芸 志忘 思恩 小少 ' +
  '水永 川州 子孑 仓仑 明朋 坤绅 治冶 昌冒 晴睛 鸟乌 斌赋 酒洒 南楠 贞负 茂茇'
).split(' ')

/** Parts of syllables that many speakers do not tell apart: what is heard and written down at a door. */
export const nearSounds: readonly (readonly [RegExp, string])[] = [
  [/^zh/, 'z'],
  [/^ch/, 'c'],
  [/^sh/, 's'],
  [/^l/, 'n'],
  [/^r/, 'n'],
  [/^hu(?=[aoi])/, 'f'],
  [/^hu$/, 'fu'],
  [/ng$/, 'n'],
]

/** Legal endings of names of bodies, the longest first: left out when two names are compared. */
export const bodyEndings: readonly string[] = [
  '农民专业合作社联合社',
  '专业合作社联合社',
  '农民专业合作社',
  '股份经济合作社',
  '专业合作社',
  '经济合作社',
  '有限责任公司',
  '股份有限公司',
  '有限公司',
  '合作社',
  '公司',
]
