/** The look of the report: readable from 400 pixels of width on, and on A4 paper. Contrasts are at least 4.5 to 1. */
export const STYLE = `
:root { color-scheme: light; --ink: #1b1b1b; --soft: #4d4d4d; --line: #c9c9c9; --head: #eef2f6; --brand: #173f66; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1rem; color: var(--ink); background: #fff; font: 1rem/1.45 "Liberation Sans", Arial, Helvetica, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; color: var(--brand); }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; padding-bottom: .2rem; border-bottom: 2px solid var(--brand); color: var(--brand); }
h3 { font-size: 1rem; margin: 1.25rem 0 .35rem; }
p { margin: .35rem 0; }
.soft { color: var(--soft); }
.small { font-size: .875rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; margin: .5rem 0; list-style: none; }
a { color: #0b4f9c; }
.answers { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: 1rem; }
.answer { border: 1px solid var(--line); border-top: 4px solid var(--brand); border-radius: 4px; padding: .6rem .9rem; }
.answer h3 { margin: 0 0 .3rem; }
.big { font-size: 2rem; font-weight: bold; line-height: 1.1; margin: .1rem 0; }
.answer ol { margin: .3rem 0; padding-left: 1.25rem; }
.answer li { margin-bottom: .4rem; }
.scroll { overflow-x: auto; position: relative; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; margin: .25rem 0 .75rem; }
caption { text-align: left; font-weight: bold; padding: .25rem 0; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { border: 1px solid var(--line); padding: .3rem .45rem; text-align: left; vertical-align: top; }
thead th { background: var(--head); }
td.number, th.number { text-align: right; }
td.number, tbody th.number { white-space: nowrap; }
.grid td { min-width: 6.5rem; }
.grid th[scope="row"] { min-width: 8rem; }
.verdict { display: inline-block; padding: 0 .4rem; border-radius: 3px; font-weight: bold; }
.v-met, .v-exceeded { background: #d8efdc; color: #0e4f1f; }
.v-notMet { background: #fbdcd8; color: #7d1208; }
.v-open, .v-noFigure, .v-notEvaluable { background: #fff0c4; color: #5c4300; }
.v-notDue, .v-notAssigned, .v-hidden { background: #e6e9ed; color: #33383f; }
blockquote { margin: .25rem 0 .5rem; padding-left: .75rem; border-left: 3px solid var(--line); color: var(--soft); }
.plots { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1rem; }
figure { margin: 0; border: 1px solid var(--line); border-radius: 4px; padding: .5rem; }
figcaption { font-size: .8125rem; margin-bottom: .25rem; }
.drawing svg { max-width: 100%; height: auto; display: block; }
@media (max-width: 40rem) {
  body { padding: .6rem; }
  .stack thead { position: absolute; left: -999rem; }
  .stack, .stack tbody, .stack tr, .stack td, .stack th[scope="row"] { display: block; width: 100%; }
  .stack tr { border: 1px solid var(--line); margin-bottom: .5rem; }
  .stack td, .stack th[scope="row"] { border: 0; border-bottom: 1px solid #eaeaea; text-align: left; }
  .stack td[data-head]::before { content: attr(data-head) ": "; color: var(--soft); }
  .stack td:empty { display: none; }
}
@page { size: A4; margin: 15mm 15mm 15mm 20mm; }
@page wide { size: A4 landscape; margin: 12mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  nav { display: none; }
  .answers { grid-template-columns: 1fr 1fr; gap: .5rem; font-size: 9.5pt; }
  a { color: inherit; text-decoration: none; }
  h2, h3, caption, p:has(+ .scroll) { break-after: avoid; }
  tbody:first-of-type > tr:first-child { break-before: avoid; }
  tr, figure, .answer { break-inside: avoid; }
  .answer:last-child { grid-column: 1 / -1; break-inside: auto; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  table { font-size: 8.5pt; }
  .verdict { print-color-adjust: exact; -webkit-print-color-adjust: exact; border: 1px solid currentColor; }
  .plots { grid-template-columns: repeat(3, 1fr); gap: .5rem; }
  .annex { page: wide; }
  .annex table { font-size: 7pt; }
  .grid td, .grid th[scope="row"] { min-width: 0; padding: .15rem .25rem; }
  .front { break-after: page; }
}
`;
