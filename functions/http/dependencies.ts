import type { AnswerStore } from '../access/answer-store.ts';
import type { AuditLog } from '../access/audit-log.ts';
import type { KeyStore } from '../access/key-store.ts';
import type { Hono } from 'hono';
import type { Caller } from '../access/role.ts';
import type { LogEntry } from '../articles/log-entry.ts';
import type { RecentLists } from '../articles/recent-lists.ts';
import type { ArticleRepository } from '../articles/repository.ts';
import type { Restoration } from '../articles/restoration.ts';
import type { ParsedStored } from '../articles/stored-submission.ts';
import type { ParsedSubmission } from '../articles/submission.ts';
import type { VersionHistory } from '../articles/version-history.ts';
import type { Office } from '../office/settings.ts';
import type { ReaderStatistics } from '../readers/reader-statistics.ts';
import type { SearchStatistics } from '../readers/search-statistics.ts';
import type { LexiconStore } from '../search/lexicon/lexicon-store.ts';
import type { SearchIndex } from '../search/search-index.ts';
import type { Access } from './authorize.ts';
import type { Editions } from './pages/edition.ts';
import type { RequestLimit } from './request-limit.ts';

/** All that the app needs to know of the world around it: a laptop and a Lambda each bring their own. */
export type Dependencies = {
  /** `baseUrl` is the address under which readers reach this service. */
  readonly office: Office;
  readonly articles: Pick<
    ArticleRepository,
    'findById' | 'findBySlug' | 'findByFormerAddress' | 'findMany' | 'listKeys' | 'allKeys'
  >;
  readonly lists: Pick<RecentLists, 'look'>;
  /** The index as it is now; undefined while there is none to search. */
  readonly index: () => Promise<SearchIndex | undefined>;
  /** What the office has taught the search; absent where it teaches nothing. */
  readonly lexicon?: Pick<LexiconStore, 'current'>;
  /** A file below `/media/`; absent in the cloud, where the edge has them from their bucket. */
  readonly readMedia?: (name: string) => Promise<Media | undefined>;
  /** Absent where there is no limit. */
  readonly requestLimit?: RequestLimit;
  /** Whether each request is a line of the log, for a dashboard to count. */
  readonly logsRequests?: boolean;
  /** How many articles a document of the archive holds; 500 where it is not said. */
  readonly archivePartLength?: number;
  readonly readers: Pick<ReaderStatistics, 'count' | 'list'>;
  readonly searches: Pick<SearchStatistics, 'count' | 'list'>;
  /** Absent where this container only reads. */
  readonly publishing?: Publishing;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
};

export type Publishing = {
  readonly articles: Pick<ArticleRepository, 'create' | 'save' | 'withdraw' | 'findById'>;
  readonly history: Pick<VersionHistory, 'list' | 'find'>;
  readonly restoration: Pick<Restoration, 'restore' | 'readPage'>;
  readonly access: Access;
  readonly answers: AnswerStore;
  readonly audit: Pick<AuditLog, 'record' | 'list'>;
  readonly keys: Pick<KeyStore, 'create' | 'list' | 'revoke'>;
  readonly lexicon: Pick<LexiconStore, 'read' | 'replace'>;
  /** Handed in, since it brings the sanitizer, which a container that only reads need not load. */
  readonly parseSubmission: (input: unknown, office: Office) => ParsedSubmission;
  readonly parseStoredSubmission: (input: unknown, office: Office) => ParsedStored;
  /** The pages on which the office writes; handed in for the same reason. */
  readonly desk?: (mount: DeskMount) => Hono;
  readonly reindex: Reindex;
};

/** What the app gives the desk. */
export type DeskMount = {
  readonly dependencies: Dependencies;
  readonly publishing: Publishing;
  readonly editions: Editions;
  /** Whose key that is; undefined for one that opens nothing, or nothing any more. */
  readonly authenticate: (key: string) => Promise<Caller | undefined>;
  /** The publishing API, asked in this process. */
  readonly ask: (path: string, init: RequestInit) => Response | Promise<Response>;
};

/** The index built anew from the table, beside the one that is searched meanwhile. */
export type Reindex = {
  /** Starts it unless one is at work; answers with the one that is at work then. */
  readonly ring: () => Promise<ReindexState>;
  /** Undefined where it was never done. */
  readonly progress: () => Promise<ReindexState | undefined>;
};

export type ReindexState = {
  readonly state: 'running' | 'done' | 'failed';
  /** RFC 3339, UTC. */
  readonly startedAt: string;
  readonly updatedAt: string;
  /** Articles read so far. */
  readonly done: number;
};

export type Media = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string };
