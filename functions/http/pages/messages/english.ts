import type { Messages } from './indonesian.ts';

/** Every text of the pages in English. */
export const english: Messages = {
  languageName: 'English',
  locale: 'en_GB',

  skipToContent: 'Skip to content',
  home: 'Home',
  menu: 'Menu',
  mainMenu: 'Main menu',
  categories: 'Categories',
  service: 'Service',
  breadcrumbs: 'Breadcrumbs',
  subscribe: 'Subscribe',
  about: 'About',
  apiDocs: 'API',
  searchHelp: 'Search help',
  licence: 'Licence',
  footerLicence: (licence) => `You may use what is published here under ${licence}.`,
  themeAuto: 'Theme: as the device',
  themeLight: 'Theme: light',
  themeDark: 'Theme: dark',

  search: 'Search',
  searchLabel: 'Search the news',
  searchPlaceholder: 'Search the news: jembatan, e-KTP …',
  completions: '{n} suggestions. Choose with the arrow keys.',
  searchTitle: (query, found) => `Search results: ${query} (${found})`,
  browseTitle: 'Browse the archive',
  resultsFor: (query) => `Results for “${query}”`,
  found: (total) => `${total.toLocaleString('en-GB')} ${total === 1 ? 'article' : 'articles'} found`,
  nothingFound: 'Nothing matches.',
  nothingFoundTips: [
    'Check the spelling, or try a more general word. The articles are in Indonesian.',
    'Use fewer words: “jembatan kalisoga” rather than a whole sentence.',
    'Remove a filter, such as the dates or the category.',
  ],
  latestInstead: 'Read the latest news',
  didYouMean: 'Did you mean:',
  noIndexTitle: 'The search is being prepared',
  noIndex:
    'This page needs the search index, which is being built. Please reload it in a few seconds. ' +
    'Meanwhile the latest news and every category can be read as usual.',
  invalidSearch: 'This part could not be read and was left out:',
  filters: 'Narrow the results',
  activeFilters: 'Active filters',
  removeFilter: (name) => `Remove the filter ${name}`,
  clearFilters: 'Remove all filters',
  facetNames: { category: 'Category', tag: 'Tag', author: 'Author', place: 'Place', year: 'Year' },
  more: 'More',
  moreResults: 'More results',
  pinned: 'Pinned by the press office',
  sort: 'Sort',
  byRelevance: 'Best match',
  byNewest: 'Newest',
  dateRange: 'Dates',
  from: 'From',
  to: 'To',
  apply: 'Apply',
  subscribeToResult: 'Subscribe to this search',
  subscribeToResultHint: 'New articles that match will come to your feed reader by themselves.',

  latest: 'Latest news',
  older: 'Earlier news',
  firstPage: 'Back to the latest',
  noArticles: 'There is no news here yet.',
  categoryKicker: 'Category',
  labelKickers: { tag: 'Tag', author: 'Author', place: 'Place' },
  subscribeToThis: 'Subscribe to this list',
  subscribeTo: (name) => `Subscribe to ${name}`,

  by: 'By',
  and: 'and',
  corrected: 'Updated',
  correction: 'Correction',
  revision: (version) => `change ${version - 1} since publication`,
  source: 'Source',
  tags: 'Tags',
  picture: 'Picture',
  pictureElsewhere: (host) => `See the picture at ${host}`,
  share: 'Share',
  shareOn: (name) => `Share by ${name}`,
  shareNative: 'Share …',
  email: 'E-mail',
  copyLink: 'Copy link',
  copied: 'Copied',
  related: 'Related news',
  neighbours: 'The articles before and after',
  previousArticle: 'Earlier',
  nextArticle: 'Later',
  followTopic: 'Follow news like this',

  subscribeTitle: 'Subscribe to the news',
  subscribeIntro:
    'A subscription brings news to your feed reader by itself, as soon as it is published. ' +
    'It needs no account and no e-mail address, and nobody records what you read. ' +
    'Copy the address of a list into your reader, or open it at once with one of the links beside it.',
  subscribeSearchTitle: 'Subscribe to a search',
  subscribeSearchText:
    'Every search can be subscribed to as well: search for a word, then press “Subscribe to this search”.',
  subscribeReaders: 'Open with',
  subscribeFeeds: 'All lists',
  subscribeTopics: 'By topic, author and place',
  feedAddress: (name, format) => `${format} address of ${name}`,
  copy: 'Copy',
  opmlTitle: 'All at once',
  opmlText: 'The OPML file holds all lists. Import it once into your feed reader.',
  opmlLink: 'Download OPML',
  all: 'All news',
  endedTitle: 'This category has ended',
  ended: 'Its articles stay here to be read. Later news is in the list of all news.',

  notFoundTitle: 'Page not found',
  notFoundText: 'There is no page at this address. It may be mistyped, or the page has moved.',
  notFoundSearch: 'Search for the headline, or for a word of the article:',
  withdrawnTitle: 'This article was withdrawn',
  withdrawnText: (when) => `The editors withdrew this article on ${when}.`,
  withdrawnReason: 'Reason',

  aboutTitle: 'About this service and its data',
  aboutWho: (publisher) =>
    `${publisher} publishes its official news here: as pages, as subscriptions, and as data. ` +
    'The articles are in Indonesian.',
  aboutReadersTitle: 'What we know about you',
  aboutReaders:
    'Nothing. This site sets no cookie, loads nothing from other sites, and does not track its readers. ' +
    'If you choose a theme, the choice is kept on your device only.',
  aboutCorrectionsTitle: 'Corrections and withdrawals',
  aboutCorrections:
    'An article that was corrected says when it last changed. One that was withdrawn does not vanish: ' +
    'its address stays, and tells the reason.',
  aboutDataTitle: 'Open data',
  aboutData:
    'All news is available without a key and without an account: RSS, Atom and JSON feeds of every list and ' +
    'every search, monthly archives, and an API.',
  aboutLicence: (publisher) => `Name the source: ${publisher}.`,
  aboutContactTitle: 'Contact',
  aboutContact: 'Found a mistake, or need help? Write to us:',
  aboutLinks: 'Addresses for machines',

  apiTitle: 'API: news for programs',
  apiIntro: 'Reading needs no key. Writing needs the newsroom’s token. All times are RFC 3339.',
  apiAbsent: 'This service has no OpenAPI document yet.',
  apiParameters: 'Parameters',
  apiAnswers: 'Answers',
  apiRequired: 'required',
  apiDocument: 'OpenAPI document',
  apiAccess: 'Needs a token',

  helpTitle: 'How to search',
  helpIntro:
    'Just type as you speak. The search knows Indonesian word forms, abbreviations, old spellings and typing errors.',
  helpWrite: 'Write',
  helpFinds: 'Finds',
  helpBasics: [
    { query: 'membangun jembatan', finds: '“pembangunan” and “dibangun” too' },
    { query: 'wabup', finds: '“wakil bupati” too' },
    { query: 'ektp', finds: '“e-KTP” and “KTP elektronik” too' },
    { query: 'imunsiasi', finds: '“imunisasi”, though mistyped' },
  ],
  helpFilters:
    'Results can be narrowed by category, tag, author, place and date, and every result can be subscribed to.',
};
