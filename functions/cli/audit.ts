import { Command } from 'commander';
import * as v from 'valibot';
import { acts } from '../access/acts.ts';
import { toLine } from '../articles/characters.ts';
import { type ServiceOptions, askService } from './ask-service.ts';
import type { CliContext } from './context.ts';
import { askEndings, endHelp } from './help-ending.ts';

/** `warta audit`: who did what, and when. */
export function createAuditCommand(context: CliContext): Command {
  const command = new Command('audit')
    .description('who did what, and when')
    .option('--from <time>', 'a day, or an instant with its zone')
    .option('--until <time>', 'a day, or an instant with its zone')
    .option('--limit <number>', 'how many', '50')
    .option('--to <url>', 'the service to ask', context.env.url || 'http://127.0.0.1:3000')
    .option('--token <token>', 'the publishing token (or WARTA_TOKEN)')
    .option('--json', 'print the answer as JSON');
  const examples = ['audit --from 2026-11-01 --until 2026-11-30', 'audit --json --limit 100'];
  return endHelp(command, context, examples, askEndings).action((options: AuditOptions) =>
    showAudit(context, options),
  );
}

type AuditOptions = ServiceOptions & {
  readonly from?: string;
  readonly until?: string;
  readonly limit: string;
  readonly json?: boolean;
};

async function showAudit(context: CliContext, options: AuditOptions): Promise<void> {
  const { stdout, language } = context;
  const query = new URLSearchParams({ limit: options.limit });
  if (options.from !== undefined) query.set('from', options.from);
  if (options.until !== undefined) query.set('to', options.until);
  const asked = await askService(context, options, `api/audit?${query.toString()}`, auditSchema);
  if (asked === undefined) return;
  if (options.json === true) stdout.write(`${JSON.stringify(asked)}\n`);
  else stdout.write(renderEntries(asked, language));
}

function renderEntries({ items }: v.InferOutput<typeof auditSchema>, language: 'id' | 'en'): string {
  if (items.length === 0) return `${texts.nothing[language]}\n`;
  return items
    .map(({ at, by, what, outcome, article, version, articles, redirected = [], key }) => {
      const about = article === undefined ? (key ?? '') : `${article} ${texts.version[language]} ${version}`;
      const led = redirected.length > 0 ? `, ${redirected.length} ${texts.redirected[language]}` : '';
      const count = articles === undefined ? about : `${articles.length} ${texts.articles[language]}${led}`;
      const end = outcome === 'done' ? '' : ` (${texts[outcome][language]})`;
      return `${at}  ${toLine(by)}: ${actWords[what][language]} ${count}`.trimEnd() + `${end}\n`;
    })
    .join('');
}

const actWords = {
  'article-created': { id: 'membuat berita', en: 'created article' },
  'article-changed': { id: 'mengubah berita', en: 'changed article' },
  'redirects-added': { id: 'menambah pengalihan ke berita', en: 'added redirects to article' },
  'article-withdrawn': { id: 'menarik berita', en: 'withdrew article' },
  'article-brought-back': { id: 'memulihkan berita', en: 'brought back article' },
  'batch-published': { id: 'mengirim berkelompok', en: 'sent a batch' },
  'archive-exported': { id: 'mengekspor arsip', en: 'exported the archive' },
  'archive-restored': { id: 'memulihkan arsip', en: 'restored the archive' },
  'key-created': { id: 'membuat kunci', en: 'made key' },
  'key-revoked': { id: 'mencabut kunci', en: 'revoked key' },
  'lexicon-changed': { id: 'mengubah leksikon', en: 'changed the lexicon' },
} as const;

const auditSchema = v.object({
  items: v.array(
    v.object({
      at: v.string(),
      by: v.string(),
      keyId: v.string(),
      what: v.picklist(acts),
      outcome: v.picklist(['begun', 'done', 'refused', 'failed']),
      article: v.exactOptional(v.string()),
      version: v.exactOptional(v.number()),
      articles: v.exactOptional(v.array(v.string())),
      redirected: v.exactOptional(v.array(v.string())),
      key: v.exactOptional(v.string()),
    }),
  ),
  nextCursor: v.exactOptional(v.string()),
});

const texts = {
  nothing: { id: 'Tidak ada catatan.', en: 'Nothing is noted.' },
  version: { id: 'versi', en: 'version' },
  articles: { id: 'berita baru', en: 'new articles' },
  redirected: { id: 'mendapat pengalihan', en: 'got redirects' },
  begun: { id: 'terputus', en: 'interrupted' },
  refused: { id: 'ditolak', en: 'refused' },
  failed: { id: 'gagal', en: 'failed' },
} as const;
