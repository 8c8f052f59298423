import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { office } from '../../../functions/office/settings.ts';
import { type Warta, readFeeds, wholeArticle } from '../../support/feed-contract.ts';
import { baseUrl, startService } from '../../support/service.ts';
import { parseStrictly, textsOf } from '../../support/strict-xml.ts';

describe('docs/feeds.md, People, categories, origin', () => {
  let warta: Warta;
  let feeds: Awaited<ReturnType<typeof readFeeds>>;
  beforeAll(async () => {
    warta = await startService();
    await warta.publish(wholeArticle);
    await warta.publish({ title: 'Tanpa nama', publishedAt: '2026-03-01T00:00:00Z' });
    feeds = await readFeeds(warta);
  });
  afterAll(() => warta.stop());

  const { authors, tags, source } = wholeArticle;

  it('authors stand one by one, and the office where an article names nobody', () => {
    const { rss, atom, json } = feeds;
    const said = [authors, [office.publisher]];
    expect(rss.items?.map((item) => item.dc?.creators)).toEqual(said);
    expect(atom.entries?.map((entry) => entry.authors?.map(({ name }) => name))).toEqual(said);
    expect(json.items?.map((item) => item.authors?.map(({ name }) => name))).toEqual(said);
  });

  it('RSS author is not used', () => {
    expect(textsOf(parseStrictly(feeds.texts.rss), 'item', 'author')).toEqual([]);
  });

  it('a category has the domain or the scheme of the categories, in Atom slug and name', () => {
    const scheme = `${baseUrl}/kategori/`;
    const name = 'Budaya dan Pariwisata';
    expect(feeds.rss.items?.[0]?.categories?.[0]).toEqual({ name, domain: scheme });
    expect(feeds.atom.entries?.[0]?.categories?.[0]).toEqual({
      term: 'budaya-pariwisata',
      scheme,
      label: name,
    });
  });

  it('tags have neither, and in JSON Feed follow the name of the category', () => {
    expect(feeds.rss.items?.[0]?.categories?.slice(1)).toEqual(tags.map((name) => ({ name })));
    expect(feeds.atom.entries?.[0]?.categories?.slice(1)).toEqual(tags.map((term) => ({ term })));
    expect(feeds.json.items?.[0]?.tags).toEqual(['Budaya dan Pariwisata', ...tags]);
  });

  it('what was taken over from elsewhere credits it, and leads nobody away', () => {
    expect(feeds.rss.items?.[0]?.source).toEqual({ url: source.url, title: source.name });
    const via = feeds.atom.entries?.[0]?.links?.find(({ rel }) => rel === 'via');
    expect(via).toMatchObject({ href: source.url, title: source.name });
    const [item] = JSON.parse(feeds.texts.json).items;
    expect(item).toHaveProperty('_warta', { source });
    expect(item).not.toHaveProperty('external_url');
    expect(feeds.rss.items?.[1]?.source).toBeUndefined();
  });
});
