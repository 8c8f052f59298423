/** On paper: the article and where it was found, and nothing to press. */
export const printStyle = `
@media print {
  .masthead { background: none; color: #000; border-bottom: 2px solid #000 } .masthead::after, .masthead .search, .menu,
  .trail, .share, .aside, .neighbours, .paging, .tail, .filters, .skip, .footer nav, .footer button, .section { display: none }
  body { font-size: 11pt; display: block } .body { font-size: 11pt } .wrap { max-width: none; padding-inline: 0 }
  h1, h2, h3, figure { break-inside: avoid; break-after: avoid } figure { break-after: auto } figure img { max-height: 9cm; width: auto }
  .with-aside, .list, .results { display: block } .article { max-width: none }
  .body a[href^=http]::after { content: ' (' attr(href) ')'; font-size: .8em; overflow-wrap: anywhere }
  .found-at { display: block } .footer { background: none }
}
@media not print { .found-at { display: none } }
`;
