import { appendFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/**
 * Remembers on disk which articles of a site have been dealt with, one address a line, so that a crawl goes on
 * where it was interrupted or killed, and a later one fetches only what is new.
 */
export async function openCrawlState(file: string) {
  const text = await readFile(file, 'utf8').catch(() => '');
  // A line that was cut off by a crash is no address that anybody asks for.
  const done = new Set(text.split('\n').slice(0, -1));
  return {
    done: done as ReadonlySet<string>,
    add(address: string): void {
      if (done.has(address)) return;
      done.add(address);
      appendFileSync(file, `${address}\n`);
    },
  };
}
