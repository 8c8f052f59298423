/** An article: one column of about 66 letters, the dateline as newspapers set it. */
export const articleStyle = `
.article { max-width: 42rem } .article h1 { font-size: var(--step-4); margin: .2rem 0 .6rem }
.article > header::before { content: ''; display: block; width: 3.5rem; height: 4px; background: var(--accent);
  margin-bottom: .75rem } .article > header { margin-bottom: 1.25rem; border-bottom: 1px solid var(--line); padding-bottom: 1rem }
.byline { font-size: .9375rem; margin: 0 } .byline a { font-weight: 600; color: inherit }
.body { font-size: 1.125rem; line-height: 1.65 } .body > :last-child { margin-bottom: 0 }
.body h2 { font-size: var(--step-2); margin: 2rem 0 .6rem } .body h3, .body h4 { margin: 1.5rem 0 .5rem;
  font-size: var(--step-1) }
.body ul, .body ol { margin: 0 0 1rem; padding-inline-start: 1.5rem }
.body blockquote { margin: 1.25rem 0; padding-inline-start: 1rem; border-inline-start: 4px solid var(--accent);
  font-family: var(--serif) } .body pre { overflow-x: auto; background: var(--surface); padding: .75rem }
.scroller { overflow-x: auto; margin-bottom: 1rem } .body caption { text-align: start; font-weight: 600;
  padding-bottom: .4rem }
.dateline { font-weight: 700; letter-spacing: .04em } .dateline a { color: inherit; text-decoration: none }
.dateline a:hover { text-decoration: underline }
figure { margin: 0 0 1.25rem } figure img { width: 100%; border-radius: 2px }
figcaption { color: var(--soft); font-size: var(--small); padding-top: .4rem }
.corrected { border-inline-start: 4px solid var(--gold); background: var(--surface); padding: .5rem .75rem;
  font-size: .9375rem; margin: .75rem 0 0 } .correction { display: block; margin-top: .35rem }
.tail { margin-top: 2rem; display: grid; gap: 1.5rem; border-top: 1px solid var(--line); padding-top: 1.25rem }
.tail h2 { font: 700 var(--small)/1.4 var(--sans); margin-bottom: .5rem }
.share { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center }
.share .button, .share button { font-size: .9375rem; min-height: 2.5rem; padding: .4rem .8rem }
.neighbours { display: grid; gap: .75rem } .neighbours a { display: block; padding: .75rem 1rem;
  border: 1px solid var(--line); border-radius: 2px; color: var(--ink); text-decoration: none;
  font: 600 1.0625rem/1.35 var(--serif) }
.neighbours a:hover { border-color: var(--ink) } .neighbours span { display: block; color: var(--soft);
  font: 400 var(--small)/1.4 var(--sans) }
@media (min-width: 40rem) { .neighbours { grid-template-columns: 1fr 1fr } .neighbours [rel=next] { text-align: end } }
@media (min-width: 60rem) {
  .with-aside { display: grid; grid-template-columns: minmax(0, 42rem) minmax(16rem, 1fr); gap: 0 4rem; align-items: start }
  .with-aside > .wide { grid-column: 1 / -1 }
}
.with-aside aside .teaser > img { width: 6.5rem; aspect-ratio: 4 / 3 } .aside > * + * { margin-top: 2rem }
@media (max-width: 59.99rem) { .aside { margin-top: 2.5rem } }
`;
