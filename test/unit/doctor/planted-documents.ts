import type { FindingCode } from '../../../functions/doctor/catalogue/catalogue.ts';
import { goodDocuments } from './good-documents.ts';

/** A good document with one sin in it. */
export type PlantedDocument = { readonly text: string };

/** Sins that are found in the text alone, each under the one code that must be found, and no other. */
export const plantedDocuments = {
  'not-a-feed': [{ text: '<!doctype html><html><body>Selamat datang</body></html>' }, { text: 'halo' }],
  'xml-character': [
    rss('Panen Raya di', 'Panen\u000BRaya di'),
    rss('Panen Raya di', 'Panen&#x0;Raya di'),
    atom('Panen Raya di', 'Panen\uFFFERaya di'),
  ],
  'xml-ill-formed': [
    rss('</item>', ''),
    rss('Kabar harian', 'Kabar & harian'),
    rss('Kabar harian', 'Kabar&nbsp;harian'),
    { text: `\n${goodDocuments.rss}` },
  ],
  'namespace-undeclared': [rss(' xmlns:content="http://purl.org/rss/1.0/modules/content/"', '')],
  'namespace-misspelt': [
    rss('"http://search.yahoo.com/mrss/"', '"http://search.yahoo.com/mrss"'),
    rss('"http://purl.org/dc/elements/1.1/"', '"https://purl.org/dc/elements/1.1/"'),
  ],
  'json-ill-formed': [json('"language": "id",', '"language": "id"')],

  'feed-empty': [
    rss(/<item>.*<\/item>/s, ''),
    atom(/<entry>.*<\/entry>/s, ''),
    json(/\[\n\{.*\}\n\]/s, '[]'),
  ],
  'element-missing': [
    rss('<description>Kabar harian</description>', ''),
    rss('<link>https://kabar.example/</link>\n<desc', '<desc'),
    rss('<url>https://kabar.example/logo.png</url>', ''),
    rss(/<channel>.*<\/channel>/s, ''),
    atom('<updated>2026-03-02T01:30:00Z</updated>', ''),
    atom('<id>tag:kabar.example,2026:artikel/7</id>', ''),
    atom('<title type="text">Panen Raya di Desa Lembahteja</title>', ''),
  ],
  'element-repeated': [
    rss('<ttl>15</ttl>', '<ttl>15</ttl><ttl>60</ttl>'),
    rss('</pubDate>', '</pubDate><pubDate>Mon, 02 Mar 2026 08:30:00 +0700</pubDate>'),
    atom('</summary>', '</summary><summary>Lagi.</summary>'),
  ],
  'element-unknown': [rss('<ttl>', '<updated>2026</updated><ttl>'), rss('</pubDate>', '</pubDate><Author/>')],
  'attribute-missing': [
    rss(' length="4821"', ''),
    rss(' type="image/jpeg" length', ' length'),
    rss('<source url="https://desa.example/feed.rss">', '<source>'),
    atom(' href="https://kabar.example/panen.jpg"', ''),
  ],
  'address-invalid': [
    rss('<link>https://kabar.example/berita/7', '<link>https://kabar.example/berita 7'),
    rss('<link>https://kabar.example/berita/7', '<link>http:/berita/7'),
    atom('href="https://kabar.example/berita/7"', 'href="https://kabar.example/{berita}"'),
    json('"url": "https://kabar.example/berita/7"', '"url": "https://"'),
  ],
  'address-relative': [
    rss('<link>https://kabar.example/berita/7', '<link>/berita/7'),
    rss('enclosure url="https://kabar.example/panen.jpg"', 'enclosure url="panen.jpg"'),
    json('"url": "https://kabar.example/berita/7"', '"url": "/berita/7"'),
  ],
  'date-invalid': [
    rss('Mon, 02 Mar 2026 08:30:00 +0700', 'Sen, 02 Mar 2026 08:30:00 +0700'),
    rss('Mon, 02 Mar 2026 08:30:00 +0700', 'Mon, 02 Mar 2026 08:30:00 WIB'),
    rss('Mon, 02 Mar 2026 08:30:00 +0700', 'Mon, 02 Mar 2026 08:30:00 +07:00'),
    rss('Mon, 02 Mar 2026 08:30:00 +0700', '31 Feb 2026 08:30:00 +0700'),
    rss('Mon, 02 Mar 2026 01:30:00 GMT', '2026-03-02T01:30:00Z'),
    atom('2026-03-02T01:30:00Z', '2026-03-02 01:30:00'),
    atom('2026-03-02T08:30:00+07:00', '2026-02-30T08:30:00+07:00'),
    json('2026-03-02T08:30:00+07:00', '2026-03-02T08:30:00'),
  ],
  'date-weekday': [rss('Mon, 02 Mar 2026 08:30:00 +0700', 'Tue, 02 Mar 2026 08:30:00 +0700')],
  'date-old-form': [
    rss('Mon, 02 Mar 2026 08:30:00 +0700', 'Mon, 02 Mar 26 08:30:00 +0700'),
    rss('Mon, 02 Mar 2026 08:30:00 +0700', 'Mon, 02 Mar 2026 08:30:00 G'),
  ],
  'date-implausible': [
    rss('Mon, 02 Mar 2026 08:30:00 +0700', 'Tue, 02 Mar 2027 08:30:00 +0700'),
    rss('Mon, 02 Mar 2026 08:30:00 +0700', 'Thu, 01 Jan 1970 00:00:00 GMT'),
    atom('2026-03-02T08:30:00+07:00', '2026-03-05T08:30:00+07:00'),
  ],
  'date-missing': [rss(/<pubDate>.*<\/pubDate>\n/, ''), json(/"date_published": .*/, '')],
  'item-empty': [
    rss(/<title>Panen.*<\/title>/, '<title/>', /<description>Padi.*<\/description>/, '<description/>'),
  ],
  'markup-in-text': [
    rss('<title>Panen Raya', '<title>Panen &lt;b&gt;Raya&lt;/b&gt;'),
    rss('<title>Panen Raya', '<title>Panen &amp;amp; Raya'),
    atom('<title type="text">Panen Raya', '<title>Panen &lt;em>Raya&lt;/em>'),
    atom('<content type="html">', '<content>'),
  ],
  'content-relative-address': [
    rss('href="https://kabar.example/peta"', 'href="/peta"'),
    rss('Padi &amp;lt;unggul&amp;gt;', '&lt;img src="//kabar.example/padi.jpg"&gt; Padi'),
    atom('&lt;p>Padi', '&lt;p>&lt;img src="padi.jpg">Padi'),
    atom(
      '<content type="html">&lt;p>Padi dipanen.&lt;/p>',
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><a href="peta">Peta</a></div>',
    ),
    json('<p>Padi', "<p><img src='padi.jpg'>Padi"),
  ],
  'content-script': [
    rss('<p>Padi', '<p><script>ikuti()</script>Padi'),
    rss('<p>Padi', '<p onclick="ikuti()">Padi'),
    json('<p>Padi', "<p><a href='javascript:ikuti()'>Padi</a>"),
  ],
  'language-missing': [
    rss('<language>id</language>\n', ''),
    atom(' xml:lang="id"', ''),
    json('"language": "id",', ''),
  ],
  'language-invalid': [
    rss('<language>id', '<language>Indonesia'),
    json('"language": "id"', '"language": "in_ID"'),
  ],
  'media-type-invalid': [rss('type="image/jpeg" length', 'type="image//jpeg" length')],
  'media-type-unregistered': [
    rss('type="image/jpeg" length', 'type="image/jpg" length'),
    rss('type="image/jpeg"/>', 'type="image/jpg"/>'),
    atom('type="image/jpeg"', 'type="image/jpg"'),
    json('image/jpeg', 'image/jpg'),
  ],

  'rss-1': [
    {
      text: '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"/>',
    },
  ],
  'rss-version': [rss('<rss version="2.0"', '<rss'), rss('<rss version="2.0"', '<rss version="3.0"')],
  'rss-version-old': [rss('<rss version="2.0"', '<rss version="0.91"')],
  'rss-guid-missing': [rss(/<guid.*<\/guid>\n/, '')],
  'rss-guid-not-permalink': [rss(' isPermaLink="false"', ''), rss('"false">tag:', '"true">tag:')],
  'rss-guid-flag': [rss('isPermaLink="false"', 'isPermaLink="no"')],
  'rss-guid-weak': [rss('tag:kabar.example,2026:artikel/7', '7')],
  'rss-person-not-email': [
    rss('<dc:creator>Ratna</dc:creator>', '<author>Ratna</author>'),
    rss('redaksi@kabar.example (Redaksi)', 'Redaksi'),
  ],
  'rss-ttl-invalid': [rss('<ttl>15', '<ttl>1 jam'), rss('<ttl>15', '<ttl>0')],
  'rss-summary-missing': [
    rss(/<description>Padi.*<\/description>\n/, ''),
    rss(/(<description>Padi.*<\/description>)\n(.*)/, '$2\n$1'),
  ],
  'enclosure-length-invalid': [rss('length="4821"', 'length="4,8 kB"'), rss('length="4821"', 'length="-1"')],
  'enclosure-length-zero': [rss('length="4821"', 'length="0"')],
  'enclosure-several': [rss(/(<enclosure.*\/>)/, '$1$1')],

  'atom-namespace': [atom('"http://www.w3.org/2005/Atom"', '"http://purl.org/atom/ns#"')],
  'atom-id-invalid': [atom('<id>tag:kabar.example,2026:artikel/7', '<id>7')],
  'atom-author-missing': [atom(/<author>.*<\/author>\n/, '')],
  'atom-author-unnamed': [atom('<name>Redaksi</name>', '')],
  'atom-content-missing': [atom(/<content.*<\/content>\n/, '', /<link rel="alternate".*berita\/7"\/>/, '')],
  'atom-text-type': [atom('<title type="text">', '<title type="text/plain">')],
  'atom-xhtml-without-div': [atom('<content type="html">', '<content type="xhtml">')],
  'atom-alternate-repeated': [
    atom('<summary>', '<link type="text/html" href="https://m.kabar.example/berita/7"/><summary>'),
  ],

  'json-version': [json('version/1.1', 'version/2'), json('"https://jsonfeed.org/version/1.1"', '2')],
  'json-version-1': [json('version/1.1', 'version/1')],
  'json-field-missing': [
    json('"title": "Kabar Sekarlangit",', ''),
    json('"id": "tag:kabar.example,2026:artikel/7",', ''),
    json('"mime_type": "image/jpeg", ', ''),
  ],
  'json-field-type': [
    json('"title": "Kabar Sekarlangit"', '"title": null'),
    json('"url": "https://kabar.example/berita/7"', '"url": null'),
    json('[{ "name": "Redaksi" }]', '["Redaksi"]'),
    json('4821', '"4821"'),
  ],
  'json-id-number': [json('"tag:kabar.example,2026:artikel/7"', '7')],
  'json-content-missing': [json(/"content_html": .*/, '')],
  'json-author-old': [json('"authors": [{ "name": "Redaksi" }]', '"author": { "name": "Redaksi" }')],

  'id-repeated': [
    rss(/(<item>.*<\/item>)/s, '$1$1'),
    atom(/(<entry>.*<\/entry>)/s, '$1$1'),
    json(/\[\n(\{.*\})\n\]/s, '[$1,$1]'),
  ],
  'id-not-canonical': [
    atom('<id>tag:kabar.example,2026:artikel/7', '<id>https://Kabar.example/7'),
    atom('<id>tag:kabar.example,2026:artikel/7', '<id>http://kabar.example:80/7'),
  ],
} as const satisfies Partial<Record<FindingCode, readonly PlantedDocument[]>>;

type Edit = string | RegExp;

function rss(...edits: readonly Edit[]): PlantedDocument {
  return plant(goodDocuments.rss, edits);
}

function atom(...edits: readonly Edit[]): PlantedDocument {
  return plant(goodDocuments.atom, edits);
}

function json(...edits: readonly Edit[]): PlantedDocument {
  return plant(goodDocuments.json, edits);
}

/** Pairs of what is found and what it becomes; a sin that changes nothing is a fault of the test. */
function plant(good: string, edits: readonly Edit[]): PlantedDocument {
  let text = good;
  for (let index = 0; index < edits.length; index += 2) {
    const before = text;
    text = text.replace(edits[index] ?? '', String(edits[index + 1]));
    if (text === before) throw new Error(`nothing to replace: ${String(edits[index])}`);
  }
  // JSON keeps its commas right whichever field was taken out.
  return { text: text.startsWith('{') ? text.replace(/,(\s*[}\]])/g, '$1') : text };
}
