/** What only the desk has: its frame, lists with states, fields, the result beside them, and differences. */
export const deskStyle = `
.desk .name .office { display: block; font: 400 var(--small)/1.3 var(--sans) }
.who { display: flex; flex-wrap: wrap; align-items: center; justify-content: end; gap: .35rem .75rem; font-size: var(--small) }
.who button { min-height: 2.25rem; padding: .25rem .75rem; background: none; color: inherit; border-color: currentColor }
.ways { flex-basis: 100%; order: 3 } .ways ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem }
.ways a { display: inline-block; padding: .5rem 0; text-decoration: none; font-weight: 600 }
.ways a:hover { text-decoration: underline }
.ways [aria-current] { text-decoration: underline; text-decoration-color: var(--gold); text-decoration-thickness: 3px;
  text-underline-offset: .35em }
.desk .heading { align-items: center }
.notice { border-inline-start: 4px solid var(--gold); background: var(--surface); padding: .75rem 1rem; font-weight: 600 }
.problem-box { border: 1px solid var(--edge); border-inline-start: 6px solid var(--link); background: var(--surface);
  padding: .75rem 1rem; margin-bottom: 1rem } .problem-box ul { padding-inline-start: 1.25rem }
.problem-box > :last-child { margin-bottom: 0 } .problem-box h2 { margin-bottom: .5rem }
.desk-search { max-width: 32rem; margin-bottom: 1rem } .tabs { margin-bottom: 1rem }
.tabs [aria-current] { background: var(--ink); color: var(--paper); border-color: var(--ink) }
.unsaved { margin-bottom: 1rem } .unsaved ul { padding-inline-start: 1.25rem } .unsaved li { padding: .25rem 0 }
.rows-list { list-style: none } .rows-list li { padding: .75rem 0; border-bottom: 1px solid var(--line) }
.rows-list .headline { font: 600 1.0625rem/1.35 var(--serif) } .rows-list .headline:visited { color: var(--ink) }
.state { display: inline-block; padding: .05rem .5rem; border: 1px solid var(--edge); border-radius: 99px;
  font: 600 .8125rem/1.5 var(--sans); color: var(--ink) }
.state.published { border-style: double; border-width: 3px; padding-block: 0 } .state.draft { border-style: dashed }
.state.withdrawn { text-decoration: line-through }
.fields > p, .fields fieldset { margin: 0 0 1.1rem } .fields label, .fields legend { display: block; font-weight: 600;
  margin-bottom: .25rem }
.fields input:not([type=radio], [type=checkbox], [type=file], [type=datetime-local]), .fields textarea, .fields select { width: 100% }
.fields textarea, .fields select { padding: .5rem .75rem; min-height: 2.75rem; border: 1px solid var(--edge);
  border-radius: 4px; background: var(--paper); color: var(--ink); font: inherit }
.fields textarea { line-height: 1.5; resize: vertical } #title { font: 600 1.1875rem/1.4 var(--serif) }
.fields fieldset { border: 1px solid var(--line); border-radius: 4px; padding: .75rem 1rem 1rem; min-width: 0 }
.fields .choice { font-weight: 400; display: flex; gap: .5rem; align-items: center; min-height: 2.25rem }
.fields .choice input { width: 1.25rem; height: 1.25rem; min-height: 0; flex: none; accent-color: var(--link) }
.fields [aria-invalid] { border: 2px solid var(--link) } .fields input[type=file] { max-width: 100%; border: 1px dashed var(--edge);
  background: var(--surface); height: auto }
.hint-text { display: block; color: var(--soft); font-size: var(--small); margin-top: .25rem }
html:has(.actions) { scroll-padding-bottom: 6rem }
.pair { display: grid; gap: 0 1rem } @media (min-width: 40rem) { .pair { grid-template-columns: 1fr 1fr } }
.pair p { margin: 0 0 1.1rem }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; position: sticky; bottom: 0; z-index: 2; background: var(--paper);
  padding: .75rem 0; border-top: 1px solid var(--line) }
.toolbar { display: flex; flex-wrap: wrap; gap: .35rem; margin-bottom: .35rem }
.toolbar[hidden] { display: none } .toolbar button { min-height: 2.25rem; padding: .2rem .65rem; font-size: var(--small) }
.pictures { list-style: none } .picture { display: grid; gap: .5rem 1rem; padding-bottom: .75rem; margin-bottom: .75rem;
  border-bottom: 1px solid var(--line) } .picture img { width: 100%; max-width: 14rem; border-radius: 2px }
.picture p { margin: 0 0 .6rem } @media (min-width: 40rem) { .picture { grid-template-columns: 11rem minmax(0, 1fr) } }
.result summary { font-weight: 600; padding: .5rem 0 } .result iframe { width: 100%; height: 60vh; border: 1px solid var(--edge);
  border-radius: 4px; background: var(--paper) } .result p { margin-bottom: .5rem }
.result iframe[hidden] { display: none }
.kept-note { margin-bottom: 1rem } .withdrawal { margin-top: 2rem; max-width: 42rem; border-top: 1px solid var(--line) }
.withdrawal > summary { padding: 1rem 0; font-weight: 600; text-decoration: underline }
.differences { margin: 0 0 1rem } .differences dt { font-weight: 600 } .differences dd { margin: .25rem 0 1rem; padding: .75rem;
  background: var(--paper); border: 1px solid var(--line); white-space: pre-wrap; max-height: 60vh; overflow: auto }
.differences del { background: var(--surface); color: var(--soft) } .differences ins { background: var(--mark); color: var(--ink) }
@media (min-width: 60rem) {
  .editor { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 24.5rem); gap: 0 2rem; align-items: start }
  .result { position: sticky; top: 1rem } .result iframe { height: calc(100vh - 9rem) }
  .ways { order: 3 }
}
`;
