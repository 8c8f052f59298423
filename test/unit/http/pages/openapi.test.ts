import { describe, expect, it } from 'vitest';
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
      put: { summary: 'Corrects it', security: [{ token: [] }], responses: {} },
    },
  },
};

const [edition] = createEditions(office);

describe('the page about the API', () => {
  it('shows every operation of the document, with its parameters and answers', async () => {
    const page = readPage(await renderApiPage(edition, parseApiDescription(document)));
    expect(page.texts('summary').slice(-2)).toEqual([
      'GET /api/articles/{id} Reads <one> article',
      'PUT /api/articles/{id} Corrects it',
    ]);
    expect(page.texts('td')).toEqual(['ULID (wajib)', 'The article', '']);
    expect(page.texts('strong')).toContain('Perlu token');
  });

  it.each([undefined, {}, { openapi: '2.0' }, 'text'])('says that there is none, given %j', async (given) => {
    const page = readPage(await renderApiPage(edition, parseApiDescription(given)));
    expect(page.texts('h1')).toEqual(['API: berita untuk program']);
    expect(page.attributes('a').map(({ href }) => href)).not.toContain('/openapi.json');
  });
});
