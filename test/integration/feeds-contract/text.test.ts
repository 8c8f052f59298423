import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderFeed } from '../../../functions/feeds/render.ts';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { type Warta, formats, readFeeds, wholeArticle } from '../../support/feed-contract.ts';
import { baseUrl, startService } from '../../support/service.ts';
import { parseStrictly, textsOf } from '../../support/strict-xml.ts';
import { plainArticle, sampleDocument } from '../../unit/feeds/sample-document.ts';

describe('docs/feeds.md, Text', () => {
  let warta: Warta;
  beforeAll(async () => {
    warta = await startService();
    await warta.publish(wholeArticle);
  });
  afterAll(() => warta.stop());

  const { title, summary } = wholeArticle;

  it('title and summary stand where the table says, as what it says', async () => {
    const { rss, atom, json } = await readFeeds(warta);
    const [item, entry, object] = [rss.items?.[0], atom.entries?.[0], json.items?.[0]];
    expect([item?.title, entry?.title, object?.title]).toEqual([
      title,
      { value: title, type: 'text' },
      title,
    ]);
    const asHtml = 'Bupati menyapa &lt;40&gt; pedagang &amp; pembeli.';
    expect(item?.description).toBe(asHtml);
    expect(entry?.summary).toEqual({ value: asHtml, type: 'html' });
    expect(object?.summary).toBe(summary);
  });

  it('the whole body stands where the table says, and its addresses are absolute where they are ours', async () => {
    const { rss, atom, json } = await readFeeds(warta);
    const body = `<p>Pasar terapung dibuka. <a href="${baseUrl}/media/denah.pdf">Denah</a></p>`;
    expect(rss.items?.[0]?.content?.encoded).toBe(body);
    expect(atom.entries?.[0]?.content).toEqual({ value: body, type: 'html' });
    expect(json.items?.[0]?.content_html).toBe(body);
  });

  it('the language of the list and that of an article are said', async () => {
    const { rss, json, texts } = await readFeeds(warta);
    expect([rss.language, json.language]).toEqual(['id', 'id']);
    expect(rss.items?.[0]?.dc?.languages).toEqual(['en']);
    expect(json.items?.[0]?.language).toBe('en');
    const elements = parseStrictly(texts.atom);
    const languages = ['feed', 'entry'].map(
      (name) => elements.find((element) => element.name === name)?.attributes['xml:lang'],
    );
    expect(languages).toEqual(['id', 'en']);
    const links = elements.filter(({ name, parent }) => name === 'link' && parent === 'entry');
    expect(links.find(({ attributes }) => attributes['rel'] === 'alternate')?.attributes['hreflang']).toBe(
      'en',
    );
  });

  it('titles, names and tags are text: a title may hold <hadir> or &, and means just that', async () => {
    const { rss, atom, json } = await readFeeds(warta);
    expect(rss.items?.[0]?.dc?.creators).toEqual(wholeArticle.authors);
    expect(atom.entries?.[0]?.authors?.map(({ name }) => name)).toEqual(wholeArticle.authors);
    expect(json.items?.[0]?.authors?.map(({ name }) => name)).toEqual(wholeArticle.authors);
    expect(rss.items?.[0]?.categories?.slice(1).map(({ name }) => name)).toEqual(wholeArticle.tags);
    expect(atom.entries?.[0]?.categories?.slice(1).map(({ term }) => term)).toEqual(wholeArticle.tags);
    expect(json.items?.[0]?.tags?.slice(1)).toEqual(wholeArticle.tags);
  });

  it('in RSS &, < and > are written as the references that most readers take rightly', async () => {
    const { texts } = await readFeeds(warta);
    expect(texts.rss).toContain('<title>Pasar Terapung Dibuka, &#x3C;hadir&#x3E; &#x26; "Meriah"</title>');
  });

  it('the title stands in for a missing summary, and the summary for a missing body', () => {
    const articles = [plainArticle({ title: 'Judul', summary: '', bodyHtml: '' })];
    const [rss, atom, json] = formats.map((format) => renderFeed(format, sampleDocument({ articles })));
    const item = parseRssFeed(rss ?? '').items?.[0];
    expect([item?.description, item?.content?.encoded]).toEqual(['Judul', 'Judul']);
    const entry = parseAtomFeed(atom ?? '').entries?.[0];
    expect([entry?.summary?.value, entry?.content?.value]).toEqual(['Judul', 'Judul']);
    const object = parseJsonFeed(json ?? '').items?.[0];
    expect([object?.summary, object?.content_html]).toEqual(['Judul', 'Judul']);
  });

  it('control characters, lone surrogates and noncharacters are taken out, and documents are well-formed', async () => {
    const bad = [
      '\u0000',
      '\u000B',
      '\u001F',
      '\u007F',
      '\u0090',
      '\uDFFF',
      '\uD800',
      '\uFFFE',
      '\uFFFF',
      '\u{1FFFE}',
    ];
    const { slug } = await warta.publish({
      title: `Bersih${bad.join('')} sekali`,
      bodyHtml: `<p>Isi${bad.join('')} utuh ]]> &#11; ]]></p>`,
      publishedAt: '2026-04-01T00:00:00Z',
    });
    expect(slug).toBe('bersih-sekali');
    const { rss, atom, json, texts } = await readFeeds(warta);
    expect(textsOf(parseStrictly(texts.rss), 'item', 'title')[0]).toBe('Bersih sekali');
    expect(textsOf(parseStrictly(texts.atom), 'entry', 'title')[0]).toBe('Bersih sekali');
    expect(json.items?.[0]?.title).toBe('Bersih sekali');
    const bodies = [
      rss.items?.[0]?.content?.encoded,
      atom.entries?.[0]?.content?.value,
      json.items?.[0]?.content_html,
    ];
    expect(new Set(bodies)).toEqual(
      new Set([expect.stringMatching(/^<p>Isi utuh \]\]&gt; ?\S* ?\]\]&gt;<\/p>$/)]),
    );
  });

  it.each(formats)('documents are UTF-8 (%s)', async (format) => {
    const bytes = await (await warta.get(`/feed.${format}`)).arrayBuffer();
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    expect(text.startsWith(format === 'json' ? '{' : '<?xml version="1.0" encoding="utf-8"?>')).toBe(true);
  });
});
