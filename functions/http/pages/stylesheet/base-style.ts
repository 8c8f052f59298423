/** Type, space, links and controls. Headlines in the serif of the device, everything else in its own type. */
export const baseStyle = `
:root {
  --serif: ui-serif, 'Iowan Old Style', Charter, 'Noto Serif', 'Source Serif 4', Georgia, serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  --small: .875rem; --step-1: 1.1875rem; --step-2: 1.4375rem; --step-3: 1.75rem; --step-4: clamp(1.625rem, 7.2vw, 2.0625rem);
  --accent: var(--link);
  scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%
}
@media (min-width: 60rem) { :root { --step-3: 2rem; --step-4: 2.75rem } }
*, ::before, ::after { box-sizing: border-box }
body { margin: 0; color: var(--ink); background: var(--paper); font: 1.0625rem/1.55 var(--sans);
  overflow-wrap: anywhere; min-height: 100vh; display: flex; flex-direction: column }
main { flex: 1; padding-block: 1rem 3rem }
main:focus { outline: none }
.wrap { width: 100%; max-width: 72rem; margin-inline: auto; padding-inline: 1rem }
@media (min-width: 60rem) { .wrap { padding-inline: 2rem } }
h1, h2, h3 { font-family: var(--serif); line-height: 1.22; margin: 0; text-wrap: balance }
h1 { font-size: var(--step-3); letter-spacing: -.01em }
h2 { font-size: var(--step-2) } h3 { font-size: var(--step-1) }
p { margin: 0 0 1rem } ul, ol { margin: 0; padding: 0 } nav ul, nav ol { list-style: none }
img { max-width: 100%; height: auto; display: block; background: var(--surface) }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px }
a:hover { text-decoration-thickness: 2px }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px }
button, input, select { font: inherit; color: inherit }
button, .button { display: inline-block; padding: .5rem 1rem; min-height: 2.75rem; border: 1px solid var(--edge);
  border-radius: 4px; background: var(--surface); color: var(--ink); font-weight: 600; line-height: 1.4;
  text-decoration: none; cursor: pointer }
button:hover, .button:hover { border-color: var(--ink) }
.button.first { background: var(--link); border-color: var(--link); color: var(--paper) }
input { padding: .5rem .75rem; min-height: 2.75rem; border: 1px solid var(--edge); border-radius: 4px;
  background: var(--paper); min-width: 0; max-width: 100% }
label { font-weight: 600 } label input { font-weight: 400 }
summary { cursor: pointer }
mark { background: var(--mark); color: var(--ink); padding: 0 .1em; border-radius: 2px }
table { border-collapse: collapse } th, td { overflow-wrap: break-word; border: 1px solid var(--line); padding: .35rem .6rem; text-align: start }
th { background: var(--surface) }
code { font: .9em ui-monospace, 'Cascadia Mono', 'Noto Sans Mono', Menlo, monospace; overflow-wrap: anywhere }
.meta { color: var(--soft); font-size: var(--small); margin: 0 }
.meta a { color: inherit } .place { font-size: .8em; letter-spacing: .06em }
.kicker { font: 700 var(--small)/1.4 var(--sans); color: var(--accent); margin: 0 }
.kicker a { color: inherit; text-decoration: none } .kicker a:hover { text-decoration: underline }
.lead { font-size: var(--step-1); line-height: 1.45; color: var(--soft) }
.prose { max-width: 42rem } .prose h2 { margin: 2rem 0 .6rem } .prose ul:not(.chips) { padding-inline-start: 1.25rem; margin-bottom: 1rem } .prose li { margin-bottom: .3rem }
.prose table { margin-bottom: 1.25rem }
.chips { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; margin: 0; padding: 0 }
.chips a { display: inline-block; padding: .3rem .75rem; border: 1px solid var(--line); border-radius: 99px;
  background: var(--surface); color: var(--ink); font-size: var(--small); text-decoration: none }
.chips a:hover { border-color: var(--ink) } .chips span { color: var(--soft) }
.unseen, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap }
.skip { position: absolute; inset: 0 auto auto 0; z-index: 9; padding: .75rem 1rem; background: var(--paper) }
.box { border: 1px solid var(--line); border-top: 3px solid var(--accent); border-radius: 2px; padding: 1rem;
  background: var(--surface) }
.box h2 { font-size: var(--step-1); margin-bottom: .4rem } .box p:last-child { margin-bottom: 0 }
.formats + .meta { margin-top: .75rem } .formats { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem }
`;
