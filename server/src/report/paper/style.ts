/** The house style of papers (interface guide, section 6): faces, margins, tables, page numbers, who printed. */

/** Put before every template. `orientation` of registers and pay lists is landscape. */
export function houseStyle(orientation: 'portrait' | 'landscape'): string {
  return `
#let data = json("/data.json")
#set document(title: data.title)
#set text(font: ("Noto Serif SC", "Noto Serif CJK SC"), lang: "zh", region: "cn", size: 10.5pt)
#set page(
  paper: "a4", flipped: ${orientation === 'landscape'},
  margin: ${orientation === 'landscape' ? '(x: 15mm, top: 18mm, bottom: 18mm)' : '(top: 37mm, left: 28mm, bottom: 35mm, right: 26mm)'},
  footer: context [
    #set text(size: 9pt)
    #data.printed #h(1fr) 第 #counter(page).display() 页，共 #counter(page).final().first() 页
  ],
)
#let sans(body) = text(font: ("Noto Sans SC", "Noto Sans CJK SC"), body)
#let title(body) = align(center, text(size: 18pt, weight: 700, body))
#let note(body) = text(size: 9pt, body)
#set table(stroke: 0.5pt, inset: (x: 5pt, y: 4pt))
#show table.cell.where(y: 0): set text(weight: 700)
#let money(body) = align(right, text(number-width: "tabular", body))
`
}
