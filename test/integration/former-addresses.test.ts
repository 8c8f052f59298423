import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json, startService, submission } from '../support/service.ts';

let service: Awaited<ReturnType<typeof startService>>;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const formerly = async (path: string) => {
  const response = await service.get(path);
  return [response.status, response.headers.get('Location')];
};

describe('the address where an article stood on the old site', () => {
  it('leads to the article, with and without what visitors bring along', async () => {
    await service.publish({
      title: 'Pasar Awan Dibuka',
      formerUrls: [
        'http://humas.example/2019/12/pasar-awan/',
        '/?p=123',
        'http://humas.example/berita.php?id=7',
      ],
    });
    const paths = ['/2019/12/pasar-awan/', '/2019/12/pasar-awan?fbclid=x', '/?p=123', '/berita.php?id=7'];
    expect(await Promise.all(paths.map(formerly))).toEqual(
      paths.map(() => [301, '/berita/pasar-awan-dibuka']),
    );
    expect(await formerly('/berita.php?id=8')).toEqual([404, null]);
    expect(await formerly('/?p=124')).toEqual([200, null]);
    expect((await service.get('/api/berita.php?id=7')).headers.get('Content-Type')).toContain('problem+json');
  });

  it('belongs to the article that came first', async () => {
    await service.publish({ title: 'Yang Pertama', formerUrls: ['/satu.html'] });
    await service.publish({ title: 'Yang Kedua', formerUrls: ['/satu.html'] });
    expect(await formerly('/satu.html')).toEqual([301, '/berita/yang-pertama']);
  });

  it('never takes the place of a page of ours', async () => {
    await service.publish({ title: 'Perampas', formerUrls: ['/feed.rss', '/cari', '/?cursor=x'] });
    expect((await service.get('/feed.rss')).status).toBe(200);
    expect((await service.get('/cari?q=a')).status).toBe(200);
  });

  it('is learnt from an import that runs again, and writes no new version', async () => {
    const imported = { title: 'Lama', source: { id: 'lama-1' } };
    await service.publish(imported);
    const again = await service.send('POST', '/api/articles', {
      ...submission,
      ...imported,
      formerUrls: ['/lama.html'],
    });
    expect([again.status, (await json(again)).version]).toEqual([200, 1]);
    expect(await formerly('/lama.html')).toEqual([301, '/berita/lama']);
  });

  it('stays through an edit, and ends with a withdrawal', async () => {
    const { id } = await service.publish({ title: 'Berubah', formerUrls: ['/berubah.html'] });
    await service.send(
      'PUT',
      `/api/articles/${id}`,
      { ...submission, title: 'Berubah', slug: 'baru' },
      {
        'If-Match': '*',
      },
    );
    expect(await formerly('/berubah.html')).toEqual([301, '/berita/baru']);
    await service.send('DELETE', `/api/articles/${id}`, { reason: 'Keliru' });
    expect((await service.get('/berubah.html')).status).toBe(410);
  });

  it('of a draft or an article to come is not found', async () => {
    await service.publish({ title: 'Konsep', status: 'draft', formerUrls: ['/konsep.html'] });
    await service.publish({
      title: 'Nanti',
      publishedAt: '2099-01-01T00:00:00+07:00',
      formerUrls: ['/nanti.html'],
    });
    expect(await formerly('/konsep.html')).toEqual([404, null]);
    expect(await formerly('/nanti.html')).toEqual([404, null]);
  });

  it('that is none is refused with the others', async () => {
    const refused = await service.publish({ formerUrls: ['javascript:alert(1)', '/'] });
    expect(refused.errors.map(({ parameter }: { parameter: string }) => parameter)).toEqual([
      'formerUrls.0',
      'formerUrls.1',
    ]);
  });
});
