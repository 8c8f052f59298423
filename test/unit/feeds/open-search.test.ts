import * as fc from 'fast-check';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { toLine } from '../../../functions/articles/characters.ts';
import { renderAtom } from '../../../functions/feeds/atom.ts';
import { enrich } from '../../../functions/feeds/enrich.ts';
import {
  openSearchElements,
  openSearchNamespace,
  renderOpenSearchDescription,
} from '../../../functions/feeds/open-search.ts';
import { renderRss } from '../../../functions/feeds/rss.ts';
import { office } from '../../../functions/office/settings.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { baseUrl, sampleDocument } from './sample-document.ts';
import { parseStrictly, textsOf } from '../../support/strict-xml.ts';

const urls = {
  self: `${baseUrl}/opensearch.xml`,
  page: `${baseUrl}/cari?q={searchTerms}`,
  feeds: {
    rss: `${baseUrl}/cari/feed.rss?q={searchTerms}`,
    atom: `${baseUrl}/cari/feed.atom?q={searchTerms}`,
    json: `${baseUrl}/cari/feed.json?q={searchTerms}`,
  },
  suggestions: `${baseUrl}/api/suggest?format=opensearch&q={searchTerms}`,
};

const describeOffice = (fields: Partial<typeof office> = {}) =>
  parseStrictly(renderOpenSearchDescription({ ...office, ...fields }, urls));

const textOf = (elements: ReturnType<typeof describeOffice>, name: string) =>
  textsOf(elements, 'OpenSearchDescription', name)[0];

describe('the search description', () => {
  it('names the search and who answers for it', () => {
    const elements = describeOffice({ logo: '/media/logo.png' });
    expect(elements.filter(({ text }) => text !== '').map(({ name, text }) => [name, text])).toEqual([
      ['ShortName', 'Warta Sekar'],
      ['Description', 'Berita resmi Pemerintah Kabupaten Sekarlangit.'],
      ['LongName', 'Warta Kabupaten Sekarlangit'],
      ['Contact', 'humas@sekarlangit.example'],
      ['Image', `${baseUrl}/media/logo.png`],
      ['Language', 'id'],
      ['OutputEncoding', 'UTF-8'],
      ['InputEncoding', 'UTF-8'],
    ]);
  });

  it('leads to the page, the feeds, the completions and itself', () => {
    const found = describeOffice().filter(({ name }) => name === 'Url');
    expect(found.map(({ attributes }) => attributes)).toEqual([
      { rel: 'results', type: 'text/html', template: urls.page },
      { rel: 'results', type: 'application/rss+xml', template: urls.feeds.rss },
      { rel: 'results', type: 'application/atom+xml', template: urls.feeds.atom },
      { rel: 'results', type: 'application/feed+json', template: urls.feeds.json },
      { rel: 'suggestions', type: 'application/x-suggestions+json', template: urls.suggestions },
      { rel: 'self', type: 'application/opensearchdescription+xml', template: urls.self },
    ]);
  });

  it('gives an example of a search', () => {
    const example = describeOffice().find(({ name }) => name === 'Query');
    expect(example?.attributes).toEqual({ role: 'example', searchTerms: 'pemerintah' });
  });

  it.each([
    ['Enam belas huruf', 'Enam belas huruf'],
    ['Warta Kabupaten Sekarlangit', 'Warta Kabupaten'],
    ['Warta Pemerintahan', 'Warta'],
    ['Wartakabupatensekarlangit', 'Wartakabupatense'],
    ['😀'.repeat(9), '😀'.repeat(8)],
    [`a${'😀'.repeat(8)}`, `a${'😀'.repeat(7)}`],
    [' ', 'Warta Kabupaten'],
  ])('cuts the short name %j to %j', (shortName, expected) => {
    expect(textOf(describeOffice({ shortName }), 'ShortName')).toBe(expected);
  });

  it('refuses a template without a place for the query, and an address that is none', () => {
    const page = `${baseUrl}/cari`;
    expect(() => renderOpenSearchDescription(office, { ...urls, page })).toThrow('{searchTerms}');
    expect(() => renderOpenSearchDescription(office, { ...urls, self: '/opensearch.xml' })).toThrow(
      'no http(s) address',
    );
  });

  it('is well-formed and within its lengths, whatever the office is called', () => {
    const long = fc.array(hostileText, { maxLength: 40 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(long, long, long, (name, shortName, description) => {
        const elements = describeOffice({ name: `W ${name}`, shortName, description });
        expect(textOf(elements, 'ShortName')).toMatch(/^[^]{1,16}$/);
        expect(textOf(elements, 'LongName')).toMatch(/^[^]{1,48}$/);
        expect(textOf(elements, 'Description')).toMatch(/^[^]{1,1024}$/);
        expect(new Set(elements.map((element) => element.name))).toEqual(
          new Set(describeOffice().map((element) => element.name)),
        );
      }),
    );
  });
});

/** A result feed as the renderers make it, with the response elements at its head. */
const answer = (query: string) => {
  const elements = openSearchElements({ totalResults: 132, itemsPerPage: 30, query });
  const attributes = { 'xmlns:opensearch': openSearchNamespace };
  return {
    rss: enrich(renderRss(sampleDocument()), { rss: [{ attributes }], channel: [{ elements }] }),
    atom: enrich(renderAtom(sampleDocument()), { feed: [{ attributes, elements }] }),
  };
};

describe('the response elements of a result feed', () => {
  it('tell readers of RSS and Atom how much there is, and what was asked', () => {
    const { rss, atom } = answer('banjir bandang');
    const expected = {
      totalResults: 132,
      startIndex: 1,
      itemsPerPage: 30,
      queries: [{ role: 'request', searchTerms: 'banjir%20bandang' }],
    };
    expect(parseRssFeed(rss).opensearch).toEqual(expected);
    expect(parseAtomFeed(atom).opensearch).toEqual(expected);
  });

  it('name no terms where the search only filters', () => {
    expect(openSearchElements({ totalResults: 1, itemsPerPage: 30, query: ' ' }).at(-1)?.attributes).toEqual({
      role: 'request',
      searchTerms: undefined,
    });
  });

  it('encode every query so that decoding gives it back', () => {
    fc.assert(
      fc.property(hostileText, (query) => {
        const { rss } = answer(query);
        const request = parseStrictly(rss).find(({ name }) => name === 'opensearch:Query');
        const searchTerms = request?.attributes['searchTerms'] ?? '';
        expect(searchTerms).toMatch(/^(?:[\w.~/-]|%[0-9A-F]{2})*$/);
        expect(decodeURIComponent(searchTerms)).toBe(toLine(query));
      }),
    );
  });
});
