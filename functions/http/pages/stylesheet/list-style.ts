/** Home and lists: dense enough for news, with the picture beside the headline and never above the fold alone. */
export const listStyle = `
.heading { display: flex; flex-wrap: wrap; align-items: end; justify-content: space-between; gap: .5rem 1.5rem;
  border-bottom: 3px solid var(--accent); padding-bottom: .6rem; margin-bottom: .9rem }
.heading + .teasers { margin-top: -.9rem }
.heading .meta { flex-basis: 100% }
.teasers { list-style: none }
.teaser { display: grid; grid-template-columns: 1fr auto; gap: .25rem 1rem; padding: 1rem 0; align-content: start;
  border-bottom: 1px solid var(--line) }
.teaser > * { grid-column: 1 } .teaser > img, .teaser > .frame { grid-column: 2; grid-row: 1 / span 4; width: 6.5rem;
  aspect-ratio: 4 / 3; object-fit: cover; border-radius: 2px }
.teaser h2, .teaser h3 { font-size: var(--step-1) } .teaser p { margin: 0 }
.headline { color: var(--ink); text-decoration: none } .headline:hover { text-decoration: underline;
  text-decoration-thickness: 2px } .headline:visited { color: var(--soft) }
.summary { font-size: .9375rem; color: var(--soft); display: -webkit-box; -webkit-box-orient: vertical;
  -webkit-line-clamp: 3; overflow: hidden }
.paging { display: flex; flex-wrap: wrap; gap: .75rem; margin-block: 1.5rem }
.front { display: grid; gap: 0 2.5rem; margin-top: -.9rem }
.front .first { padding-top: .9rem } .front .first > * { grid-column: 1 / -1 }
.front .first > img { grid-row: auto; width: 100%; aspect-ratio: 16 / 9; margin-bottom: .5rem }
.front .first h2 { font-size: var(--step-3) } .front .first .summary { font-size: 1.0625rem }
.rubric-grid { display: grid; gap: 2rem 2rem; margin-top: 2.5rem }
.rubric > h2 { font-size: var(--step-1); border-top: 3px solid var(--accent); padding-top: .5rem }
.rubric > h2 a { color: var(--accent); text-decoration: none } .rubric > h2 a:hover { text-decoration: underline }
.rubric .teaser { padding: .65rem 0 } .rubric li:last-child { border-bottom: 0 }
.rubric .teaser h3 { font-size: 1.0625rem }
.section { margin-top: 2.5rem } .section > h2 { border-bottom: 1px solid var(--line); padding-bottom: .4rem }
@media (min-width: 40rem) {
  .teaser > img { width: 11rem; aspect-ratio: 16 / 10 } .rubric-grid { grid-template-columns: 1fr 1fr }
  .rubric .teaser > img { width: 6.5rem; aspect-ratio: 4 / 3 }
  .front .below { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem }
}
@media (min-width: 60rem) {
  .front { grid-template-columns: minmax(0, 1.55fr) minmax(0, 1fr); grid-template-rows: auto 1fr }
  .front .beside { grid-area: 1 / 2 / span 2 }
  .front .first h2 { font-size: 2.375rem } .front .below .teaser { border-bottom: 0 }
  .front .beside .teaser > img { width: 7.5rem; aspect-ratio: 4 / 3 }
  .rubric-grid { grid-template-columns: repeat(4, minmax(0, 1fr)) }
  .rubric .teaser > * { grid-column: 1 / -1 }
  .rubric .teaser > img { grid-row: auto; width: 100%; aspect-ratio: 16 / 9; margin-bottom: .35rem }
  .list { display: grid; grid-template-columns: minmax(0, 46rem) minmax(0, 1fr); gap: 0 3rem; align-items: start }
  .list aside { padding-top: 1rem }
}
`;
