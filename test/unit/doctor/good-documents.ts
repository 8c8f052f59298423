/** Small feeds without a fault, one article in three formats: what the sins are planted in. */
export const goodDocuments = {
  rss: `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>Kabar Sekarlangit</title>
<link>https://kabar.example/</link>
<description>Kabar harian</description>
<atom:link rel="self" type="application/rss+xml" href="https://kabar.example/feed.rss"/>
<managingEditor>redaksi@kabar.example (Redaksi)</managingEditor>
<language>id</language>
<lastBuildDate>Mon, 02 Mar 2026 01:30:00 GMT</lastBuildDate>
<ttl>15</ttl>
<image><url>https://kabar.example/logo.png</url><title>Kabar Sekarlangit</title><link>https://kabar.example/</link></image>
<item>
<title>Panen Raya di Desa Lembahteja</title>
<link>https://kabar.example/berita/7</link>
<guid isPermaLink="false">tag:kabar.example,2026:artikel/7</guid>
<pubDate>Mon, 02 Mar 2026 08:30:00 +0700</pubDate>
<dc:creator>Ratna</dc:creator>
<source url="https://desa.example/feed.rss">Kabar Desa</source>
<enclosure url="https://kabar.example/panen.jpg" type="image/jpeg" length="4821"/>
<media:content url="https://kabar.example/panen.jpg" type="image/jpeg"/>
<description>Padi &amp;lt;unggul&amp;gt; dipanen.</description>
<content:encoded><![CDATA[<p>Padi dipanen. <a href="https://kabar.example/peta">Peta</a> <a href="#bawah">Bawah</a></p>]]></content:encoded>
</item>
</channel>
</rss>
`,
  atom: `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">
<title>Kabar Sekarlangit</title>
<id>tag:kabar.example,2026:daftar</id>
<updated>2026-03-02T01:30:00Z</updated>
<link rel="self" type="application/atom+xml" href="https://kabar.example/feed.atom"/>
<link rel="alternate" type="text/html" hreflang="id" href="https://kabar.example/"/>
<author><name>Redaksi</name></author>
<entry>
<title type="text">Panen Raya di Desa Lembahteja</title>
<id>tag:kabar.example,2026:artikel/7</id>
<updated>2026-03-02T08:30:00.5+07:00</updated>
<published>2026-03-02T08:30:00+07:00</published>
<link rel="alternate" type="text/html" href="https://kabar.example/berita/7"/>
<link rel="enclosure" type="image/jpeg" length="4821" href="https://kabar.example/panen.jpg"/>
<summary>Padi dipanen.</summary>
<content type="html">&lt;p>Padi dipanen.&lt;/p></content>
</entry>
</feed>
`,
  json: `{
"version": "https://jsonfeed.org/version/1.1",
"title": "Kabar Sekarlangit",
"home_page_url": "https://kabar.example/",
"feed_url": "https://kabar.example/feed.json",
"language": "id",
"authors": [{ "name": "Redaksi" }],
"items": [
{
"id": "tag:kabar.example,2026:artikel/7",
"url": "https://kabar.example/berita/7",
"title": "Panen Raya di Desa Lembahteja",
"content_html": "<p>Padi dipanen.</p>",
"date_published": "2026-03-02T08:30:00+07:00",
"attachments": [{ "url": "https://kabar.example/panen.jpg", "mime_type": "image/jpeg", "size_in_bytes": 4821 }]
}
]
}
`,
} as const;

/** Later than everything in them. */
export const fetchedAt = new Date('2026-03-04T00:00:00Z');
