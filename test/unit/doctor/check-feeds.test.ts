import { describe, expect, it } from 'vitest';
import { checkFeeds } from '../../../functions/doctor/check-feeds.ts';
import type { FeedReport } from '../../../functions/doctor/examine.ts';
import { fetchedAt } from './good-documents.ts';
import { type Site, addresses, fetchFrom, goodSite } from './good-site.ts';
import { plantedAnswers } from './planted-answers.ts';
import type { PlantedSite } from './sinful-sites.ts';

function examine(site: Site, ...urls: string[]): Promise<readonly FeedReport[]> {
  const signal = new AbortController().signal;
  return checkFeeds({ fetch: fetchFrom(site), now: () => fetchedAt, signal }, urls);
}

function codesOf(reports: readonly FeedReport[]): string[] {
  return [...new Set(reports.flatMap(({ findings }) => findings.map(({ code }) => code)))].sort();
}

describe('a well-behaved site', () => {
  it.each(Object.entries(addresses))('has nothing said of its feed in %s', async (_, url) => {
    const reports = await examine(goodSite(), url);
    expect(codesOf(reports)).toEqual([]);
    expect(reports[0]?.readers.map(({ verdict }) => verdict)).toEqual([
      'well',
      'well',
      'well',
      url === addresses.json ? 'foreign' : 'well',
    ]);
  });
});

describe('a sin in the manners of a site', () => {
  const planted: [string, readonly PlantedSite[]][] = Object.entries(plantedAnswers);
  const cases = planted.flatMap(([code, sites]) =>
    sites.map((site, index) => ({ ...site, code, name: `${code} (${index + 1})` })),
  );

  it.each(cases)('is found, and nothing beside it: $name', async ({ code, site, url, also = [] }) => {
    expect(codesOf(await examine(site, url))).toEqual([code, ...also].sort());
  });
});
