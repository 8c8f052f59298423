import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { withDataFolder } from './data-folder.ts';
import { writePages, writeWxr } from './invented-archive.ts';
import { inventSubmissions } from './invented-articles.ts';
import { alternate, compare } from './rounds.ts';
import { publish, startWarta, token } from './servers.ts';
import { type Table, toFigure } from './table.ts';

const rounds = 3;
const singles = 150;
const imported = 1000;

/**
 * Articles a second that an import brings in, from its start to its end, beside posting such articles one after
 * the other as the importers of other systems do, with the same sources and old addresses; and what the
 * importing process takes at the most.
 */
export function benchImporting(): Promise<Table> {
  return withDataFolder(async (folder) => {
    const warta = await startWarta(join(folder, 'warta'), 'off');
    const submissions = inventSubmissions(2 * (rounds + 1) * singles, 7);
    let seed = 100;
    const ways = {
      'press-page': {
        write: async () => {
          const pages = join(folder, `pages-${++seed}`);
          await writePages(pages, imported, seed);
          return pages;
        },
        addressesOf: (page: string) => ({ source: { url: page } }),
      },
      wordpress: {
        write: async () => {
          const file = join(folder, `export-${++seed}.xml`);
          await writeWxr(file, imported, seed);
          return file;
        },
        // A post was found by its number and by its name.
        addressesOf: (page: string) => ({ source: { url: page }, formerUrls: [page, `${page}?p=1`] }),
      },
    };
    const rows: string[][] = [];
    let posted = 0;
    for (const [way, { write, addressesOf }] of Object.entries(ways)) {
      let peakMb = 0;
      const pairs = await alternate(
        rounds,
        async () => {
          const start = performance.now();
          for (const submission of submissions.splice(0, singles)) {
            await publish(warta, { ...submission, ...addressesOf(`http://satu.example/${++posted}`) });
          }
          return (singles * 1000) / (performance.now() - start);
        },
        async () => {
          const source = await write();
          const start = performance.now();
          const child = runImport(warta.baseUrl, [way, source]);
          peakMb = Math.max(peakMb, await watch(child));
          return (imported * 1000) / (performance.now() - start);
        },
      );
      const { peer, ours, ratio } = compare(pairs, (perSecond) => perSecond);
      rows.push([`import ${way}`, ...[peer, ours, ratio, peakMb].map(toFigure)]);
    }
    await warta.stop();
    return {
      title: `Importing ${imported} articles at a time: articles a second`,
      columns: ['way', 'one POST after the other /s', 'import /s', 'ratio', 'peak RSS (MB)'],
      rows,
    };
  });
}

function runImport(to: string, args: readonly string[]): ChildProcess {
  const command = join(import.meta.dirname, '../../functions/entry/cli.ts');
  // Its title and beginning are looked for, but the invented news of one hour may be alike.
  return spawn(
    process.execPath,
    [command, 'import', ...args, '--to', to, '--token', token, '--duplicates', 'keep'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
}

/** The most memory that a process was seen to take (MB), once it has ended well. */
async function watch(child: ChildProcess): Promise<number> {
  let peakMb = 0;
  const timer = setInterval(() => {
    try {
      const kb = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' }));
      peakMb = Math.max(peakMb, kb / 1024);
    } catch {
      // It has just ended.
    }
  }, 200);
  const [code]: unknown[] = await once(child, 'exit');
  clearInterval(timer);
  if (code !== 0) throw new Error(`the import ended with ${String(code)}`);
  return peakMb;
}
