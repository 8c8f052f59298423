import { createHash } from 'node:crypto';

/** The one stylesheet: system fonts, light and dark by the reader's choice, readable on a phone and on paper. */
export const stylesheet = `
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --soft: #59636e; --line: #d1d9e0; --accent: #0b5a8a; --mark: #fff3b0 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8ecf0; --paper: #14181d; --soft: #9aa6b2; --line: #333c46; --accent: #7cc4f5; --mark: #5c4b00 }
}
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 46rem; padding: 0 1rem; color: var(--ink); background: var(--paper);
  font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: break-word }
a { color: var(--accent) }
a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 1.5rem 0 .5rem }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 0 0 .25rem }
img { max-width: 100%; height: auto }
.skip { position: absolute; left: -99rem } .skip:focus { position: static }
.masthead { border-bottom: 1px solid var(--line); padding: 1rem 0; display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: center }
.masthead .name { font-weight: 700; font-size: 1.2rem; text-decoration: none; margin-right: auto }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem } nav a { padding: .5rem 0 }
.masthead form { flex-basis: 100%; display: flex; flex-wrap: wrap; gap: .5rem }
.masthead label { flex-basis: 100%; font-size: .9rem; color: var(--soft) }
.masthead input { flex: 1; min-width: 0 } input, button { font: inherit; padding: .5rem .75rem }
.list { list-style: none; padding: 0 } .list > li { border-bottom: 1px solid var(--line); padding: 1rem 0 }
.list img { float: right; width: 8rem; height: 5rem; object-fit: cover; margin: 0 0 .5rem 1rem }
.list > li::after { content: ''; display: block; clear: both }
.meta { color: var(--soft); font-size: .9rem; margin: .25rem 0 } .list p { margin: .25rem 0 }
.body table { border-collapse: collapse; display: block; overflow-x: auto } .body td, .body th { border: 1px solid var(--line); padding: .25rem .5rem }
figure { margin: 1rem 0 } figcaption { color: var(--soft); font-size: .9rem }
mark { background: var(--mark); color: inherit }
code { overflow-wrap: anywhere } dt { font-weight: 700; margin-top: 1rem } dd { margin: 0 }
.facets { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none }
footer { border-top: 1px solid var(--line); margin: 2rem 0 1rem; padding-top: 1rem; font-size: .9rem; color: var(--soft) }
@media print { .masthead form, nav, footer nav { display: none } body { max-width: none } }
`.trim();

/** Its address changes with its content, so it may be kept for ever. */
export const stylesheetPath = `/gaya-${createHash('sha256').update(stylesheet).digest('hex').slice(0, 10)}.css`;
