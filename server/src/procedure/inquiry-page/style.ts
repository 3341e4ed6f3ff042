/** What the asking page needs beside the style of all public pages: large targets, one question a screen, a sheet for print. */
export const style = `
#wo{padding-bottom:32px}
#wo h2:focus{outline:0}
.plain-list{padding-left:1.2em;margin:0 0 12px}
.plain-list li{margin:0 0 12px}
.choice{display:flex;align-items:center;gap:12px;width:100%;min-height:56px;margin:0 0 10px;padding:12px 16px;background:#fff;color:var(--ink);border:1px solid var(--edge);border-radius:4px;font-weight:400;text-align:left}
.choice:hover,.choice:focus-visible{border-color:var(--dai);background:#F2F7F8}
.choice.unsure{border-style:dashed;color:var(--ink2)}
.choice small{display:block;color:var(--ink2);font-size:.82em;line-height:1.5}
.choice::after{content:"›";content:"›" / "";margin-left:auto;color:var(--dai);font-size:1.3em}
.whole{background:var(--dai);border-color:var(--dai);color:#fff;font-weight:600}
.whole:hover,.whole:focus-visible{background:#143A45;color:#fff}
.whole::after{color:#fff}
.progress{display:flex;justify-content:space-between;color:var(--ink2);font-size:.88em;margin:0}
.question{font-size:1.3em;line-height:1.45;font-weight:600;margin:6px 0 8px}
.inline{display:flex;gap:8px;align-items:center;margin:0 0 14px}
.inline input{flex:1 1 0;min-width:0}
.inline label{margin:0;flex:1 1 0;font-weight:400;font-size:.88em;color:var(--ink2)}
.why{margin:16px 0 0;color:var(--ink2);font-size:.88em;line-height:1.6}
.quiet{background:none;border:0;color:var(--dai);font-weight:400;text-decoration:underline;width:auto;min-height:48px;padding:8px 0;display:inline-block;margin-right:20px}
.card{border:1px solid var(--line);border-left:6px solid var(--edge);border-radius:4px;padding:14px 16px;margin:0 0 14px;break-inside:avoid}
.card.yes{border-left-color:#2C6B45}
.card.no{border-left-color:var(--edge)}
.card.unknown{border-left-color:#B07D12;border-left-style:dashed}
.card h3{margin:0 0 4px;font-size:1.06em}
.card .mark{font-weight:600}
.card.yes .mark{color:#2C6B45}
.card.unknown .mark{color:#7A5608}
.card dl{margin:8px 0;display:grid;grid-template-columns:auto 1fr;gap:2px 14px}
.card dt{color:var(--ink2)}
.card dd{margin:0;text-align:right;font-weight:600}
.card p{margin:6px 0}
.card ul{margin:6px 0;padding-left:1.2em}
.reasons li{margin:2px 0}
.reasons small{color:var(--ink2);display:block;line-height:1.5}
details summary{min-height:48px;display:flex;align-items:center;color:var(--dai);cursor:pointer}
details summary::before{content:"＋";content:"＋" / "";margin-right:8px}
details[open] summary::before{content:"－";content:"－" / ""}
.said-line{display:flex;justify-content:space-between;gap:16px;align-items:center;border-bottom:1px solid var(--line);min-height:44px;font-size:.94em;margin:0}
.said-line span+span{font-weight:600;text-align:right}
.said-line .quiet{margin:0}
.answered{display:grid;grid-template-columns:1fr auto;gap:0 16px;padding-top:6px}
.answered span:first-child{grid-column:1/3}
.answered span+span{text-align:left}
@media print{.choice,.quiet,.no-print,.card.no .note,header,details:not([open]){display:none!important}html{font-size:9.5pt;line-height:1.4}#wo{padding:0}.card{border-color:#000;padding:4px 10px;margin:0 0 6px}.card p,.card ul,.card dl{margin:2px 0}.card ul{columns:2}.said-line{min-height:0}.answered{grid-template-columns:1fr auto}.answered span:first-child{grid-column:1}h1,h2{margin:4px 0}a{color:#000}}
`
