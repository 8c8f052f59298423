/** Search and the directory of feeds. The filters are closed on a phone, and stand beside the results elsewhere. */
export const searchStyle = `
.results { display: grid; gap: 1rem 3rem }
.results .heading { margin-bottom: 0 }
.bar { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; justify-content: space-between }
.bar p { margin: 0 } .sorts { display: flex; gap: 0; font-size: var(--small) }
.sorts a { padding: .4rem .8rem; border: 1px solid var(--edge); color: var(--ink); text-decoration: none }
.sorts a:first-child { border-radius: 4px 0 0 4px } .sorts a + a { border-inline-start: 0; border-radius: 0 4px 4px 0 }
.sorts [aria-current] { background: var(--ink); color: var(--paper); border-color: var(--ink) }
.active { margin-bottom: 1rem } .empty h2 { margin-bottom: .5rem } .active a::after { content: ' ✕'; color: var(--soft) }
.filters > summary { padding: .6rem 1rem; border: 1px solid var(--edge); border-radius: 4px; font-weight: 600 }
.filters[open] > summary { margin-bottom: 1rem }
.facet { border-top: 1px solid var(--line); padding: .75rem 0 }
.facet h3 { font: 700 .9375rem/1.4 var(--sans) } .facet ul { list-style: none }
.facet li a { display: flex; justify-content: space-between; gap: 1rem; padding: .3rem 0; min-height: 1.9rem;
  color: var(--ink); text-decoration: none; font-size: .9375rem } .facet li a:hover { text-decoration: underline }
.facet li span { color: var(--soft); font-variant-numeric: tabular-nums }
.facet [aria-current] { font-weight: 700 } .facet details > summary { padding: .3rem 0; color: var(--link);
  font-size: .9375rem; text-decoration: underline }
.range { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .5rem .75rem; align-items: end }
.range label { font-size: var(--small); display: block } .range input { width: 100% } .range button { grid-column: 1 / -1 }
.hint { border-inline-start: 4px solid var(--gold); padding: .25rem 0 .25rem .85rem; font-size: var(--step-1) }
.empty { max-width: 42rem } .empty ul:not(.chips) { padding-inline-start: 1.25rem; margin-bottom: 1rem } .empty + .box, .paging + .box { margin-top: 2rem }
@media (min-width: 60rem) {
  .results { grid-template-columns: minmax(0, 1fr) 17rem } .results > .heading { grid-column: 1 / -1 }
  .results > aside { grid-column: 2; grid-row: 2 / span 3 }
}
@supports selector(::details-content) { @media (min-width: 60rem) {
  .filters > summary { display: none }
  .filters::details-content { content-visibility: visible; display: block; block-size: auto }
  .filters .facet:first-of-type { border-top: 0; padding-top: 0 }
} }
.feeds { list-style: none; display: grid; gap: 0 }
.feeds > li { padding: 1rem 0; border-bottom: 1px solid var(--line) }
.feeds h3 { border-inline-start: 5px solid var(--accent); padding-inline-start: .6rem; margin-bottom: .5rem }
.address { display: flex; flex-wrap: wrap; gap: .5rem; margin-bottom: .5rem }
.address input { flex: 1 1 16rem; font: .875rem ui-monospace, 'Noto Sans Mono', Menlo, monospace; background: var(--surface) }
.feeds .meta a { display: inline-block; padding: .2rem 0 }
.rows { width: 100%; margin-bottom: 1rem } .operation caption { text-align: start; font-weight: 600 } .operation th { width: 34%; min-width: 6.5rem } .topic { margin-top: 2rem } .rows td { vertical-align: top }
.examples { display: grid; margin: 0 0 1.25rem } .examples dt { padding-top: .6rem; border-top: 1px solid var(--line) }
.examples dd { margin: 0; padding: .1rem 0 .6rem } .examples dt a { display: inline-block; padding: .2rem 0 }
@media (min-width: 40rem) { .examples { grid-template-columns: 16rem 1fr }
  .examples dd { padding: .8rem 0 .6rem 1rem; border-top: 1px solid var(--line) } }
.operation { border: 1px solid var(--line); border-radius: 2px; margin-bottom: 1rem }
.operation > summary { padding: .75rem 1rem; background: var(--surface) } .operation > div { padding: 1rem; overflow-x: auto }
.method { font: 700 .8125rem ui-monospace, monospace; color: var(--paper); background: var(--link); border-radius: 2px;
  padding: .15rem .4rem; margin-inline-end: .4rem }
`;
