/**
 * Masthead, menu, trail and footer. The menu is a `details`: closed on a phone, and laid open on a wide
 * screen where the browser can do that; elsewhere it opens by a press there too.
 */
export const frameStyle = `
.masthead { background: var(--band); color: var(--on-band); position: relative }
.masthead::after { content: ''; display: block; height: 9px; background-color: var(--band); background-image:
  radial-gradient(ellipse 5px 2.2px at 6px 4.5px, var(--gold) 96%, transparent),
  radial-gradient(circle at 0 4.5px, var(--gold) 1px, transparent 1.6px),
  radial-gradient(circle at 12px 4.5px, var(--gold) 1px, transparent 1.6px);
  background-size: 12px 9px; border-block: 1px solid var(--gold) }
.masthead .wrap { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 1rem; padding-block: .75rem }
.masthead a, .masthead summary { color: inherit }
.masthead :focus-visible { outline-color: #ffd166 }
.name { display: flex; align-items: center; gap: .65rem; flex: 1; min-width: 60%; text-decoration: none;
  font: 700 var(--step-1)/1.2 var(--serif) }
.name img { flex: none; background: none; border: 1px solid #fff4; border-radius: 8px; object-fit: contain }
.name:hover span { text-decoration: underline }
.menu { order: 1 } .masthead .search { order: 2; flex-basis: 100%; min-width: 0 }
.menu summary { padding: .5rem .9rem; min-height: 2.75rem; border: 1px solid currentColor; border-radius: 4px;
  font-weight: 600; list-style: none }
.menu summary::-webkit-details-marker { display: none }
.menu summary::after { content: ' ▾' } .menu[open] summary::after { content: ' ▴' }
.menu nav { position: absolute; inset-inline: 0; top: 100%; z-index: 5; background: var(--band);
  border-bottom: 3px solid var(--gold); padding: .25rem 1rem 1rem; columns: 2 9rem; column-gap: 1.5rem }
.menu li { break-inside: avoid } .menu a { display: block; padding: .55rem 0; text-decoration: none }
.menu a:hover { text-decoration: underline }
.menu [aria-current] { font-weight: 700; text-decoration: underline; text-decoration-color: var(--gold);
  text-decoration-thickness: 3px }
.search label { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
.field { position: relative; display: flex }
.field input { flex: 1; width: 0; border-radius: 4px 0 0 4px; border-color: var(--edge); color: var(--ink) }
.field button { border-radius: 0 4px 4px 0; border: 0; background: var(--gold); color: #1b1a22 }
.field input::placeholder { color: var(--soft); opacity: 1 }
.field input:focus-visible, .field button:focus-visible { z-index: 1 }
.completions { position: absolute; inset: calc(100% + 2px) 0 auto; z-index: 6; list-style: none; padding: .25rem 0;
  background: var(--paper); color: var(--ink); border: 1px solid var(--edge); border-radius: 4px;
  max-height: 60vh; overflow-y: auto }
.completions li { padding: .55rem .75rem; cursor: pointer }
.completions li:hover { background: var(--surface) }
.completions [aria-selected=true] { background: var(--link); color: var(--paper) }
@media (min-width: 60rem) {
  .masthead .wrap { gap: .5rem 2rem } .name { min-width: 0; font-size: var(--step-2) }
  .masthead .search { order: 1; flex: 0 1 26rem } .menu { order: 2 }
}
@supports selector(::details-content) { @media (min-width: 60rem) {
  .menu { flex-basis: 100%; border-top: 1px solid #fff3; padding-top: .35rem } .menu summary { display: none }
  .menu::details-content { content-visibility: visible; display: block; block-size: auto }
  .menu nav { position: static; padding: 0; border: 0; columns: auto; display: flex; justify-content: space-between;
    gap: 0 1rem }
  .menu ul { display: flex; flex-wrap: wrap; gap: 0 1.1rem; font-size: .9rem } .menu a { padding: .35rem 0 }
} }
.trail { font-size: var(--small); margin-bottom: 1rem; color: var(--soft) }
.trail ol { display: flex; flex-wrap: wrap; gap: 0 .25rem } .trail a { display: inline-block; padding: .2rem 0;
  color: inherit } .trail li + li::before { content: '›'; margin-inline: .2rem .45rem }
.footer { background: var(--surface); border-top: 1px solid var(--line); font-size: .9375rem; padding-block: 1.5rem }
.footer ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin-bottom: .75rem }
.footer nav a { display: inline-block; padding: .25rem 0; font-weight: 600 }
.footer p { margin-bottom: .4rem } .footer .theme { min-height: 2rem; padding: .15rem .7rem; font-size: var(--small);
  margin-inline-start: .5rem; font-weight: 400 }
`;
