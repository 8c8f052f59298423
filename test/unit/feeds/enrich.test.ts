import { describe, expect, it } from 'vitest';
import { enrich } from '../../../functions/feeds/enrich.ts';
import { element } from '../../../functions/feeds/xml.ts';

const built = `<?xml version="1.0" encoding="utf-8"?>
<list a="1">
    <title>Lama</title>
    <entry>
        <body><![CDATA[<entry><title>palsu</title></entry>]]></body>
        <title/>
    </entry>
    <entry>
        <body>x</body>
    </entry>
</list>`;

describe('the enrichment of a built document', () => {
  it('adds attributes and elements where markup is, and leaves CDATA and all else alone', () => {
    const additions = {
      list: [{ attributes: { a: '2', b: '<"' }, elements: [element('title', {}, 'Baru & segar')] }],
      entry: [{ elements: [element('title', {}, 'Satu')] }, { attributes: { c: 3, d: undefined } }],
    };
    expect(enrich(built, additions)).toBe(`<?xml version="1.0" encoding="utf-8"?>
<list a="1" b="&#x3C;&#x22;">
    <title>Baru &#x26; segar</title>
    <entry>
        <title>Satu</title>
        <body><![CDATA[<entry><title>palsu</title></entry>]]></body>
    </entry>
    <entry c="3">
        <body>x</body>
    </entry>
</list>`);
  });

  it('refuses a document with more or fewer elements than additions', () => {
    expect(() => enrich(built, { entry: [{}] })).toThrow('too many <entry>');
    expect(() => enrich(built, { entry: [{}, {}, {}] })).toThrow('too few <entry>');
  });
});
