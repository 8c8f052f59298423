import { parseOpml } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { renderOpml } from '../../../functions/feeds/opml.ts';
import { office } from '../../../functions/office/settings.ts';
import { baseUrl } from './sample-document.ts';
import { parseStrictly } from '../../support/strict-xml.ts';

const kesehatan = {
  title: 'Kesehatan <& "lain">',
  xmlUrl: `${baseUrl}/kategori/kesehatan/feed.rss?a=1&b=2`,
  htmlUrl: `${baseUrl}/kategori/kesehatan`,
  category: 'Kategori',
};
const all = { title: 'Semua berita', xmlUrl: `${baseUrl}/feed.rss`, htmlUrl: `${baseUrl}/` };

describe('the list of subscriptions', () => {
  it('names every feed, those with a category in a folder', () => {
    const opml = parseOpml(renderOpml({ title: 'Warta & <umpan>', office, feeds: [kesehatan, all] }));
    expect(opml.head).toEqual({ title: 'Warta & <umpan>', ownerName: office.publisher });
    expect(opml.body?.outlines).toEqual([
      {
        type: 'rss',
        text: all.title,
        title: all.title,
        xmlUrl: all.xmlUrl,
        htmlUrl: all.htmlUrl,
        language: 'id',
      },
      {
        text: 'Kategori',
        outlines: [
          {
            type: 'rss',
            text: kesehatan.title,
            title: kesehatan.title,
            xmlUrl: kesehatan.xmlUrl,
            htmlUrl: kesehatan.htmlUrl,
            language: 'id',
          },
        ],
      },
    ]);
  });

  it('leaves out a feed whose address is none, and is well-formed without any', () => {
    const xml = renderOpml({ title: '\u0000\uD800]]>', office, feeds: [{ ...all, xmlUrl: 'feed' }] });
    expect(parseStrictly(xml).map(({ name }) => name)).toEqual([
      'title',
      'ownerName',
      'head',
      'body',
      'opml',
    ]);
  });
});
