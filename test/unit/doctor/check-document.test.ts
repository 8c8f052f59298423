import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../../functions/doctor/check-document.ts';
import { renderFeed } from '../../../functions/feeds/render.ts';
import { feedFormatNames } from '../../../functions/feeds/format.ts';
import { sampleDocument } from '../feeds/sample-document.ts';
import { fetchedAt, goodDocuments } from './good-documents.ts';
import { type PlantedDocument, plantedDocuments } from './planted-documents.ts';

function codesOf(text: string): string[] {
  return [...new Set(checkDocument(text, fetchedAt).map(({ code }) => code))];
}

describe('a good document', () => {
  it.each(Object.entries(goodDocuments))('has nothing said of it in %s', (_, text) => {
    expect(checkDocument(text, fetchedAt)).toEqual([]);
  });

  it.each(feedFormatNames)('is what our own renderer writes in %s', (format) => {
    expect(checkDocument(renderFeed(format, sampleDocument()), fetchedAt)).toEqual([]);
  });
});

describe('a sin in a document', () => {
  const planted: [string, readonly PlantedDocument[]][] = Object.entries(plantedDocuments);
  const cases = planted.flatMap(([code, documents]) =>
    documents.map((document, index) => ({ code, text: document.text, name: `${code} (${index + 1})` })),
  );

  it.each(cases)('is found, and nothing beside it: $name', ({ code, text }) => {
    expect(codesOf(text)).toEqual([code]);
  });
});

describe('what is no sin', () => {
  it('leaves addresses relative to an xml:base alone', () => {
    const text = goodDocuments.atom
      .replace('<feed ', '<feed xml:base="https://kabar.example/" ')
      .replace('&lt;p>Padi', '&lt;p>&lt;img src="padi.jpg">Padi');
    expect(codesOf(text)).toEqual([]);
  });

  it.each([
    '2 Mar 2026 08:30 +0700',
    'Mon, 2 Mar 2026 08:30:59 GMT',
    'Mon, 02 Mar 2026 01:30:00 UT',
    'Mon, 02 Mar 2026 01:30:00 Z',
    'Mon, 02 Mar 2026 01:30:00 EST',
    'Mon, 02 Mar 2026 01:30:00 +0000 (UTC)',
  ])('takes the date %s', (date) => {
    expect(codesOf(goodDocuments.rss.replace('Mon, 02 Mar 2026 08:30:00 +0700', date))).toEqual([]);
  });

  it('takes a headline with angle brackets that are no HTML', () => {
    expect(
      codesOf(goodDocuments.rss.replace('Panen Raya', 'Panen &lt;hadir&gt; 5 &lt; 7 &amp; Raya')),
    ).toEqual([]);
  });

  it('takes a permalink as guid, and a guid that says nothing of itself', () => {
    const guid = /<guid.*<\/guid>/;
    expect(codesOf(goodDocuments.rss.replace(guid, '<guid>https://kabar.example/?p=7</guid>'))).toEqual([]);
    expect(
      codesOf(goodDocuments.rss.replace(guid, '<guid isPermaLink="false">urn:uuid:5c1b</guid>')),
    ).toEqual([]);
  });

  it('takes an entity that the document declares itself', () => {
    const text = goodDocuments.rss
      .replace('<rss ', '<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>\n<rss ')
      .replace('Kabar harian', 'Kabar&nbsp;harian');
    expect(codesOf(text)).toEqual([]);
  });

  it('takes two states of one entry with two dates', () => {
    const later = (entry: string) => entry + entry.replace('08:30:00.5+07:00', '09:30:00+07:00');
    expect(codesOf(goodDocuments.atom.replace(/<entry>.*<\/entry>/s, later))).toEqual([]);
  });

  it('takes an entry whose author stands in its source', () => {
    const text = goodDocuments.atom
      .replace(/<author>.*<\/author>\n/, '')
      .replace('<summary>', '<source><author><name>Desa</name></author></source><summary>');
    expect(codesOf(text)).toEqual([]);
  });

  it('reads version 1 of JSON Feed by the rules of version 1', () => {
    const text = goodDocuments.json
      .replace('version/1.1', 'version/1')
      .replace('"language": "id",', '')
      .replace('"authors": [{ "name": "Redaksi" }]', '"author": { "name": "Redaksi" }');
    expect(codesOf(text)).toEqual(['json-version-1']);
  });
});

describe('findings', () => {
  it('say in which article, under which headline and on which line', () => {
    const second = (item: string) => item + item.replace('artikel/7', 'artikel/8').replace('08:30', '08:3');
    const text = goodDocuments.rss.replace(/<item>.*<\/item>\n/s, second);
    const line = text.split('\n').findIndex((each) => each.includes('08:3:')) + 1;
    expect(checkDocument(text, fetchedAt)).toEqual([
      {
        code: 'date-invalid',
        values: { element: 'pubDate', value: 'Mon, 02 Mar 2026 08:3:00 +0700', form: 'RFC 822' },
        place: { item: 2, title: 'Panen Raya di Desa Lembahteja', line },
      },
    ]);
  });

  it('name the character that XML has no place for, and its line', () => {
    const text = goodDocuments.rss.replace('Kabar harian', 'Kabar\u0008harian');
    expect(checkDocument(text, fetchedAt)).toEqual([
      { code: 'xml-character', values: { character: 'U+0008' }, place: { line: 6 } },
    ]);
  });
});

describe('depth', () => {
  it('ends the reading of XML where libxml gives up', () => {
    const nest = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(codesOf(goodDocuments.rss.replace('<item>', `<item>${nest(100_000)}`))).toEqual([
      'xml-ill-formed',
    ]);
    expect(codesOf(goodDocuments.rss.replace('<item>', `<item>${nest(100)}`))).toEqual(['element-unknown']);
  });

  it('does not hide what stands before it in HTML', () => {
    const text = goodDocuments.rss.replace('<p>Padi', `<img src="padi.jpg">${'<div>'.repeat(100_000)}`);
    expect(codesOf(text)).toEqual(['content-relative-address']);
  });
});

describe('any text at all', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '<rss version="2.0">',
      '<channel>',
      '<item>',
      '<feed ',
      'xmlns="http://www.w3.org/2005/Atom"',
    ),
    fc.constantFrom(
      '<entry>',
      '</item>',
      ']]>',
      '<![CDATA[',
      '{"version":',
      '"items":[',
      '<!DOCTYPE',
      '&#x0;',
      ':',
    ),
    fc.constantFrom(...Object.values(goodDocuments).flatMap((text) => text.split('\n'))),
  );

  it('is judged without an exception', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        expect(Array.isArray(checkDocument(parts.join('\n'), fetchedAt))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is judged without an exception where a feed of JSON holds anything', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (head, item) => {
        const text = JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          ...Object(head),
          items: [item],
        });
        expect(checkDocument(text, fetchedAt).length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
