/** The one style sheet of the public pages, inside the page: no font, no script, no second request. */
export const style = `
:root{--ink:#1B2427;--ink2:#46545A;--ink3:#5B6A70;--line:#DFE5E6;--edge:#7C8A90;--dai:#1B5664;--tint:#E3EEF0;--zhu:#A63A22;--head:#EDF1F1;--mist:#9FBAC2}
*{box-sizing:border-box}
html{font:17px/28px "Microsoft YaHei UI","Microsoft YaHei","PingFang SC","HarmonyOS Sans SC","MiSans","Source Han Sans SC","Noto Sans CJK SC","Noto Sans SC",sans-serif;color:var(--ink);background:#fff;-webkit-text-size-adjust:100%}
html.big{font-size:19.55px;line-height:32px}
body{margin:0;font-variant-numeric:tabular-nums}
header{border-bottom:1px solid var(--line)}
header div,main{max-width:640px;margin:0 auto;padding:0 18px}
header div{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:0 16px}
header b{font-weight:600;font-size:.94em}
header nav{display:flex;gap:4px}
header nav a{display:inline-flex;align-items:center;min-height:48px;padding:0 8px;white-space:nowrap}
a{color:var(--dai)}
:focus-visible{outline:2px solid var(--dai);outline-offset:2px}
h1{font:700 1.5em/1.4 "Noto Serif CJK SC","Source Han Serif SC","SimSun",serif;text-align:center;margin:24px 0 4px}
.number{text-align:center;text-wrap:balance;color:var(--ink2);margin:0 0 16px}
.zhu{border:0;border-top:2px solid var(--zhu);margin:0 0 16px}
h2{font-size:1.06em;font-weight:600;margin:28px 0 10px}
p{margin:0 0 12px}
.strip{display:flex;gap:16px;align-items:center;border:1px solid var(--dai);border-radius:4px;background:#F2F7F8;padding:12px 14px;margin:0 0 18px}
.strip b{display:block;font-weight:600}
.strip small,.note{font-size:.88em;line-height:1.6;color:var(--ink2)}
.bars{display:flex;gap:3px;align-items:flex-end;flex:none}
.bars i{width:9px;height:26px;border-radius:1px;background:var(--mist)}
.bars i.now{height:36px;background:var(--dai)}
.bars i.then{background:#fff;border:1px solid var(--edge)}
form.find{display:flex;margin:0 0 10px}
input,textarea{font:inherit;font-size:19px;color:var(--ink);width:100%;border:1px solid var(--edge);border-radius:4px;padding:9px 12px;min-height:48px;background:#fff}
form.find input{border-radius:4px 0 0 4px;border-right:0;min-width:0}
button,.button{font:inherit;font-weight:600;display:block;width:100%;min-height:52px;padding:11px 16px;border:1px solid var(--dai);border-radius:4px;background:var(--dai);color:#fff;text-align:center;text-decoration:none;cursor:pointer}
form.find button{width:auto;flex:none;min-height:48px;border-radius:0 4px 4px 0;padding:9px 20px;font-weight:400}
.button.plain{background:#fff;color:var(--dai);margin-top:12px}
table{width:100%;border-collapse:collapse;font-size:.94em}
th{background:var(--head);font-weight:400;color:var(--ink2);text-align:left;white-space:nowrap}
th,td{padding:8px 6px;border-bottom:1px solid var(--line)}
td:nth-child(2){font-weight:600;white-space:nowrap}
.number span{display:inline-block;margin:0 .5em}
td:last-child,th:last-child{text-align:right;white-space:nowrap}
tr.hit td{background:#F2F7F8}
tr.hit td:first-child{box-shadow:inset 3px 0 var(--dai)}
.more{display:flex;align-items:center;justify-content:center;min-height:48px;border:1px solid var(--line);border-top:0;text-decoration:none}
.rule{border-left:4px solid var(--edge);padding-left:14px;color:var(--ink2)}
.rule p{margin:0}
.rule b{color:var(--ink);font-weight:600;margin-right:.8em}
.seal{text-align:right;margin:24px 0 18px}
.foot{border-top:1px solid var(--line);padding:14px 0 32px}
label{display:block;font-weight:600;margin:0 0 18px}
label small{font-weight:400;color:var(--ink2)}
label input,label textarea{display:block;margin-top:6px;font-weight:400}
textarea{min-height:150px;line-height:28px;resize:vertical}
.wrong{border-left:4px solid var(--zhu);background:#FBEDE9;padding:10px 14px;margin:0 0 16px}
.said{border-left:4px solid #2C6B45;background:#E6F2EA;padding:14px;margin:24px 0}
.said b{display:block;font-size:1.1em}
@media print{header nav,form,.button,.more{display:none}}
`
