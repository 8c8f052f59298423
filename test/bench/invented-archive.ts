import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Submission, inventSubmissions } from './invented-articles.ts';

/** So many pages of an old site in a folder, a thousand to a folder of its own; a tenth of them plain text. */
export async function writePages(folder: string, count: number, seed = 1): Promise<void> {
  for (const [index, submission] of inventNews(count, seed).entries()) {
    const below = join(folder, String(Math.floor(index / 1000)).padStart(3, '0'));
    if (index % 1000 === 0) await mkdir(below, { recursive: true });
    const name = String(index).padStart(6, '0');
    if (index % 10 === 0) await writeFile(join(below, `${name}.txt`), toText(submission));
    else await writeFile(join(below, `${name}.html`), toPage(submission, `${seed}/${index}`));
  }
}

/** Such news as a WordPress export, with a picture for each post behind it; each seed is a site of its own. */
export async function writeWxr(file: string, count: number, seed = 1): Promise<void> {
  const site = `http://lama-${seed}.example`;
  await pipeline(function* () {
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>Situs lama</title><link>${site}</link>\n`;
    for (const [index, submission] of inventSubmissions(count, seed).entries())
      yield toPost(submission, index, site);
    yield '</channel></rss>\n';
  }, createWriteStream(file));
}

/** An invented headline may begin as a byline does ("Oleh …"); those of newsrooms do not. */
function inventNews(count: number, seed: number): Submission[] {
  return inventSubmissions(count, seed).map((submission) => ({
    ...submission,
    title: `Warga ${submission.title}`,
  }));
}

function toPage(submission: Submission, path: string): string {
  const { title, bodyHtml, place, authors } = submission;
  return `<!doctype html><html><head><meta charset="utf-8"><title>${title} - Situs Lama</title>
<link rel="canonical" href="http://lama.example/berita/${path}.html"></head><body>
<div class="menu"><a href="/">Beranda</a> | <a href="/profil">Profil</a></div>
<div id="isi"><h1>${title}</h1><p class="tanggal">${dayOf(submission)}</p>
${bodyHtml.replace('<p>', `<p>${place} - `).replace(/<\/p>$/, ` (${authors[0]}/*)</p>`)}</div>
<div class="terkait"><h3>Berita Terbaru</h3><ul><li><a href="/1">Satu</a></li></ul></div></body></html>`;
}

function toText(submission: Submission): string {
  const { title, bodyHtml, place, authors } = submission;
  const paragraphs = bodyHtml.split('\n').map((paragraph) => paragraph.replace(/<\/?p>/g, ''));
  return `• Berita Terkini\n\n${dayOf(submission)}\n\n${title}\n\n${place} - ${paragraphs.join('\n\n')} (${authors[0]}/*)\n\nBerita Terbaru :\n`;
}

function toPost({ title, bodyHtml, publishedAt }: Submission, index: number, site: string): string {
  const when = publishedAt.slice(0, 19).replace('T', ' ');
  const content = bodyHtml.replace(/<p>/g, '').replace(/<\/p>/g, '\n');
  const post = `<item><title>${title}</title><link>${site}/?p=${index + 1}</link><dc:creator>rin</dc:creator>
<content:encoded><![CDATA[${content}[gallery ids="${index + 5_000_000}"]]]></content:encoded><wp:post_id>${index + 1}</wp:post_id>
<wp:post_date>${when}</wp:post_date><wp:post_date_gmt>${when}</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="umum">Umum</category></item>\n`;
  const picture = `<item><title>g</title><wp:post_id>${index + 5_000_000}</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>${site}/${index}.jpg</wp:attachment_url></item>\n`;
  return post + picture;
}

function dayOf({ publishedAt }: Submission): string {
  const at = new Date(publishedAt);
  return `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()} ${publishedAt.slice(11, 16)} WIB`;
}

const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
  ' ',
);
