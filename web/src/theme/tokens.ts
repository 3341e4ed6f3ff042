// The visual tokens, once. `tokens.css` gives the same values to style sheets; a test holds the two together.
export const tokens = {
  ink: '#1B2427',
  ink2: '#46545A',
  ink3: '#5B6A70',
  hint: '#66757B',
  edge: '#7C8A90',
  line: '#DFE5E6',
  line2: '#C6D0D2',
  paper: '#F3F5F5',
  head: '#EDF1F1',
  dai: '#1B5664',
  daiHover: '#26707F',
  daiTint: '#E3EEF0',
  rail: '#143A45',
  railText: '#D9E6E9',
  railNote: '#B9CFD4',
  zhu: '#A63A22',
  zhuTint: '#FBEDE9',
  zhe: '#85540A',
  zheTint: '#FBF2DF',
  song: '#2C6B45',
  songTint: '#E6F2EA',
  zi: '#5A4A8C',
  ziTint: '#EFECF7',
  mark: '#D9A441',
  mist: '#6C97A3',
} as const

export const fontSans =
  '"Microsoft YaHei UI","Microsoft YaHei","PingFang SC","HarmonyOS Sans SC","MiSans","Source Han Sans SC","Noto Sans CJK SC","Noto Sans SC",sans-serif'

export const fontSerif = '"Noto Serif CJK SC","Source Han Serif SC","SimSun",serif'

/** Row heights of tables in px; each user chooses one. */
export const rowHeights = { compact: 27, normal: 31, roomy: 39 } as const
export type Density = keyof typeof rowHeights
