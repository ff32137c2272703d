/** Style of the sandbox's pages: one quiet card, light or dark as the browser asks. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ground: #eef1f5; --card: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --accent: #0b5cad; --on-accent: #fff; --note: #fff4d6; --note-ink: #5c4200; }
@media (prefers-color-scheme: dark) { :root { --ground: #16191d; --card: #22272e; --ink: #e6e9ed; --soft: #a3acb6; --line: #3d444d; --accent: #6cb6ff; --on-accent: #0b1a2b; --note: #3b3114; --note-ink: #f3dc97; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; background: var(--ground); color: var(--ink); font: 15px/1.5 'Segoe UI', 'Open Sans', system-ui, sans-serif; }
main { width: min(480px, 100%); padding: 0 36px 32px; background: var(--card); border: 1px solid var(--line); border-radius: 10px; box-shadow: 0 6px 24px rgb(0 0 0 / 10%); overflow: hidden; }
.notice { margin: 0 -36px 28px; padding: 10px 36px; background: var(--note); color: var(--note-ink); font-size: 13px; }
h1 { margin: 0 0 12px; font-size: 23px; font-weight: 600; line-height: 1.3; text-wrap: balance; }
p { margin: 0 0 14px; }
.soft { color: var(--soft); }
.roles { margin: 0 0 18px; padding: 0; list-style: none; border: 1px solid var(--line); border-radius: 6px; }
.roles li { padding: 10px 14px; }
.roles li + li { border-top: 1px solid var(--line); }
code { font: 12.5px/1.4 ui-monospace, 'Cascadia Mono', Consolas, monospace; color: var(--soft); overflow-wrap: anywhere; }
.roles code { display: block; }
label { display: block; margin-bottom: 4px; font-weight: 600; }
select { width: 100%; margin-bottom: 18px; padding: 8px 10px; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 6px; }
.actions { display: flex; justify-content: flex-end; gap: 10px; margin-top: 22px; }
button { min-width: 104px; padding: 8px 18px; font: inherit; font-weight: 600; color: var(--ink); background: transparent; border: 1px solid var(--line); border-radius: 6px; cursor: pointer; }
button.primary { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
button:focus-visible, select:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
`;
