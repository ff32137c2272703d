import { createHash } from 'node:crypto';

/** For the screen and for paper. Colours are those of the page's light theme. */
export const REPORT_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { max-width: 760px; margin: 32px auto; padding: 0 24px; color: #242424; background: #fff; font: 13px/1.5 "Segoe UI", "Open Sans", system-ui, sans-serif; }
h1 { margin: 0; font-size: 24px; line-height: 1.3; overflow-wrap: anywhere; }
h2 { margin: 28px 0 8px; font-size: 16px; }
p { margin: 4px 0; }
.quiet { color: #616161; }
.coverage { margin: 16px 0; padding: 10px 14px; border: 1px solid #d1d1d1; border-left: 4px solid #0e700e; border-radius: 4px; }
.coverage.gap { border-left-color: #b10e1c; background: #fdf6f6; }
.totals { display: grid; grid-template-columns: repeat(5, 1fr); gap: 10px; margin: 16px 0; padding: 0; list-style: none; }
.totals li { display: flex; flex-direction: column; justify-content: space-between; padding: 8px 12px; border: 1px solid #d1d1d1; border-radius: 6px; }
.totals strong { font-size: 20px; }
svg { display: block; width: 100%; height: auto; }
svg line { stroke: #d1d1d1; }
svg pattern line { stroke: #b3b0ad; }
svg text { fill: #616161; font-size: 11px; }
.high { fill: #c4314b; background: #c4314b; }
.medium { fill: #e8650a; background: #e8650a; }
.low { fill: #b8930a; background: #b8930a; }
.informational { fill: #8a8886; background: #8a8886; }
.other { fill: #8764b8; background: #8764b8; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 8px 0; padding: 0; list-style: none; }
.legend i { display: inline-block; width: 10px; height: 10px; margin-right: 6px; border-radius: 2px; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 8px 4px 0; border-bottom: 1px solid #e0e0e0; text-align: left; vertical-align: top; overflow-wrap: break-word; }
th:last-child, td:last-child { padding-right: 0; }
.incidents th { white-space: nowrap; }
.incidents td:first-child { overflow-wrap: anywhere; }
.incidents td:nth-child(n + 3) { white-space: nowrap; }
.days { table-layout: fixed; }
th { font-weight: 600; }
.number { text-align: right; }
tr { break-inside: avoid; }
footer { margin-top: 28px; padding-top: 8px; border-top: 1px solid #d1d1d1; font-size: 11px; }
@media print { body { max-width: none; margin: 0; padding: 0; print-color-adjust: exact; -webkit-print-color-adjust: exact; } h2 { break-after: avoid; } }
`;

/** No script, no address, nothing but this style. */
export const REPORT_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(REPORT_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;
