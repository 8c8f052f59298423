import { describe, expect, it } from 'vitest';
import { describeApi } from '../../../../functions/http/openapi/document.ts';
import { renderApiPage } from '../../../../functions/http/pages/api.ts';
import { createEditions } from '../../../../functions/http/pages/edition.ts';
import { parseApiDescription } from '../../../../functions/http/pages/openapi.ts';
import { office } from '../../../../functions/office/settings.ts';
import { readPage } from '../../../support/html-page.ts';

const document = {
  openapi: '3.1.0',
  info: { title: 'Warta', version: '1' },
  paths: {
    '/api/articles/{id}': {
      summary: 'One article',
      get: {
        summary: 'Reads <one> article',
        parameters: [{ name: 'id', in: 'path', required: true, description: 'ULID' }, { $ref: '#/x' }],
        responses: { 200: { description: 'The article' }, 404: { $ref: '#/y' } },
      },
      put: { summary: 'Corrects it', security: [{ key: ['publish'] }], responses: {} },
    },
  },
};

const [edition, english] = createEditions(office);

describe('the page about the API', () => {
  it('shows every operation of any document, with its parameters and answers', async () => {
    const page = readPage(await renderApiPage(edition, parseApiDescription(document)));
    expect(page.texts('summary').slice(-2)).toEqual([
      'GET /api/articles/{id} Reads <one> article',
      'PUT /api/articles/{id} Corrects it',
    ]);
    expect(page.texts('td')).toEqual(['ULID (wajib)', 'The article', '']);
    expect(page.texts('strong')).toContain('Perlu kunci dengan peran');
  });

  it.each([undefined, {}, { openapi: '2.0' }, 'text'])('says that there is none, given %j', async (given) => {
    const page = readPage(await renderApiPage(edition, parseApiDescription(given)));
    expect(page.texts('h1')).toEqual(['API: berita untuk program']);
    expect(page.attributes('a').map(({ href }) => href)).not.toContain('/openapi.json');
  });

  it('shows our own document by subject, in the language of the page', async () => {
    const description = parseApiDescription(JSON.parse(JSON.stringify(describeApi(office))));
    const [page, inEnglish] = await Promise.all(
      [edition, english].map(async (each) => readPage(await renderApiPage(each, description))),
    );
    expect(page?.texts('h2')).toEqual(expect.arrayContaining(['Berita', 'Pencarian', 'Bentuk data']));
    expect(inEnglish?.texts('h2')).toEqual(expect.arrayContaining(['Articles', 'Search', 'Shapes of data']));
    expect(page?.texts('summary')).toContain('GET /api/search Mencari berita');
    expect(inEnglish?.texts('summary')).toContain('GET /api/search Searches the articles');
    expect(page?.texts('code')).toEqual(expect.arrayContaining(['integer, 1–100, = 20', 'hits[].snippet']));
    expect(page?.texts('td')).toContainEqual(expect.stringMatching(/^Yang dicari\. string/));
    expect(inEnglish?.texts('td')).toContainEqual(expect.stringMatching(/^What is sought\. string/));
    expect(page?.texts('td', { lang: 'id' })).toContainEqual(expect.stringMatching(/^nextCursor dari/));
    expect(page?.texts('td').join(' ')).not.toContain('`');
    expect(page?.texts('td')).toContainEqual(expect.stringContaining('The article. Article'));
  });

  it('leads only to what it shows, and gives each a name of its own', async () => {
    const description = parseApiDescription(JSON.parse(JSON.stringify(describeApi(office))));
    const html = await renderApiPage(edition, description);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });
});
