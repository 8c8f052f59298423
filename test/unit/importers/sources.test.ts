import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FetchedPage } from '../../../functions/importers/fetch-page.ts';
import { collect } from '../../support/collect.ts';
import type { PageSource } from '../../../functions/importers/page-source.ts';
import { listSources } from '../../../functions/importers/sources.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warta-sources-'));
  await mkdir(join(folder, '2019/12'), { recursive: true });
  await mkdir(join(folder, '.git'));
  await mkdir(join(folder, 'kosong'));
  const files = [
    'b.txt',
    'A.HTML',
    '2019/12/c.htm',
    '2019/d.xhtml',
    'foto.jpg',
    '.rahasia.txt',
    '.git/e.txt',
  ];
  for (const file of files) await writeFile(join(folder, file), file);
  await symlink(folder, join(folder, 'lingkar'));
  await writeFile(join(folder, 'besar.bin'), '');
  await truncate(join(folder, 'besar.bin'), 5_000_001);
});

afterAll(() => rm(folder, { recursive: true }));

const noFetch = (): Promise<FetchedPage> => Promise.reject(new Error('nothing is to be fetched'));
const pagesOf = async (...names: string[]): Promise<PageSource[]> => {
  const groups = await listSources(noFetch, names);
  return (await Promise.all(groups.map(({ pages }) => collect(pages)))).flat();
};
const problemOf = async (...names: string[]) => {
  const sources = await pagesOf(...names);
  const read = await sources[0]?.read();
  return read?.ok === false ? read.problem.code : undefined;
};

describe('the pages that an import is given', () => {
  it('are all pages of a folder and below it, by name, without hidden files and without circling', async () => {
    const sources = await pagesOf(folder);
    expect(sources.map(({ name }) => relative(folder, name))).toEqual([
      '2019/12/c.htm',
      '2019/d.xhtml',
      'A.HTML',
      'b.txt',
    ]);
  });

  it('are read when asked for', async () => {
    const [source] = await pagesOf(join(folder, 'b.txt'));
    expect(await source?.read()).toEqual({
      ok: true,
      page: { name: join(folder, 'b.txt'), bytes: Buffer.from('b.txt') },
    });
  });

  it('may be a file of any name that is named itself', async () => {
    const sources = await pagesOf(join(folder, 'foto.jpg'));
    expect(sources).toHaveLength(1);
  });

  it('may be addresses, which keep where they were found in the end', async () => {
    const fetched = {
      ok: true,
      bytes: Buffer.from('x'),
      url: 'https://a.example/akhir',
      charset: 'utf-8',
    } as const;
    const [group] = await listSources(() => Promise.resolve(fetched), ['https://a.example/awal']);
    const [source] = group === undefined ? [] : await collect(group.pages);
    expect(await source?.read()).toEqual({
      ok: true,
      page: { name: 'https://a.example/awal', bytes: fetched.bytes, url: fetched.url, charset: 'utf-8' },
    });
  });

  it('say what is wrong with them when they are read, and the others are listed', async () => {
    const sources = await pagesOf(join(folder, 'tidak-ada.txt'), join(folder, 'b.txt'));
    expect(sources).toHaveLength(2);
    expect(await problemOf(join(folder, 'tidak-ada.txt'))).toBe('not-found');
    expect(await problemOf(join(folder, 'b.txt/c.txt'))).toBe('not-found');
    expect(await problemOf(join(folder, 'kosong'))).toBe('no-pages');
    expect(await problemOf(join(folder, 'besar.bin'))).toBe('page-too-large');
  });
});
